// SPDX-License-Identifier: Apache-2.0
package engram.sequence.sdr;

import engram.math.Hypergeometric;
import engram.source.FromPaper;
import java.math.BigInteger;
import java.util.Arrays;

/// The counting theory of a dendritic segment: how often chance fires it, how often noise silences
/// it, how many patterns it can hold.
///
/// ```java
/// double alarm = SdrMath.falsePositive(10_000, 300, 24, 12);      // 8.38e-13
/// double miss = SdrMath.falseNegative(128, 30, 12, 64);           // 0.0717
/// double shared = SdrMath.unionFalsePositive(20_000, 200, 20, 10, 20, UnionSize.EXACT); // 0.0067
/// ```
///
/// An input with a of n cells active, drawn uniformly, meets a segment of s synapses in b cells with
/// the hypergeometric probability
///
///     P(b) = C(s, b) C(n - s, a - b) / C(n, a),   false positive = sum of P(b) over b >= theta
///
/// If v of the a cells of a known pattern fall silent, the segment (s of them) misses it where more
/// than s - theta of its own are among them:
///
///     false negative = sum over b > s - theta of C(s, b) C(a - s, v - b) / C(a, v)
///
/// | symbol | meaning | argument |
/// | --- | --- | --- |
/// | n | cells of the population | `population` |
/// | a | active cells of a pattern | `active` |
/// | s | synapses of the segment | `synapses` |
/// | theta | threshold | `threshold` |
/// | v | active cells that fall silent | `silenced` |
/// | M | patterns on one segment | `patterns` |
/// | D | segments of the neuron | `segments` |
///
/// A threshold of 0 or less is always reached (probability 1); one above what can be reached never
/// is (probability 0). Both laws assume inputs drawn uniformly; correlated inputs do worse.
///
/// References: see the package, [1] and [2].
@FromPaper(value = "sdr", at = "spec 2, 3, 4, 5")
public final class SdrMath {
  private static final double NEGLIGIBLE = 1e-18;

  private SdrMath() {}

  /// `ln` of [#falsePositive]: keeps its digits where the probability itself is 0 in a double.
  ///
  /// @param population n, 1 or more
  /// @param active a, in [0, n]
  /// @param synapses s, in [0, n]
  /// @param threshold theta
  /// @return the logarithm, negative infinity where the threshold is out of reach
  public static double logFalsePositive(int population, int active, int synapses, int threshold) {
    requireSetting(population, active, synapses);
    return logTail(population, active, synapses, threshold);
  }

  /// The probability that a uniformly random input fires a segment.
  ///
  /// @param population n, 1 or more
  /// @param active a, in [0, n]
  /// @param synapses s, in [0, n]
  /// @param threshold theta
  public static double falsePositive(int population, int active, int synapses, int threshold) {
    return StrictMath.exp(logFalsePositive(population, active, synapses, threshold));
  }

  /// [#falsePositive] as a fraction of whole numbers, by counting. For tests: its cost grows with
  /// the square of the numbers' length.
  public static ExactProbability falsePositiveExact(
      int population, int active, int synapses, int threshold) {
    requireSetting(population, active, synapses);
    BigInteger firing = BigInteger.ZERO;
    int least = Math.max(Math.max(0, threshold), active + synapses - population);
    for (int b = least; b <= Math.min(synapses, active); b++) {
      firing = firing.add(inputsOfOverlap(population, active, synapses, b));
    }
    return new ExactProbability(firing, binomial(population, active));
  }

  /// The number of inputs that meet a segment in exactly b cells, `C(s, b) C(n - s, a - b)`; 0
  /// where b cannot occur.
  public static BigInteger inputsOfOverlap(int population, int active, int synapses, int overlap) {
    requireSetting(population, active, synapses);
    return binomial(synapses, overlap).multiply(binomial(population - synapses, active - overlap));
  }

  /// The probability that a segment misses its own pattern when some of the pattern's cells fall
  /// silent. Does not depend on the population.
  ///
  /// @param active a, 1 or more
  /// @param synapses s, in [0, a]
  /// @param threshold theta
  /// @param silenced v, in [0, a]
  public static double falseNegative(int active, int synapses, int threshold, int silenced) {
    if (active < 1) {
      throw new IllegalArgumentException("active must be 1 or more, was " + active);
    }
    requireWithin("synapses", synapses, "active", active);
    requireWithin("silenced", silenced, "active", active);
    return StrictMath.exp(logTail(active, silenced, synapses, synapses - (long) threshold + 1));
  }

