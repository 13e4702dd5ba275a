// SPDX-License-Identifier: Apache-2.0
package engram.sequence.htm;

import engram.error.DataCorruptException;
import engram.sequence.sdr.Sdr;
import engram.source.FromPaper;
import engram.state.Machine;
import engram.state.Snapshot;
import java.util.Arrays;

/// Reads out of active cells which bucket of a number will come some steps later, by a softmax that
/// is learned on line:
///
///     p = softmax(sum over active cells i of W[i])
///     W[i] += alpha (onehot(b) - p)     for the cells i of the pattern `horizon` steps ago
///
/// where b is the bucket that came and p what that pattern gives now. Each bucket stands for a
/// running mean of the numbers seen in it, `old + 0.3 (new - old)`.
///
/// What the sources leave open: a step predicts from its pattern first and learns then; the softmax
/// is over all buckets from 0 to the largest seen, that of the step included; a bucket without
/// numbers stands for the number of the step. One classifier has one horizon; for several, use
/// several.
///
/// References: see the package, [1].
@FromPaper(value = "htm", at = "spec classifier")
public final class SdrClassifier implements Machine<SdrClassifier.Labelled, Forecast> {
  private static final double MEAN_RATE = 0.3;
  private static final String FORMAT = "sdr-classifier";
  private static final int VERSION = 1;

  /// What a classifier is made of.
  ///
  /// @param population cells of a pattern, 1 or more
  /// @param maxBuckets bound of the buckets, 1 or more
  /// @param horizon how many steps ahead it predicts, 0 or more
  /// @param rate alpha, above 0
  public record Settings(int population, int maxBuckets, int horizon, double rate) {
    /// The library's alpha.
    public static final double RATE = 0.001;

    /// The alpha of the paper's taxi demand.
    public static final double TAXI_RATE = 0.01;

    /// Checks the ranges.
    public Settings {
      if (population < 1) {
        throw new IllegalArgumentException("population must be 1 or more, was " + population);
      }
      if (maxBuckets < 1) {
        throw new IllegalArgumentException("maxBuckets must be 1 or more, was " + maxBuckets);
      }
      if (horizon < 0) {
        throw new IllegalArgumentException("horizon must be 0 or more, was " + horizon);
      }
      if (!(rate > 0 && Double.isFinite(rate))) {
        throw new IllegalArgumentException("rate must be above 0 and finite, was " + rate);
      }
    }
  }

  /// A step of a stream.
  ///
  /// @param pattern the active cells
  /// @param bucket of the number of this step
  /// @param value the number of this step
  public record Labelled(Sdr pattern, int bucket, double value) {}

  private final Settings settings;
  private WeightRows weights;
  private final double[] means;
  private final double[] scratch;
  private int buckets;
  private boolean learning = true;

  /// The last patterns, a ring in which step t has place t mod length.
  private final int[][] patterns;

  private final int[] sizes;
  private long steps;

  /// A classifier that has seen nothing and learns.
  public SdrClassifier(Settings settings) {
    this.settings = settings;
    this.weights = new WeightRows(settings.population());
    this.means = new double[settings.maxBuckets()];
    this.scratch = new double[settings.maxBuckets()];
    this.patterns = new int[settings.horizon() + 1][0];
    this.sizes = new int[settings.horizon() + 1];
    Arrays.fill(means, Double.NaN);
  }

  /// Whether it learns in the steps to come; part of its state.
  public void setLearning(boolean on) {
    learning = on;
  }

  /// What will come `horizon` steps after this one.
  ///
  /// @throws IllegalArgumentException if the pattern has another population, the bucket is out of
  ///   range or the value not finite
  @Override
  public Forecast step(Labelled input) {
    if (input.pattern().population() != settings.population()) {
      throw new IllegalArgumentException(
          "population of the pattern must be "
              + settings.population()
              + ", was "
              + input.pattern().population());
    }
    int[] cells = input.pattern().cells();
    return advance(cells, cells.length, input.bucket(), input.value());
  }

