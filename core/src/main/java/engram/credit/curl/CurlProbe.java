// SPDX-License-Identifier: Apache-2.0
package engram.credit.curl;

import engram.kernel.Doubles;
import engram.random.RandomStream;
import engram.source.FromPaper;

/// How much of a flow turns: the share of the antisymmetric part in the Jacobian `J = dv / dtheta`
/// at a point.
///
///     A = (J - J') / 2,   Sy = (J + J') / 2,   curl = |A| / (|A| + |Sy|)   (Frobenius)
///     |A|^2 = (|J|^2 - tr J^2) / 2,   |Sy|^2 = (|J|^2 + tr J^2) / 2
///
/// 0 for the gradient of a function, 1 for a pure rotation. Both `|J|^2` and `tr J^2` need products
/// `J xi` alone, here by central differences; no transposed product. [#at] takes every axis and
/// costs four velocities an axis; [#estimate] takes random signs xi [4], since `E |J xi|^2 = |J|^2`
/// and `E xi' J J xi = tr J^2`.
///
/// @param antisymmetric `|A|`
/// @param symmetric `|Sy|`
@FromPaper(value = "curl-descent", at = "spec: curl measure")
public record CurlProbe(double antisymmetric, double symmetric) {
  /// Half the length of a central difference, in weights.
  private static final double DIFFERENCE = 1e-5;

  /// By every axis.
  public static CurlProbe at(Flow flow, double[] point) {
    requirePoint(flow, point);
    double[] probe = new double[point.length];
    double square = 0;
    double trace = 0;
    for (int i = 0; i < point.length; i++) {
      probe[i] = 1;
      double[] once = product(flow, point, probe);
      square += Doubles.dot(once, once);
      trace += product(flow, point, once)[i];
      probe[i] = 0;
    }
    return of(square, trace);
  }

  /// By random signs.
  ///
  /// @param probes how many, 1 or more; the error falls like one over its root
  public static CurlProbe estimate(Flow flow, double[] point, int probes, RandomStream stream) {
    requirePoint(flow, point);
    if (probes < 1) {
      throw new IllegalArgumentException("probes must be 1 or more, was " + probes);
    }
    double[] probe = new double[point.length];
    double square = 0;
    double trace = 0;
    for (int n = 0; n < probes; n++) {
      for (int i = 0; i < probe.length; i++) {
        probe[i] = stream.nextBoolean() ? 1 : -1;
      }
      double[] once = product(flow, point, probe);
      square += Doubles.dot(once, once) / probes;
      trace += Doubles.dot(probe, product(flow, point, once)) / probes;
    }
    return of(square, trace);
  }

  /// `|A| / (|A| + |Sy|)`; 0 where nothing moves.
  public double share() {
    double both = antisymmetric + symmetric;
    return both > 0 ? antisymmetric / both : 0;
  }

  private static CurlProbe of(double square, double trace) {
    return new CurlProbe(
        Math.sqrt(Math.max(0, (square - trace) / 2)), Math.sqrt(Math.max(0, (square + trace) / 2)));
  }

  /// `J xi`, by a central difference of unit length times the probe's.
  private static double[] product(Flow flow, double[] point, double[] probe) {
    double length = Math.sqrt(Doubles.dot(probe, probe));
    double[] ahead = new double[point.length];
    if (length == 0) {
      return ahead;
    }
    double h = DIFFERENCE / length;
    double[] at = point.clone();
    Doubles.axpy(h, probe, 0, at, 0, at.length);
    flow.velocity(at, ahead);
    System.arraycopy(point, 0, at, 0, at.length);
    Doubles.axpy(-h, probe, 0, at, 0, at.length);
    double[] behind = new double[point.length];
    flow.velocity(at, behind);
    for (int i = 0; i < ahead.length; i++) {
      ahead[i] = (ahead[i] - behind[i]) / (2 * h);
    }
    return ahead;
  }

  private static void requirePoint(Flow flow, double[] point) {
    if (point.length != flow.size()) {
      throw new IllegalArgumentException(
          "point must have length " + flow.size() + ", was " + point.length);
    }
  }
}
