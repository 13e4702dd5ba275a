// SPDX-License-Identifier: Apache-2.0
package engram.sequence.htm;

import engram.data.series.TimedValue;
import engram.error.DataCorruptException;
import engram.random.Seeds;
import engram.sequence.encode.DateEncoder;
import engram.sequence.encode.Encoder;
import engram.sequence.encode.MultiEncoder;
import engram.sequence.encode.RandomDistributedEncoder;
import engram.sequence.htm.pool.PoolerSettings;
import engram.source.FromPaper;
import engram.state.Machine;
import engram.state.Snapshot;
import java.util.Arrays;
import java.util.List;

/// Finds anomalies in a stream of measurements: a memory of values and times, and the likelihood of
/// its surprise. The detector of the Numenta Anomaly Benchmark, with the memory of this package.
///
/// ```java
/// var settings = AnomalySettings.benchmark(minimum, maximum, probationRecords);
/// AnomalyModel model = AnomalyModel.of(settings, Seeds.of(1));
/// double score = model.step(new TimedValue(time, value)).score();
/// ```
///
/// The first value lies in the middle of the encoder's buckets. References: see the package, [4].
@FromPaper(value = "htm", at = "spec NAB")
public final class AnomalyModel implements Machine<TimedValue, Anomaly> {
  private static final String FORMAT = "anomaly-model";
  private static final int VERSION = 1;
  private static final double RANGE_TOLERANCE = 0.05;

  private final AnomalySettings settings;
  private final SequenceMemory<TimedValue> memory;
  private final AnomalyLikelihood likelihood;

  /// The first value, the least and the largest so far; NaN if there was none.
  private double first = Double.NaN;

  private double least = Double.NaN;
  private double most = Double.NaN;

  private AnomalyModel(
      AnomalySettings settings, SequenceMemory<TimedValue> memory, AnomalyLikelihood likelihood) {
    this.settings = settings;
    this.memory = memory;
    this.likelihood = likelihood;
  }

  /// A model that has seen nothing.
  public static AnomalyModel of(AnomalySettings settings, Seeds seeds) {
    Encoder<TimedValue> encoder =
        MultiEncoder.of(
                TimedValue::value,
                RandomDistributedEncoder.of(settings.resolution(), 0, seeds.stream("encoder")))
            .and(TimedValue::time, new DateEncoder(List.of(settings.time())));
    PoolerSettings pooler =
        PoolerSettings.anomalies(
            encoder.width(), settings.memory().columns(), settings.activeColumns());
    return new AnomalyModel(
        settings,
        SequenceMemory.pooled(encoder, pooler, settings.memory(), seeds),
        new AnomalyLikelihood(settings.likelihood()));
  }

  /// Its memory.
  public SequenceMemory<TimedValue> memory() {
    return memory;
  }

  /// How anomalous a measurement is.
  ///
  /// @throws IllegalArgumentException if the value is missing
  @Override
  public Anomaly step(TimedValue input) {
    double value = input.value();
    if (input.isMissing()) {
      throw new IllegalArgumentException("value must be finite, was missing at " + input.time());
    }
    double middle = Double.isNaN(first) ? value : first;
    double surprise = memory.advance(new TimedValue(input.time(), value - middle));
    double unusual = likelihood.advance(value, surprise);
    double score = leavesTheRange(value) ? 1 : Math.clamp(AnomalyLikelihood.log(unusual), 0, 1);
    least = Double.isNaN(first) ? value : Math.min(least, value);
    most = Double.isNaN(first) ? value : Math.max(most, value);
    first = middle;
    return new Anomaly(surprise, unusual, score);
  }

  /// A range of one value is not left.
  private boolean leavesTheRange(double value) {
    double tolerance = RANGE_TOLERANCE * (most - least);
    return most > least && (value > most + tolerance || value < least - tolerance);
  }

  /// The same model, seen as one that gives scores alone.
  public Machine<TimedValue, Double> scores() {
    return new Scores(this);
  }

  private record Scores(AnomalyModel model) implements Machine<TimedValue, Double> {
    @Override
    public Double step(TimedValue input) {
      return model.step(input).score();
    }

    @Override
    public Snapshot snapshot() {
      return model.snapshot();
    }

    @Override
    public void restore(Snapshot snapshot) {
      model.restore(snapshot);
    }

    @Override
    public Scores fork() {
      return new Scores(model.fork());
    }
  }

  @Override
  public Snapshot snapshot() {
    return Snapshot.named(FORMAT, VERSION)
        .doubles("resolution", "1", new double[] {settings.resolution()})
        .doubles("range", "1", new double[] {first, least, most})
        .part("memory", memory.snapshot())
        .part("likelihood", likelihood.snapshot())
        .build();
  }

  @Override
  public void restore(Snapshot snapshot) {
    snapshot.require(FORMAT, VERSION);
    double[] resolution = snapshot.doubles("resolution");
    if (resolution.length != 1 || resolution[0] != settings.resolution()) {
      throw new DataCorruptException(
          "resolution of an anomaly model must be "
              + settings.resolution()
              + ", was "
              + Arrays.toString(resolution));
    }
    double[] range = snapshot.doubles("range");
    boolean hasBegun = snapshot.part("likelihood").number("records") > 0;
    if (range.length != 3 || !(hasBegun ? isRange(range) : isNothing(range))) {
      throw new DataCorruptException(
          "range of an anomaly model must be its first, least and greatest value, was "
              + Arrays.toString(range));
    }
    likelihood.fork().restore(snapshot.part("likelihood"));
    memory.restore(snapshot.part("memory"));
    likelihood.restore(snapshot.part("likelihood"));
    first = range[0];
    least = range[1];
    most = range[2];
  }

  private static boolean isRange(double[] range) {
    return Arrays.stream(range).allMatch(Double::isFinite)
        && range[1] <= range[0]
        && range[0] <= range[2];
  }

  private static boolean isNothing(double[] range) {
    return Arrays.stream(range).allMatch(Double::isNaN);
  }

  @Override
  public AnomalyModel fork() {
    AnomalyModel fork = new AnomalyModel(settings, memory.fork(), likelihood.fork());
    fork.first = first;
    fork.least = least;
    fork.most = most;
    return fork;
  }
}
