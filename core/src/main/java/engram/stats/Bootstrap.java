// SPDX-License-Identifier: Apache-2.0
package engram.stats;

import engram.random.RandomStream;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.distribution.NormalDistribution;

/// The bootstrap [7]: the spread of a statistic over samples that are drawn with replacement from
/// the one at hand.
///
/// | interval | ends |
/// | --- | --- |
/// | percentile | the `(1 -+ c) / 2` quantiles of the resampled statistics |
/// | BCa | quantiles shifted for bias `z0` (how many resampled values fall below the estimate, ties half) and for skewness `a` (by the jackknife) |
///
/// With z the normal quantile at either tail, BCa reads the quantile at `Phi(z0 + (z0 + z) / (1 - a
/// (z0 + z)))`. Below some ten values no bootstrap covers what it promises.
///
/// The resamples are the stream's: the same stream gives the same interval. Normal quantiles are
/// those of Commons Statistics and depend in their last bits on the machine's `Math.exp`.
///
/// References: see the package.
///
/// @param statistic what is estimated; it must not keep the array that it is given
/// @param resamplesCount how many resamples, 100 or more; 10,000 for an end that is quoted
/// @param confidence inside (0, 1)
public record Bootstrap(
    ToDoubleFunction<double[]> statistic, int resamplesCount, double confidence) {
  /// Checks count and confidence.
  public Bootstrap {
    if (resamplesCount < 100) {
      throw new IllegalArgumentException(
          "resamplesCount must be 100 or more, was " + resamplesCount);
    }
    Checks.confidence(confidence);
  }

  /// The percentile interval.
  ///
  /// @param values two or more finite values
  /// @param random draws `resamplesCount` times as many indices
  public Interval percentile(double[] values, RandomStream random) {
    Checks.values("values", values, 2);
    double[] resampled = resample(values, random);
    double tail = (1 - confidence) / 2;
    return new Interval(
        Quantiles.ofSorted(resampled, tail),
        statistic.applyAsDouble(values.clone()),
        Quantiles.ofSorted(resampled, 1 - tail));
  }

  /// The bias-corrected and accelerated interval.
  ///
  /// @param values two or more finite values
  /// @param random draws `resamplesCount` times as many indices
  public Interval bca(double[] values, RandomStream random) {
    Checks.values("values", values, 2);
    double[] resampled = resample(values, random);
    double estimate = statistic.applyAsDouble(values.clone());
    NormalDistribution normal = NormalDistribution.of(0, 1);
    double bias = normal.inverseCumulativeProbability(shareBelow(resampled, estimate));
    double acceleration = acceleration(values);
    double z = normal.inverseCumulativeProbability((1 - confidence) / 2);
    return new Interval(
        Quantiles.ofSorted(resampled, shifted(normal, bias, acceleration, z)),
        estimate,
        Quantiles.ofSorted(resampled, shifted(normal, bias, acceleration, -z)));
  }

  private static double shifted(NormalDistribution normal, double bias, double a, double z) {
    double sum = bias + z;
    double scale = 1 - a * sum;
    if (scale <= 0) {
      return sum > 0 ? 1 : 0;
    }
    return normal.cumulativeProbability(bias + sum / scale);
  }

  private double[] resample(double[] values, RandomStream random) {
    double[] sample = new double[values.length];
    double[] statistics = new double[resamplesCount];
    for (int b = 0; b < resamplesCount; b++) {
      for (int i = 0; i < sample.length; i++) {
        sample[i] = values[random.nextInt(values.length)];
      }
      statistics[b] = statistic.applyAsDouble(sample);
    }
    Checks.values("statistic of a resample", statistics, resamplesCount);
    Arrays.sort(statistics);
    return statistics;
  }

  /// The share below the estimate, ties half, kept half a resample away from 0 and 1.
  private static double shareBelow(double[] sorted, double estimate) {
    int below = 0;
    int ties = 0;
    for (double value : sorted) {
      if (value < estimate) {
        below++;
      } else if (value == estimate) {
        ties++;
      }
    }
    double half = 0.5 / sorted.length;
    return Math.clamp((below + 0.5 * ties) / sorted.length, half, 1 - half);
  }

  private double acceleration(double[] values) {
    double[] left = new double[values.length];
    for (int out = 0; out < values.length; out++) {
      double[] others = new double[values.length - 1];
      System.arraycopy(values, 0, others, 0, out);
      System.arraycopy(values, out + 1, others, out, others.length - out);
      left[out] = statistic.applyAsDouble(others);
    }
    Checks.values("statistic without one value", left, left.length);
    double mean = Moments.of(left).mean();
    double squares = 0;
    double cubes = 0;
    for (double value : left) {
      double deviation = mean - value;
      squares += deviation * deviation;
      cubes += deviation * deviation * deviation;
    }
    return squares == 0 ? 0 : cubes / (6 * squares * Math.sqrt(squares));
  }
}
