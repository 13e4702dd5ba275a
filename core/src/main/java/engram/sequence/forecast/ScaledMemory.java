// SPDX-License-Identifier: Apache-2.0
package engram.sequence.forecast;

import engram.data.series.TimedValue;
import engram.error.DataCorruptException;
import engram.random.Seeds;
import engram.sequence.anomaly.Expectation;
import engram.sequence.anomaly.Scale;
import engram.sequence.encode.DateEncoder;
import engram.sequence.encode.Encoder;
import engram.sequence.encode.MultiEncoder;
import engram.sequence.encode.ScalarEncoder;
import engram.sequence.encode.ScalarRange;
import engram.sequence.encode.TimePart;
import engram.sequence.htm.SdrClassifier;
import engram.sequence.htm.SequenceMemory;
import engram.sequence.htm.SequenceModel;
import engram.sequence.htm.pool.PoolerSettings;
import engram.state.Snapshot;
import java.util.List;

/// A sequence memory on a scale: values are encoded in hundredths of a range, with the time of day
/// and the day of the week, in as many bits as for the paper's taxi demand.
final class ScaledMemory {
  private static final String FORMAT = "scaled-memory";
  private static final int VERSION = 1;
  private static final int ACTIVE = 29;
  private static final int VALUE_BITS = 109;
  private static final double HOURS_RADIUS = 1.16;
  private static final double DAYS_RADIUS = 2.03;
  private static final int POOLED_TIMES = 5;
  private static final ScalarRange RANGE =
      new ScalarRange(-0.2 * Scale.PARTS, 1.2 * Scale.PARTS, ScalarRange.Edge.CLIP);

  /// What is forecast: buckets of a thirty-fifth of the encoded range.
  private static final ScalarEncoder BUCKETS = ScalarEncoder.ofWidth(RANGE, 1, 36);

  private final Scale scale;
  private final SequenceModel<TimedValue> model;

  private ScaledMemory(Scale scale, SequenceModel<TimedValue> model) {
    this.scale = scale;
    this.model = model;
  }

  /// A model that has seen nothing.
  static SequenceModel<TimedValue> blank(ForecastSettings settings, Seeds seeds) {
    DateEncoder time =
        new DateEncoder(
            List.of(
                TimePart.TIME_OF_DAY.with(ACTIVE, HOURS_RADIUS),
                TimePart.DAY_OF_WEEK.with(ACTIVE, DAYS_RADIUS)));
    Encoder<TimedValue> encoder =
        MultiEncoder.of(TimedValue::value, ScalarEncoder.ofWidth(RANGE, ACTIVE, VALUE_BITS))
            .and(TimedValue::time, time);
    PoolerSettings pooler =
        PoolerSettings.anomalies(
            encoder.width(), settings.memory().columns(), settings.activeColumns());
    return SequenceModel.of(
        SequenceMemory.pooled(encoder, pooler, settings.memory(), seeds),
        TimedValue::value,
        BUCKETS,
        settings.stepsAhead(),
        SdrClassifier.Settings.TAXI_RATE);
  }

  /// A memory on the scale of some values, whose pooler has seen them five times, as the paper's
  /// has seen the beginning of its stream.
  static ScaledMemory of(Scale scale, List<TimedValue> values, SequenceModel<TimedValue> blank) {
    ScaledMemory memory = new ScaledMemory(scale, blank.fork());
    for (int i = 0; i < POOLED_TIMES; i++) {
      values.forEach(value -> memory.model.memory().pool(memory.scaled(value)));
    }
    return memory;
  }

  Scale scale() {
    return scale;
  }

  Expectation step(TimedValue input) {
    return Expectation.of(model.step(scaled(input)), BUCKETS, scale);
  }

  private TimedValue scaled(TimedValue input) {
    return new TimedValue(input.time(), scale.scaled(input.value()));
  }

  Snapshot snapshot() {
    return Snapshot.named(FORMAT, VERSION)
        .doubles("scale", "1", new double[] {scale.least(), scale.most()})
        .part("model", model.snapshot())
        .build();
  }

  static ScaledMemory restored(Snapshot snapshot, SequenceModel<TimedValue> blank) {
    snapshot.require(FORMAT, VERSION);
    double[] ends = snapshot.doubles("scale");
    if (ends.length != 2 || !(ends[0] <= ends[1])) {
      throw new DataCorruptException("scale of a memory must have two ends, has not");
    }
    SequenceModel<TimedValue> model = blank.fork();
    model.restore(snapshot.part("model"));
    return new ScaledMemory(new Scale(ends[0], ends[1]), model);
  }
}
