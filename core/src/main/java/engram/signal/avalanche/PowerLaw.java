// SPDX-License-Identifier: Apache-2.0
package engram.signal.avalanche;

import engram.kernel.Doubles;
import engram.math.Root;
import engram.signal.Tally;
import engram.source.FromPaper;

/// A discrete power law fitted to whole numbers by maximum likelihood [2]:
///
///     p(x) = x^-alpha / Z,  x from least to most,  Z = zeta(alpha, least) - zeta(alpha, most + 1)
///
/// Without an upper cut most is [#NO_CUT] and the second term 0. The likelihood is greatest where
/// the mean of ln x is that of the model, `-Z' / Z`; its curvature gives the standard error. The KS
/// distance is between the cumulative distribution of the data and that of the fit.
///
/// References: see the package.
///
/// @param alpha the exponent, above 1: sizes of a critical branching process have 1.5
/// @param standardError of alpha, for a large sample
/// @param least the lower cut
/// @param most the upper cut; NO_CUT for none
/// @param count how many observations lie between the cuts
/// @param ks the Kolmogorov-Smirnov distance of data and fit
@FromPaper(value = "pspm", at = "spec: power-law fit")
public record PowerLaw(
    double alpha, double standardError, long least, long most, long count, double ks) {
  /// No upper cut.
  public static final long NO_CUT = Long.MAX_VALUE;

  private static final double LOWEST = 1 + 1e-6;
  private static final double HIGHEST = 20;

  /// Fits all observations from a lower cut on.
  ///
  /// @param least 1 or more
  public static PowerLaw fit(Tally data, long least) {
    return fit(data, least, NO_CUT);
  }

  /// Fits the observations between two cuts.
  ///
  /// @param data with two different values or more between the cuts
  /// @param least 1 or more
  /// @param most above least
  public static PowerLaw fit(Tally data, long least, long most) {
    if (least < 1 || least >= most) {
      throw new IllegalArgumentException("least must be in [1, " + (most - 1) + "], was " + least);
    }
    Tally part = data.within(least, most);
    long[] values = part.values();
    long[] counts = part.counts();
    if (values.length < 2) {
      throw new IllegalArgumentException(
          "data must have two different values or more in [%d, %s], was %d"
              .formatted(least, most == NO_CUT ? "any" : most, values.length));
    }
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += counts[i] * Doubles.log((double) values[i]);
    }
    double meanLog = sum / part.total();
    double alpha = solve(meanLog, least, most);
    double h = 1e-4;
    double curvature =
        (meanLog(alpha - Math.min(h, (alpha - 1) / 2), least, most)
                - meanLog(alpha + h, least, most))
            / (h + Math.min(h, (alpha - 1) / 2));
    double error = 1 / Math.sqrt(curvature * part.total());
    double ks = ks(alpha, least, most, values, counts, part.total());
    return new PowerLaw(alpha, error, least, most, part.total(), ks);
  }

  /// Fits with the lower cut at which the KS distance is least [2].
  ///
  /// @param fewest how many observations must be left above the cut, 2 or more
  public static PowerLaw fitWithBestCut(Tally data, long fewest) {
    if (fewest < 2) {
      throw new IllegalArgumentException("fewest must be 2 or more, was " + fewest);
    }
    long[] values = data.values();
    long left = data.total();
    long[] counts = data.counts();
    PowerLaw best = null;
    for (int i = 0; i < values.length - 1 && left >= fewest; i++) {
      if (values[i] >= 1) {
        PowerLaw law = fit(data, values[i]);
        best = best == null || law.ks < best.ks ? law : best;
      }
      left -= counts[i];
    }
    if (best == null) {
      throw new IllegalArgumentException(
          "data must have %d observations of two different values or more, was %d of %d"
              .formatted(fewest, data.total(), values.length));
    }
    return best;
  }

  /// The probability of x or more; NaN outside of the cuts.
  public double tail(long x) {
    if (x < least || x > most) {
      return Double.NaN;
    }
    double above = most == NO_CUT ? 0 : HurwitzZeta.of(alpha, most + 1.0).value();
    return (HurwitzZeta.of(alpha, (double) x).value() - above)
        / (HurwitzZeta.of(alpha, (double) least).value() - above);
  }

  /// Whether the law describes the data better than an exponential of the same least value does
  /// (Vuong's test [2]): the sum of the log likelihood ratios over their standard deviation times
  /// `sqrt(n)`. Above 2 the power law is better, below -2 the exponential `(1 - q) q^(x - least)`
  /// with q by maximum likelihood; in between the data cannot tell.
  ///
  /// @param data that were fitted, without an upper cut
  public double overExponential(Tally data) {
    if (most != NO_CUT) {
      throw new IllegalArgumentException("most must be without a cut, was " + most);
    }
    Tally part = data.within(least, most);
    double beyond = part.mean() - least;
    double logQ = Doubles.log(beyond / (beyond + 1));
    double logStay = Doubles.log(1 / (beyond + 1));
    double logZ = Doubles.log(HurwitzZeta.of(alpha, (double) least).value());
    long[] values = part.values();
    long[] counts = part.counts();
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < values.length; i++) {
      double law = -alpha * Doubles.log((double) values[i]) - logZ;
      double exponential = logStay + (values[i] - least) * logQ;
      sum += counts[i] * (law - exponential);
      squares += counts[i] * (law - exponential) * (law - exponential);
    }
    double mean = sum / part.total();
    return sum / Math.sqrt(part.total() * (squares / part.total() - mean * mean));
  }

  private static double solve(double wanted, long least, long most) {
    double low = meanLog(LOWEST, least, most);
    double high = meanLog(HIGHEST, least, most);
    if (!(wanted < low && wanted > high)) {
      throw new IllegalArgumentException(
          "mean of ln x must be in (%s, %s) for an exponent in (1, 20), was %s"
              .formatted(high, low, wanted));
    }
    Root.Bracket bracket = new Root.Bracket(LOWEST, HIGHEST);
    return Root.brent(s -> meanLog(s, least, most) - wanted, bracket, 1e-12).x();
  }

  /// The model's mean of ln x.
  private static double meanLog(double alpha, long least, long most) {
    HurwitzZeta all = HurwitzZeta.of(alpha, (double) least);
    if (most == NO_CUT) {
      return -all.derivative() / all.value();
    }
    HurwitzZeta above = HurwitzZeta.of(alpha, most + 1.0);
    return -(all.derivative() - above.derivative()) / (all.value() - above.value());
  }

  private static double ks(
      double alpha, long least, long most, long[] values, long[] counts, long total) {
    double above = most == NO_CUT ? 0 : HurwitzZeta.of(alpha, most + 1.0).value();
    double z = HurwitzZeta.of(alpha, (double) least).value() - above;
    long below = 0;
    double far = 0;
    for (int i = 0; i < values.length; i++) {
      double data = (double) below / total;
      // The data stand still up to the value before; there the model has come furthest.
      double modelBefore = 1 - (HurwitzZeta.of(alpha, (double) values[i]).value() - above) / z;
      far = Math.max(far, Math.abs(modelBefore - data));
      below += counts[i];
      double modelAt = 1 - (HurwitzZeta.of(alpha, values[i] + 1.0).value() - above) / z;
      far = Math.max(far, Math.abs(modelAt - (double) below / total));
    }
    return far;
  }
}
