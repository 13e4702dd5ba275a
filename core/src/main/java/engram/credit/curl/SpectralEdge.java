// SPDX-License-Identifier: Apache-2.0
package engram.credit.curl;

import engram.source.FromPaper;
import java.util.OptionalDouble;
import java.util.function.DoublePredicate;

/// The least eigenvalue of `S / |W2|^2` for wide layers of independent weights, one output, signs
/// at the pre-synaptic side; it does not depend on the weights' scale.
///
/// S is a sum of free matrices [2]: of rank-one terms `w w'`, one a hidden unit with its sign, and
/// of the diagonal D1. With c = M / N, the flipped share p of inputs and q of hidden units,
///
///     R(g) = (1/c) ((1 - q) / (1 - g) - q / (1 + g))     G(u) = (1 - p) / (u - 1) + p / (u + 1)
///     edge = max over u < d of u + R(G(u)),   d = -1 where p > 0, else 1;  G(u) > -1 where q > 0
///
/// The maximised function is concave, since R(G(u)) falls like a Nevanlinna function. Without
/// flips it gives the edge of Marchenko and Pastur plus 1, with all inputs flipped `(1 - sqrt c)^2
/// / c - 1` for c < 1 and -1 from there on. The authors find the edges with hidden flips as roots
/// of the discriminant of a cubic; both agree.
///
/// @param ratio c, inputs over hidden units, above 0
/// @param flippedInputs p, in [0, 1]
/// @param flippedHidden q, in [0, 1]
@FromPaper(value = "curl-descent", at = "code: Fig2 edges")
public record SpectralEdge(double ratio, double flippedInputs, double flippedHidden) {
  private static final int HALVINGS = 200;

  /// Nearer to the end of D1 no maximum is sought: the edge is the end itself.
  private static final double NOWHERE = 1e-60;

  /// Checks the ranges.
  public SpectralEdge {
    if (!(ratio > 0) || !Double.isFinite(ratio)) {
      throw new IllegalArgumentException("ratio must be finite and above 0, was " + ratio);
    }
    requireShare("flippedInputs", flippedInputs);
    requireShare("flippedHidden", flippedHidden);
  }

  /// Input flips alone.
  public static SpectralEdge ofInputs(double ratio, double flipped) {
    return new SpectralEdge(ratio, flipped, 0);
  }

  /// Hidden flips alone.
  public static SpectralEdge ofHidden(double ratio, double flipped) {
    return new SpectralEdge(ratio, 0, flipped);
  }

  /// `lambda_min(S) / |W2|^2`.
  public double least() {
    double far = 1;
    while (slope(far) < 0) {
      far *= 2;
    }
    double near = far;
    while (slope(near) >= 0 && near > NOWHERE) {
      near /= 2;
    }
    if (near <= NOWHERE) {
      return end();
    }
    double distance = bisect(near, far, t -> slope(t) < 0);
    return end() - distance + transform(resolvent(distance));
  }

  /// Whether zero error is stable for wide layers.
  public boolean isStable() {
    return least() > 0;
  }

  /// The share of flipped inputs from which on solutions are unstable; empty if none is, which is
  /// so for c < 1/4. 0 from c = 2/3 on.
  public static OptionalDouble criticalInputs(double ratio) {
    return ofInputs(ratio, 1).isStable()
        ? OptionalDouble.empty()
        : OptionalDouble.of(bisect(0, 1, p -> p == 0 || ofInputs(ratio, p).isStable()));
  }

  /// The share of flipped hidden units from which on solutions are unstable; with all flipped they
  /// always are. Without fluctuations it were `(1 + c) / 2`.
  public static double criticalHidden(double ratio) {
    return bisect(0, 1, q -> q == 0 || ofHidden(ratio, q).isStable());
  }

  /// The left end of the spectrum of D1.
  private double end() {
    return flippedInputs > 0 ? -1 : 1;
  }

  /// G, at a distance to the left of the end.
  private double resolvent(double t) {
    double u = end() - t;
    return (1 - flippedInputs) / (u - 1) + (flippedInputs > 0 ? flippedInputs / -t : 0);
  }

  private double transform(double g) {
    double minus = flippedHidden > 0 ? flippedHidden / (1 + g) : 0;
    return ((1 - flippedHidden) / (1 - g) - minus) / ratio;
  }

  /// The derivative by u of what is maximised; below 0 beyond the maximum and where G leaves its
  /// range.
  private double slope(double t) {
    double g = resolvent(t);
    if (flippedHidden > 0 && g <= -1) {
      return -1;
    }
    double u = end() - t;
    double falling =
        (1 - flippedInputs) / ((u - 1) * (u - 1))
            + (flippedInputs > 0 ? flippedInputs / (t * t) : 0);
    double minus = flippedHidden > 0 ? flippedHidden / ((1 + g) * (1 + g)) : 0;
    return 1 - ((1 - flippedHidden) / ((1 - g) * (1 - g)) + minus) * falling / ratio;
  }

  /// Where a predicate that holds at one end of a stretch, and not at the other, ceases to hold.
  private static double bisect(double whereItHolds, double other, DoublePredicate holds) {
    double inside = whereItHolds;
    double outside = other;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = inside + (outside - inside) / 2;
      if (middle == inside || middle == outside) {
        break;
      }
      if (holds.test(middle)) {
        inside = middle;
      } else {
        outside = middle;
      }
    }
    return inside + (outside - inside) / 2;
  }

  private static void requireShare(String name, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(name + " must be in [0, 1], was " + share);
    }
  }
}