  /// How many distinct synapses are expected if M random patterns put s each on one segment, `n (1
  /// - (1 - s/n)^M)`.
  public static double unionSize(int population, int synapses, int patterns) {
    requireSetting(population, 0, synapses);
    requirePatterns(patterns);
    double share = (double) synapses / population;
    return -population * StrictMath.expm1(patterns * StrictMath.log1p(-share));
  }

  /// The distribution of the number of distinct synapses after M random patterns: entry u is its
  /// probability. The Markov chain `U' = U + s - H`, H hypergeometric: of s cells drawn, H are
  /// already there.
  public static double[] unionSizes(int population, int synapses, int patterns) {
    requireSetting(population, 0, synapses);
    requirePatterns(patterns);
    int most = (int) Math.min(population, (long) synapses * patterns);
    double[] now = new double[most + 1];
    now[0] = 1;
    for (int pattern = 0; pattern < patterns; pattern++) {
      double[] next = new double[most + 1];
      for (int u = 0; u <= most; u++) {
        if (now[u] > NEGLIGIBLE) {
          Hypergeometric known = new Hypergeometric(population, u, synapses);
          for (long h = known.least(); h <= known.most(); h++) {
            next[(int) (u + synapses - h)] += now[u] * StrictMath.exp(known.logPmf(h));
          }
        }
      }
      now = next;
    }
    return now;
  }

  /// The probability that a uniformly random input fires a segment that holds M random patterns, s
  /// synapses each.
  ///
  /// @param size how the number of distinct synapses enters
  public static double unionFalsePositive(
      int population, int active, int synapses, int threshold, int patterns, UnionSize size) {
    requireSetting(population, active, synapses);
    return switch (size) {
      case EXPECTED ->
          StrictMath.exp(
              logTail(population, active, unionSize(population, synapses, patterns), threshold));
      case EXACT -> {
        double[] sizes = unionSizes(population, synapses, patterns);
        double sum = 0;
        for (int u = 0; u < sizes.length; u++) {
          if (sizes[u] > 0) {
            sum += sizes[u] * StrictMath.exp(logTail(population, active, u, threshold));
          }
        }
        yield Math.min(1, sum);
      }
    };
  }

  /// The probability that at least one of D independent segments fires, `1 - (1 - p)^D`; keeps its
  /// digits for small p.
  ///
  /// @param segmentFalsePositive p, in [0, 1]
  /// @param segments D, 0 or more
  public static double neuronFalsePositive(double segmentFalsePositive, int segments) {
    requireProbability("segmentFalsePositive", segmentFalsePositive);
    if (segments < 0) {
      throw new IllegalArgumentException("segments must be 0 or more, was " + segments);
    }
    if (segments == 0) {
      return 0;
    }
    return -StrictMath.expm1(segments * StrictMath.log1p(-segmentFalsePositive));
  }

  /// The smallest threshold at which the false-positive probability is at most `most`; s + 1 where
  /// only silence is that rare.
  public static int minimalThreshold(int population, int active, int synapses, double most) {
    requireSetting(population, active, synapses);
    requireProbability("most", most);
    int threshold = 0;
    while (falsePositive(population, active, synapses, threshold) > most) {
      threshold++;
    }
    return threshold;
  }

  /// The false-positive probability at every threshold over a grid of settings.
  public static ThresholdScan thresholdScan(ThresholdScan.Grid grid) {
    return ThresholdScan.over(grid);
  }

  private static double logTail(int population, int draws, double marked, long threshold) {
    return new Hypergeometric(population, marked, draws).logUpperTail(threshold);
  }

  private static BigInteger binomial(int n, int k) {
    if (k < 0 || k > n) {
      return BigInteger.ZERO;
    }
    BigInteger product = BigInteger.ONE;
    for (int i = 0; i < Math.min(k, n - k); i++) {
      product = product.multiply(BigInteger.valueOf(n - i)).divide(BigInteger.valueOf(i + 1));
    }
    return product;
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  static void requireWithin(String name, int value, String boundName, int bound) {
    if (value < 0 || value > bound) {
      throw new IllegalArgumentException(
          name + " must be in [0, " + boundName + " = " + bound + "], was " + value);
    }
  }

  private static void requireSetting(int population, int active, int synapses) {
    if (population < 1) {
      throw new IllegalArgumentException("population must be 1 or more, was " + population);
    }
    requireWithin("active", active, "population", population);
    requireWithin("synapses", synapses, "population", population);
  }

  private static void requirePatterns(int patterns) {
    if (patterns < 0) {
      throw new IllegalArgumentException("patterns must be 0 or more, was " + patterns);
    }
  }

  private static void requireProbability(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " must be in [0, 1], was " + value);
    }
  }
}
