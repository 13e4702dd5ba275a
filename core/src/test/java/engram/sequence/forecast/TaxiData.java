// SPDX-License-Identifier: Apache-2.0
package engram.sequence.forecast;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import engram.data.DataPlaces;
import engram.data.DataSets;
import engram.data.HtmSequences;
import engram.data.series.TimedValue;
import engram.state.Machine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The taxi series where it is on this machine, and forecasts of it scored as in the paper.
public final class TaxiData {
  public static final Duration STEP = Duration.ofMinutes(30);
  public static final int AHEAD = 5;

  private TaxiData() {}

  public static Path folder() {
    Path home = DataPlaces.home(System.getenv(), Path.of(System.getProperty("user.home", "/")));
    DataSets sets =
        DataSets.known(
            DataPlaces.usual(
                Optional.empty(),
                System.getenv(),
                home,
                Optional.of(Path.of("..").toAbsolutePath().normalize())));
    assumeTrue(sets.isPresent("htm-sequences"), "data set htm-sequences is not on this machine");
    return sets.locate("htm-sequences");
  }

  public static List<TimedValue> series() {
    return HtmSequences.series(folder(), "nyc_taxi.csv");
  }

  /// Runs a machine on a stream; forecasts made from a row on are scored.
  public static ForecastScore score(
      Machine<TimedValue, Forecast> machine, List<TimedValue> stream, int fromRow) {
    ForecastScorer scorer = new ForecastScorer(STEP);
    for (int t = 0; t < stream.size(); t++) {
      Forecast forecast = machine.step(stream.get(t));
      if (t >= fromRow) {
        scorer.forecast(forecast);
      }
      scorer.truth(stream.get(t));
    }
    return scorer.score();
  }
}
