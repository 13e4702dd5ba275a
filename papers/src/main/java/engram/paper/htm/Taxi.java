// SPDX-License-Identifier: Apache-2.0
package engram.paper.htm;

import engram.data.series.TimedValue;
import engram.random.Seeds;
import engram.sequence.encode.MultiEncoder;
import engram.sequence.encode.ScalarEncoder;
import engram.sequence.encode.ScalarRange;
import engram.sequence.encode.TimePart;
import engram.sequence.htm.SdrClassifier;
import engram.sequence.htm.SequenceMemory;
import engram.sequence.htm.SequenceModel;
import engram.sequence.htm.memory.MemorySettings;
import engram.sequence.htm.pool.PoolerSettings;
import java.util.List;

/// The authors' model of taxi demand: count, minute of the day and day of the week as blocks of 29
/// active bits.
final class Taxi {
  private static final int ACTIVE = 29;
  private static final double MINUTES_AN_HOUR = 60;
  private static final ScalarRange COUNTS = new ScalarRange(0, 40_000, ScalarRange.Edge.CLIP);
  private static final ScalarRange MINUTES = new ScalarRange(0, 1411, ScalarRange.Edge.WRAP);
  private static final ScalarRange DAYS = new ScalarRange(0, 7, ScalarRange.Edge.WRAP);

  private Taxi() {}

  /// What it forecasts in each row, for five rows later.
  static double[] forecasts(List<TimedValue> series, int cells, TaxiDemand.Setting p, Seeds seeds) {
    MultiEncoder<TimedValue> encoder =
        MultiEncoder.of(TimedValue::value, ScalarEncoder.ofWidth(COUNTS, ACTIVE, 109))
            .and(
                row -> MINUTES_AN_HOUR * TimePart.TIME_OF_DAY.of(row.time()),
                ScalarEncoder.ofWidth(MINUTES, ACTIVE, 600))
            .and(
                row -> TimePart.DAY_OF_WEEK.of(row.time()),
                ScalarEncoder.ofWidth(DAYS, ACTIVE, 100));
    SequenceModel<TimedValue> model =
        SequenceModel.of(
            SequenceMemory.pooled(
                encoder, PoolerSettings.taxi(encoder.width()), settings(cells), seeds),
            TimedValue::value,
            ScalarEncoder.ofWidth(COUNTS, ACTIVE, 50),
            SavedForecasts.AHEAD,
            SdrClassifier.Settings.TAXI_RATE);
    for (int pass = 0; pass < p.passes(); pass++) {
      series.subList(0, p.pooled()).forEach(model.memory()::pool);
    }
    model.memory().pooler().orElseThrow().setLearning(false);
    return series.stream().mapToDouble(row -> model.step(row).best()).toArray();
  }

  private static MemorySettings settings(int cells) {
    MemorySettings paper = MemorySettings.TAXI;
    return new MemorySettings(paper.columns(), cells, paper.dendrites(), paper.plasticity());
  }
}
