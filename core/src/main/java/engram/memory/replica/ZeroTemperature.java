// SPDX-License-Identifier: Apache-2.0
package engram.memory.replica;

import static engram.memory.replica.ControlPoint.power;

import engram.math.FixedPoint;
import engram.math.Normal;
import engram.math.Solved;
import engram.source.FromPaper;

/// The replica-symmetric equations at T = 0, where q = 1:
///
///     a = (P/2) n^(P-1)/sqrt(1 + rho);   s^2 = a^2 rho + gamma P/2
///     m = erf(a/(s sqrt 2));   n = (m + 2 rho (a/s) phi(a/s))/sqrt(1 + rho)
///
/// with phi the normal density, iterated from the state that follows the sign of the examples' average
/// at each site: the retrieving state without load, n = E |etahat|/sqrt(1 + rho).
///
/// @param at where; its temperature is 0
/// @param overlap m
/// @param exampleOverlap n
/// @param residual the greatest difference between the two sides
/// @param iterations how often they were evaluated
///
/// References: see the package, [1] and [2].
@FromPaper(value = "dense-hebbian", at = "spec: T=0")
public record ZeroTemperature(
    ControlPoint at, double overlap, double exampleOverlap, double residual, int iterations) {
  private static final FixedPoint.Rule RULE = new FixedPoint.Rule(1, 1e-15, 200_000);

  /// Follows the retrieving state from no load to this one.
  ///
  /// @param bodies P, 3 or more
  /// @param load gamma, 0 or more
  /// @param datasetEntropy rho, 0 or more
  public static ZeroTemperature solve(int bodies, double load, double datasetEntropy) {
    ControlPoint at = new ControlPoint(bodies, load, 0, datasetEntropy);
    FixedPoint point =
        RULE.iterate(n -> new double[] {exampleOverlap(at, n[0])}, aligned(datasetEntropy));
    double n = point.state()[0];
    return new ZeroTemperature(at, overlap(at, n), n, point.residual(), point.iterations());
  }

  /// n of the state that follows the examples' average: E |1 + sqrt(rho) x|/sqrt(1 + rho).
  static double aligned(double datasetEntropy) {
    if (datasetEntropy == 0) {
      return 1;
    }
    double ratio = 1 / Math.sqrt(datasetEntropy);
    double size = Normal.erf(ratio / Math.sqrt(2)) + 2 / ratio * Normal.density(ratio);
    return size / Math.sqrt(1 + datasetEntropy);
  }

  private static double ratio(ControlPoint at, double n) {
    double a = at.bodies() / 2.0 * power(n, at.bodies() - 1) / Math.sqrt(1 + at.datasetEntropy());
    double variance = a * a * at.datasetEntropy() + at.load() * at.bodies() / 2;
    return a == 0 ? 0 : a / Math.sqrt(variance);
  }

  private static double overlap(ControlPoint at, double n) {
    return Normal.erf(ratio(at, n) / Math.sqrt(2));
  }

  private static double exampleOverlap(ControlPoint at, double n) {
    double ratio = ratio(at, n);
    double own =
        Double.isInfinite(ratio) ? 0 : 2 * at.datasetEntropy() * ratio * Normal.density(ratio);
    return (Normal.erf(ratio / Math.sqrt(2)) + own) / Math.sqrt(1 + at.datasetEntropy());
  }

  /// Whether it solves the equations.
  public boolean converged() {
    return residual <= RsSolution.TOLERANCE;
  }

  /// m with its residual, for a phase diagram.
  public Solved solvedOverlap() {
    return new Solved(overlap, residual);
  }
}