  /// [#step] for the first `size` of some ascending cells.
  Forecast advance(int[] cells, int size, int bucket, double value) {
    if (bucket < 0 || bucket >= settings.maxBuckets()) {
      throw new IllegalArgumentException(
          "bucket must be in [0, " + settings.maxBuckets() + "), was " + bucket);
    }
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("value must be finite, was " + value);
    }
    buckets = Math.max(buckets, bucket + 1);
    remember(cells, size);
    double[] probabilities = new double[buckets];
    weights.probabilities(cells, size, buckets, probabilities);
    double[] values = Arrays.copyOf(means, buckets);
    for (int i = 0; i < buckets; i++) {
      values[i] = Double.isNaN(values[i]) ? value : values[i];
    }
    if (learning) {
      learn(bucket, value);
    }
    steps++;
    return new Forecast(probabilities, values);
  }

  private void remember(int[] cells, int size) {
    int place = (int) (steps % patterns.length);
    if (patterns[place].length < size) {
      patterns[place] = new int[Math.max(size, 2 * patterns[place].length)];
    }
    System.arraycopy(cells, 0, patterns[place], 0, size);
    sizes[place] = size;
  }

  private void learn(int bucket, double value) {
    double mean = means[bucket];
    means[bucket] = Double.isNaN(mean) ? value : mean + MEAN_RATE * (value - mean);
    if (steps < settings.horizon()) {
      return;
    }
    int place = (int) ((steps - settings.horizon()) % patterns.length);
    weights.probabilities(patterns[place], sizes[place], buckets, scratch);
    for (int i = 0; i < buckets; i++) {
      scratch[i] = settings.rate() * ((i == bucket ? 1 : 0) - scratch[i]);
    }
    weights.add(patterns[place], sizes[place], buckets, scratch);
  }

  @Override
  public Snapshot snapshot() {
    int kept = (int) Math.min(steps, settings.horizon());
    int[] lengths = new int[kept];
    int total = 0;
    for (int i = 0; i < kept; i++) {
      lengths[i] = sizes[(int) ((steps - kept + i) % patterns.length)];
      total += lengths[i];
    }
    int[] cells = new int[total];
    for (int i = 0, at = 0; i < kept; at += lengths[i], i++) {
      int place = (int) ((steps - kept + i) % patterns.length);
      System.arraycopy(patterns[place], 0, cells, at, lengths[i]);
    }
    int[] rows = weights.cells();
    return Snapshot.named(FORMAT, VERSION)
        .longs("settings", "1", describe())
        .booleans("learning", new boolean[] {learning})
        .number("steps", "1", steps)
        .doubles("means", "1", Arrays.copyOf(means, buckets))
        .ints("pattern-sizes", "1", lengths)
        .ints("pattern-cells", "1", cells)
        .ints("weight-cells", "1", rows)
        .doubles("weights", "1", weights.weights(buckets), rows.length, buckets)
        .build();
  }

  private long[] describe() {
    return new long[] {
      settings.population(),
      settings.maxBuckets(),
      settings.horizon(),
      Double.doubleToLongBits(settings.rate())
    };
  }

  @Override
  public void restore(Snapshot snapshot) {
    snapshot.require(FORMAT, VERSION);
    check("settings", Arrays.equals(snapshot.longs("settings"), describe()));
    boolean[] on = snapshot.booleans("learning");
    check("learning", on.length == 1);
    long behind = snapshot.number("steps");
    check("steps", behind >= 0);
    double[] seen = snapshot.doubles("means");
    check("means", seen.length <= settings.maxBuckets());
    check("means", Arrays.stream(seen).noneMatch(Double::isInfinite));
    int[] lengths = snapshot.ints("pattern-sizes");
    int[] cells = snapshot.ints("pattern-cells");
    check("pattern-sizes", lengths.length == Math.min(behind, settings.horizon()));
    check("pattern-sizes", Arrays.stream(lengths).allMatch(n -> n >= 0));
    check("pattern-cells", Arrays.stream(lengths).asLongStream().sum() == cells.length);
    int[] rows = snapshot.ints("weight-cells");
    double[] all = snapshot.doubles("weights");
    check("weights", all.length == (long) rows.length * seen.length);
    check("weights", Arrays.stream(all).allMatch(Double::isFinite));
    check("pattern-cells", arePopulation(cells));
    check("weight-cells", arePopulation(rows));
    check("weight-cells", Arrays.stream(rows).distinct().count() == rows.length);
    WeightRows restored = new WeightRows(settings.population());
    restored.put(rows, all, seen.length);
    weights = restored;
    learning = on[0];
    buckets = seen.length;
    Arrays.fill(means, Double.NaN);
    System.arraycopy(seen, 0, means, 0, buckets);
    steps = behind - lengths.length;
    for (int i = 0, at = 0; i < lengths.length; at += lengths[i], i++, steps++) {
      remember(Arrays.copyOfRange(cells, at, at + lengths[i]), lengths[i]);
    }
  }

  private boolean arePopulation(int[] cells) {
    return Arrays.stream(cells).allMatch(cell -> cell >= 0 && cell < settings.population());
  }

  private static void check(String name, boolean believable) {
    if (!believable) {
      throw new DataCorruptException(
          name + " of a classifier must be those of one with its settings, was not");
    }
  }

  @Override
  public SdrClassifier fork() {
    SdrClassifier fork = new SdrClassifier(settings);
    fork.restore(snapshot());
    return fork;
  }
}
