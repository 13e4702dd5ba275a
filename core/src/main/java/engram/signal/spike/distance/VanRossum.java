// SPDX-License-Identifier: Apache-2.0
package engram.signal.spike.distance;

import engram.kernel.Doubles;
import engram.signal.spike.SpikeTrain;
import engram.source.FromPaper;

/// Van Rossum's distance [1]: both trains are filtered with `exp(-t / tau)` and compared over all of
/// time,
///
///     f(t) = sum over spikes u <= t of exp(-(t - u) / tau)
///     D^2  = 1/tau integral of (f - g)^2 dt = 1/2 sum over i, j of w_i w_j exp(-|t_i - t_j| / tau)
///
/// where the sum runs over the spikes of both trains, those of the first with w = 1 and those of the
/// second with w = -1. Going through them in order, each needs only the decayed sum of the weights
/// before it (the markage of [2]): n + m steps instead of (n + m)^2. Spikes at one time cancel
/// before anything is rounded, so that equal trains are exactly 0 apart.
///
/// Closed forms: a spike against none has D^2 = 1/2, two spikes dt apart `1 - exp(-dt / tau)`. For
/// tau to 0 D^2 counts half the spikes that do not coincide; for large tau it is half the squared
/// difference of the counts.
///
/// References: see the package.
///
/// @param tauMs time constant of the filter, above 0
@FromPaper(value = "pspm", at = "spec: van Rossum distance")
public record VanRossum(double tauMs) implements TrainDistance {
  /// Checks the time constant.
  public VanRossum {
    if (!(tauMs > 0 && tauMs < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("tauMs must be finite and above 0, was " + tauMs);
    }
  }

  /// The distance D.
  @Override
  public double between(SpikeTrain first, SpikeTrain second) {
    return Math.sqrt(squared(first, second));
  }

  /// The distance as a share of the target's distance from silence: `D(target, model) / D(target,
  /// nothing)`; a silent model has 1.
  ///
  /// @param target with a spike or more
  public double normalized(SpikeTrain target, SpikeTrain model) {
    if (target.count() == 0) {
      throw new IllegalArgumentException(
          "target must have a spike or more for a normalised distance, was empty");
    }
    double size = squared(target, SpikeTrain.silent(target.durationMs()));
    return Math.sqrt(squared(target, model) / size);
  }

  /// The squared distance.
  public double squared(SpikeTrain first, SpikeTrain second) {
    int i = 0;
    int j = 0;
    double before = Double.NEGATIVE_INFINITY;
    double markage = 0;
    double sum = 0;
    while (i < first.count() || j < second.count()) {
      double a = i < first.count() ? first.timeMs(i) : Double.POSITIVE_INFINITY;
      double b = j < second.count() ? second.timeMs(j) : Double.POSITIVE_INFINITY;
      double t = Math.min(a, b);
      int weight = 0;
      if (a == t) {
        weight++;
        i++;
      }
      if (b == t) {
        weight--;
        j++;
      }
      if (weight != 0) {
        markage *= markage == 0 ? 0 : Doubles.exp((before - t) / tauMs);
        sum += 0.5 + weight * markage;
        markage += weight;
        before = t;
      }
    }
    return Math.max(0, sum);
  }
}
