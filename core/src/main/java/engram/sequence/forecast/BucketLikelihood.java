// SPDX-License-Identifier: Apache-2.0
package engram.sequence.forecast;

import engram.error.DataCorruptException;
import engram.kernel.Doubles;
import engram.source.FromPaper;
import engram.state.Snapshot;

/// How surprised a forecaster that tells a distribution is by what comes:
///
///     NLL = mean of -ln max(floor, p(bucket of y))
///
/// The floor, 0.01 in the paper, bounds what one surprise can cost. A uniform distribution over `n`
/// buckets earns `ln n`, 3.09 for the paper's 22.
@FromPaper(value = "htm", at = "spec taxi")
public final class BucketLikelihood {
  /// The paper's floor.
  public static final double FLOOR = 0.01;

  private static final double SUM_TOLERANCE = 1e-6;

  private final Buckets buckets;
  private final double floor;
  private long count;
  private double sum;

  /// @param buckets of the distributions
  /// @param floor least probability that a truth is given, in (0, 1]
  public BucketLikelihood(Buckets buckets, double floor) {
    if (!(floor > 0 && floor <= 1)) {
      throw new IllegalArgumentException("floor must be in (0, 1], was " + floor);
    }
    this.buckets = buckets;
    this.floor = floor;
  }

  /// Scores a distribution against the value that it was for.
  ///
  /// @param probabilities one a bucket, from 0, together 1
  /// @param truth what came
  public void add(double[] probabilities, double truth) {
    double total = 0;
    for (double p : probabilities) {
      total += p;
      if (!(p >= 0)) {
        throw new IllegalArgumentException("probabilities must be 0 or more, was " + p);
      }
    }
    if (probabilities.length != buckets.count() || Math.abs(total - 1) > SUM_TOLERANCE) {
      throw new IllegalArgumentException(
          "probabilities must be "
              + buckets.count()
              + " that sum to 1, were "
              + probabilities.length
              + " that sum to "
              + total);
    }
    count++;
    sum -= Doubles.log(Math.max(floor, probabilities[buckets.of(truth)]));
  }

  /// How many were scored.
  public long count() {
    return count;
  }

  /// The mean negative log likelihood, in nats; NaN where nothing was scored.
  public double mean() {
    return count == 0 ? Double.NaN : sum / count;
  }

  /// Its state.
  public Snapshot snapshot() {
    return Snapshot.named("bucket-likelihood", 1)
        .number("count", "1", count)
        .doubles("sum", "nat", new double[] {sum})
        .build();
  }

  /// Replaces the state.
  public void restore(Snapshot snapshot) {
    double[] kept = snapshot.require("bucket-likelihood", 1).doubles("sum");
    if (kept.length != 1) {
      throw new DataCorruptException("sum of a likelihood must be 1 number, was " + kept.length);
    }
    count = snapshot.number("count");
    sum = kept[0];
  }
}
