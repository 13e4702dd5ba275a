// SPDX-License-Identifier: Apache-2.0
package engram.paper.htm.taxi;

import engram.data.HtmSequences;
import engram.data.series.TimedValue;
import engram.lab.Trial;
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
import java.util.stream.IntStream;

/// The authors' model of taxi demand: count, minute of the day and day of the week as blocks of 29
/// active bits.
final class Taxi {
  private static final int ACTIVE = 29;
  private static final double MINUTES_AN_HOUR = 60;
  private static final ScalarRange COUNTS = new ScalarRange(0, 40_000, ScalarRange.Edge.CLIP);
  private static final ScalarRange MINUTES = new ScalarRange(0, 1411, ScalarRange.Edge.WRAP);
  private static final ScalarRange DAYS = new ScalarRange(0, 7, ScalarRange.Edge.WRAP);

  private Taxi() {}

  /// A series of the authors' files.
  static List<TimedValue> series(SavedForecasts.Demand demand, Trial trial) {
    return HtmSequences.series(trial.data(SavedForecasts.SET), demand.file + ".csv");
  }

  /// The same times with the counts in another order.
  static List<TimedValue> mixed(List<TimedValue> series, Seeds seeds) {
    int[] order = IntStream.range(0, series.size()).toArray();
    seeds.stream("order").shuffle(order);
    return IntStream.range(0, series.size())
        .mapToObj(i -> new TimedValue(series.get(i).time(), series.get(order[i]).value()))
        .toList();
  }

  /// The authors' model with other cells a column, its pooler trained and then left.
  ///
  /// @param first the rows that train the pooler
  /// @param passes how often they are shown
  static SequenceModel<TimedValue> model(
      List<TimedValue> first, int passes, int cells, Seeds seeds) {
    return model(
        first,
        passes,
        memory(cells, MemorySettings.TAXI.plasticity()),
        SdrClassifier.Settings.TAXI_RATE,
        seeds);
  }

  /// The same with another memory and another rate of the classifier.
  static SequenceModel<TimedValue> model(
      List<TimedValue> first, int passes, MemorySettings memory, double rate, Seeds seeds) {
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
            SequenceMemory.pooled(encoder, PoolerSettings.taxi(encoder.width()), memory, seeds),
            TimedValue::value,
            ScalarEncoder.ofWidth(COUNTS, ACTIVE, 50),
            SavedForecasts.AHEAD,
            rate);
    for (int pass = 0; pass < passes; pass++) {
      first.forEach(model.memory()::pool);
    }
    model.memory().pooler().orElseThrow().setLearning(false);
    return model;
  }

  /// The paper's memory with other cells a column; 1 makes it first order.
  static MemorySettings memory(int cells, MemorySettings.Plasticity plasticity) {
    MemorySettings paper = MemorySettings.TAXI;
    return new MemorySettings(paper.columns(), cells, paper.dendrites(), plasticity);
  }
}
