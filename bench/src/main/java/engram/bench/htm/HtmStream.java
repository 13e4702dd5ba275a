// SPDX-License-Identifier: Apache-2.0
package engram.bench.htm;

import engram.data.DataPlaces;
import engram.data.DataSets;
import engram.data.NabCorpus;
import engram.data.series.LabelledSeries;
import engram.data.series.TimedValue;
import engram.random.Seeds;
import engram.sequence.encode.ActiveBits;
import engram.sequence.encode.DateEncoder;
import engram.sequence.encode.Encoder;
import engram.sequence.encode.MultiEncoder;
import engram.sequence.encode.RandomDistributedEncoder;
import engram.sequence.htm.AnomalySettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What all engines are shown: the benchmark's half-hourly demand for taxis, its first 30 weeks
/// again and again with time going on, or demand that is made up where the data set is not on the
/// machine.
///
/// @param name what it is
/// @param records in order
/// @param settings of an anomaly model on them
record HtmStream(String name, List<TimedValue> records, AnomalySettings settings) {
  private static final String TAXI = "realKnownCause/nyc_taxi.csv";
  private static final int WEEKS = 30 * 7 * 48;
  private static final int PROBATION = 750;

  static HtmStream of(int records) {
    return taxi(records).orElseGet(() -> of("made-up demand", HtmDemand.records(records)));
  }

  private static HtmStream of(String name, List<TimedValue> records) {
    double least = records.stream().mapToDouble(TimedValue::value).min().orElseThrow();
    double most = records.stream().mapToDouble(TimedValue::value).max().orElseThrow();
    return new HtmStream(name, records, AnomalySettings.benchmark(least, most, PROBATION));
  }

  private static Optional<HtmStream> taxi(int count) {
    Map<String, String> environment = System.getenv();
    Path home = DataPlaces.home(environment, Path.of(System.getProperty("user.home")));
    DataPlaces places =
        DataPlaces.usual(Optional.empty(), environment, home, Optional.of(Path.of("")));
    return DataSets.known(places).find("nab").map(folder -> taxi(folder, count));
  }

  private static HtmStream taxi(Path folder, int count) {
    LabelledSeries taxi =
        NabCorpus.read(folder).stream()
            .filter(series -> series.name().equals(TAXI))
            .findFirst()
            .orElseThrow();
    Instant start = taxi.row(0).time();
    List<TimedValue> records = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Instant time = start.plus(Duration.ofMinutes(30L * i));
      records.add(new TimedValue(time, taxi.row(i % WEEKS).value()));
    }
    return of("nyc_taxi", records);
  }

  /// The records as the pooler sees them.
  List<ActiveBits> codes() {
    Encoder<TimedValue> encoder =
        MultiEncoder.of(
                TimedValue::value,
                RandomDistributedEncoder.of(
                    settings.resolution(),
                    records.getFirst().value(),
                    Seeds.of(1).stream("encoder")))
            .and(TimedValue::time, new DateEncoder(List.of(settings.time())));
    return records.stream().map(record -> ActiveBits.of(encoder.encode(record))).toList();
  }
}
