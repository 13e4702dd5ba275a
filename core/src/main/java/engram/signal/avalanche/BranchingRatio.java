// SPDX-License-Identifier: Apache-2.0
package engram.signal.avalanche;

import engram.source.FromPaper;

/// How many spikes of the next bin follow from a spike, in three forms. With A(t) the count of bin
/// t:
///
/// | form | definition | right where |
/// | --- | --- | --- |
/// | [#descendants] | `sum of A(t+1) / sum of A(t)` over t with A(t) > 0 | nothing starts within an avalanche |
/// | [#firstStep] | mean over beginnings of `A(t+1) / A(t)` [1] | the same; it weighs all avalanches alike |
/// | [#slope] | slope of the line of A(t+1) over A(t), all bins [4] | spikes also start from outside at a constant rate, and all neurons are seen |
///
/// A beginning is a bin with spikes behind one without. All are 1 in a critical branching process,
/// below 1 in one that dies out.
///
/// References: see the package.
@FromPaper(value = "pspm", at = "spec: avalanches")
public final class BranchingRatio {
  private long bins;
  private long before;
  private boolean beforeSilent;
  private double ancestors;
  private double descendants;
  private long beginnings;
  private double firstSteps;
  private double sumX;
  private double sumY;
  private double sumXx;
  private double sumXy;

  /// Before the first bin.
  public BranchingRatio() {}

  /// Takes the next bin.
  ///
  /// @param spikes how many spikes it has, 0 or more
  public void bin(long spikes) {
    if (spikes < 0) {
      throw new IllegalArgumentException("spikes must be 0 or more, was " + spikes);
    }
    if (bins > 0) {
      sumX += before;
      sumY += spikes;
      sumXx += (double) before * before;
      sumXy += (double) before * spikes;
      if (before > 0) {
        ancestors += before;
        descendants += spikes;
        if (beforeSilent) {
          beginnings++;
          firstSteps += (double) spikes / before;
        }
      }
    }
    beforeSilent = bins > 0 && before == 0;
    before = spikes;
    bins++;
  }

  /// Takes bins without spikes.
  ///
  /// @param count how many, 0 or more
  public void silence(long count) {
    if (count < 0) {
      throw new IllegalArgumentException("count must be 0 or more, was " + count);
    }
    // Behind the second, a further one changes nothing but the number of bins.
    for (long i = 0; i < Math.min(2, count); i++) {
      bin(0);
    }
    bins += Math.max(0, count - 2);
  }

  /// Spikes behind spikes over spikes; NaN without any.
  public double descendants() {
    return descendants / ancestors;
  }

  /// The mean ratio of the first two bins of an avalanche; NaN without any.
  public double firstStep() {
    return firstSteps / beginnings;
  }

  /// The slope of A(t+1) over A(t); NaN where A never changes.
  public double slope() {
    double pairs = bins - 1;
    double spread = sumXx - sumX * sumX / pairs;
    return spread > 0 ? (sumXy - sumX * sumY / pairs) / spread : Double.NaN;
  }
}
