// SPDX-License-Identifier: Apache-2.0
package engram.sequence.sdr;

import engram.source.FromPaper;
import java.util.List;
import java.util.OptionalInt;

/// False-positive probabilities at every threshold over a grid of plausible settings: where do they
/// become negligible?
///
/// @param grid the settings
/// @param rows one a threshold, ascending
@FromPaper(value = "sdr", at = "spec 9")
public record ThresholdScan(Grid grid, List<Row> rows) {
  /// The settings of a scan: every population with every sparsity and every number of synapses.
  ///
  /// @param thresholds theta, ascending
  /// @param populations n
  /// @param sparsities a / n, in [0, 1]; a is rounded to the nearest whole number
  /// @param synapses s
  public record Grid(
      List<Integer> thresholds,
      List<Integer> populations,
      List<Double> sparsities,
      List<Integer> synapses) {
    /// The authors' grid: theta 3 to 24, n 1000 to 17000 by 4000, a / n 0.5 % to 3 % by 0.5 %, s 20
    /// to 50 by 5; 210 settings.
    public static final Grid PUBLISHED =
        new Grid(
            List.of(
                3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24),
            List.of(1000, 5000, 9000, 13_000, 17_000),
            List.of(0.005, 0.010, 0.015, 0.020, 0.025, 0.030),
            List.of(20, 25, 30, 35, 40, 45, 50));

    /// Copies and checks.
    public Grid {
      thresholds = requireSome("thresholds", thresholds);
      populations = requireSome("populations", populations);
      sparsities = requireSome("sparsities", sparsities);
      synapses = requireSome("synapses", synapses);
      for (double sparsity : sparsities) {
        if (!(sparsity >= 0 && sparsity <= 1)) {
          throw new IllegalArgumentException("sparsities must be in [0, 1], was " + sparsity);
        }
      }
    }

    /// The number of settings, thresholds not counted.
    public int settings() {
      return populations.size() * sparsities.size() * synapses.size();
    }

    private static <T> List<T> requireSome(String name, List<T> values) {
      if (values.isEmpty()) {
        throw new IllegalArgumentException(name + " must be not empty, was []");
      }
      return List.copyOf(values);
    }
  }

  /// The probabilities over all settings at one threshold.
  ///
  /// @param standardDeviation over the settings, divided by their number
  public record Row(
      int threshold,
      double median,
      double mean,
      double standardDeviation,
      double least,
      double most) {}

  /// Copies.
  public ThresholdScan {
    rows = List.copyOf(rows);
  }

  /// Computes a scan.
  public static ThresholdScan over(Grid grid) {
    return new ThresholdScan(grid, grid.thresholds().stream().map(t -> row(grid, t)).toList());
  }

  /// The smallest threshold of the scan whose median is at most `most`; empty if none is.
  public OptionalInt smallestByMedian(double most) {
    return rows.stream().filter(r -> r.median() <= most).mapToInt(Row::threshold).min();
  }

  /// The smallest threshold of the scan whose mean is at most `most`; empty if none is.
  public OptionalInt smallestByMean(double most) {
    return rows.stream().filter(r -> r.mean() <= most).mapToInt(Row::threshold).min();
  }

  private static Row row(Grid grid, int threshold) {
    double[] rates = new double[grid.settings()];
    int i = 0;
    for (int n : grid.populations()) {
      for (double sparsity : grid.sparsities()) {
        int a = (int) Math.rint(sparsity * n);
        for (int s : grid.synapses()) {
          rates[i++] = SdrMath.falsePositive(n, a, s, threshold);
        }
      }
    }
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    double sum = 0;
    for (double rate : rates) {
      least = Math.min(least, rate);
      most = Math.max(most, rate);
      sum += rate;
    }
    double mean = sum / rates.length;
    double squares = 0;
    for (double rate : rates) {
      squares += (rate - mean) * (rate - mean);
    }
    double deviation = Math.sqrt(squares / rates.length);
    return new Row(threshold, SdrMath.median(rates), mean, deviation, least, most);
  }
}
