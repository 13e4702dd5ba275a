// SPDX-License-Identifier: Apache-2.0
package engram.sequence.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.data.series.TimedValue;
import engram.error.DataCorruptException;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.sequence.anomaly.Expectation;
import engram.sequence.htm.memory.MemorySettings;
import engram.state.Snapshot;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// Coverage by hand, and on streams whose distribution is known.
class CoverageScorerTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final int AHEAD = 2;

  private static Instant hour(int t) {
    return Instant.EPOCH.plus(HOUR.multipliedBy(t));
  }

  private static TimedValue at(int t, double value) {
    return new TimedValue(hour(t), value);
  }

  @Test
  void scoresByHand() {
    CoverageScorer scorer = new CoverageScorer(HOUR);
    assertEquals(Coverage.NONE, scorer.score());
    assertTrue(Double.isNaN(scorer.score().share()));
    for (int t = 0; t < 4; t++) {
      scorer.forecast(hour(t), new Expectation(5, 4, 4 + 2 * t));
    }
    scorer.forecast(hour(4), Expectation.NONE);
    scorer.truth(at(0, 4));
    scorer.truth(at(1, 6.01));
    scorer.truth(at(2, Double.NaN));
    scorer.truth(at(3, 10));
    scorer.truth(at(4, 5));
    assertEquals(new Coverage(3, 2, (0 + 2 + 6) / 3.0), scorer.score());
  }

  /// The true interval of nine tenths of a uniform stream holds nine tenths of it, to within four
  /// standard errors; held against its own time, not against the present.
  @Test
  void theTrueIntervalHoldsItsShare() {
    RandomStream random = Seeds.of(12).stream("uniform");
    CoverageScorer scorer = new CoverageScorer(HOUR);
    int rows = 20_000;
    for (int t = 0; t < rows; t++) {
      // The level of the row for which the interval is; values are uniform about it.
      double level = 100 * (t % 7);
      scorer.truth(at(t, level + random.nextDouble(0, 10)));
      double ahead = 100 * ((t + AHEAD) % 7);
      scorer.forecast(hour(t + AHEAD), new Expectation(ahead + 5, ahead + 0.5, ahead + 9.5));
    }
    Coverage coverage = scorer.score();
    assertEquals(rows - AHEAD, coverage.count());
    assertEquals(0.9, coverage.share(), 4 * Math.sqrt(0.9 * 0.1 / rows));
    assertEquals(9, coverage.meanWidth(), 1e-9);
  }

  /// A memory on a stream without order, of two values far apart: what comes in a fiftieth of all
  /// rows lies outside nine tenths, what comes in a quarter lies inside. So the share inside is
  /// that of the values that have to be there.
  @Test
  void aMemoryOfAKnownStreamCoversWhatItHasTo() {
    assertEquals(0.98, share(0.02), 0.01);
    assertEquals(1, share(0.25), 0.01);
  }

  private static double share(double rare) {
    MemorySettings memory =
        new MemorySettings(
            128,
            4,
            new MemorySettings.Dendrites(6, 4, 8, 16, 32),
            new MemorySettings.Plasticity(0.24, 0.5, 0.1, 0.02, 0.001));
    StreamForecaster forecaster =
        new StreamForecaster(new ForecastSettings(AHEAD, 100, 8, memory), Seeds.of(5));
    RandomStream random = Seeds.of(6).stream("coins");
    for (int t = 0; t < 6000; t++) {
      forecaster.step(at(t, random.nextDouble() < rare ? 100 : 0));
    }
    return forecaster.coverage().share();
  }

  @Test
  void goesOnFromASnapshotAndRefusesWhatIsNone() {
    CoverageScorer one = new CoverageScorer(HOUR);
    for (int t = 0; t < 5; t++) {
      one.truth(at(t, t));
      one.forecast(hour(t + AHEAD), new Expectation(t, t - 1, t + 2.5));
    }
    CoverageScorer other = new CoverageScorer(HOUR);
    other.restore(one.snapshot());
    assertEquals(one.snapshot(), other.snapshot());
    one.truth(at(5, 9));
    other.truth(at(5, 9));
    assertEquals(one.score(), other.score());
    Snapshot bad =
        Snapshot.named("coverage-scorer", 1)
            .longs("counts", "1", new long[2])
            .doubles("widths", "1", new double[1])
            .longs("times", "s,ns", new long[2])
            .doubles("expected", "1", new double[2])
            .build();
    assertEquals(
        "coverage must have 2 counts, a width and 3 numbers a time, had 2, 1 and 2",
        assertThrows(DataCorruptException.class, () -> other.restore(bad)).getMessage());
  }
}
