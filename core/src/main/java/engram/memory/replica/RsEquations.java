// SPDX-License-Identifier: Apache-2.0
package engram.memory.replica;

import static engram.memory.replica.ControlPoint.power;

import java.util.Arrays;

/// The replica-symmetric equations at a point, as a map of (n, q) with its derivatives. With symbols
/// of the papers: the field is g = a etahat + sqrt(v) z,
///
///     a = beta (P/2) n^(P-1)/sqrt(1 + rho),   v = beta^2 gamma P q^(P-1)/2
///     m = E tanh g,   q = E tanh^2 g,   n = E[etahat tanh g]/sqrt(1 + rho)
///
/// For a part of etahat that is normal around c with variance s, g is normal too, and by Stein's
/// identity E[etahat tanh g] = c E tanh g + s a (1 - E tanh^2 g): one integral in place of two.
final class RsEquations {
  private final int bodies;
  private final double beta;
  private final double load;
  private final double root;
  private final ExampleAverage examples;
  private final TanhMoments moments = new TanhMoments();

  /// The right-hand sides at the last (n, q).
  double overlap;

  double glass;
  double example;

  /// E sech^4 g at the last (n, q).
  double sech4;

  /// How often they were evaluated.
  int evaluations;

  /// Derivatives of the right-hand sides of n and q by n and q.
  final double[] jacobian = new double[4];

  RsEquations(ControlPoint at, ExampleAverage examples) {
    this.bodies = at.bodies();
    this.beta = 1 / at.temperature();
    this.load = at.load();
    this.root = Math.sqrt(1 + examples.entropy());
    this.examples = examples;
    double widest = bodies / 2.0 * bodies / 2.0 + load * bodies / 2;
    if (!(beta * Math.sqrt(widest) <= TrapezoidGrid.LARGEST_SD)) {
      throw new IllegalArgumentException(
          "temperature must be 0 (see ZeroTemperature) or at least "
              + Math.sqrt(widest) / TrapezoidGrid.LARGEST_SD
              + " at this load, was "
              + at.temperature());
    }
  }

  private double signal(double n) {
    return beta * bodies / 2 * power(n, bodies - 1) / root;
  }

  private double noise(double q) {
    return beta * beta * load * bodies * power(q, bodies - 1) / 2;
  }

  /// Evaluates the right-hand sides and their derivatives.
  void evaluate(double n, double q) {
    double a = signal(n);
    double v = noise(q);
    double signalByN = beta * bodies / 2 * (bodies - 1) * power(n, bodies - 2) / root;
    double noiseByQ = beta * beta * load * bodies * (bodies - 1) * power(q, bodies - 2) / 2;
    clear();
    for (int k = 0; k < examples.centres().length; k++) {
      if (examples.weights()[k] > 0) {
        add(examples.weights()[k], examples.centres()[k], a, v);
      }
    }
    jacobian[0] *= signalByN / root;
    jacobian[1] *= noiseByQ / root;
    jacobian[2] *= signalByN;
    jacobian[3] *= noiseByQ;
    example /= root;
    evaluations++;
  }

  private void clear() {
    overlap = 0;
    glass = 0;
    example = 0;
    sech4 = 0;
    Arrays.fill(jacobian, 0);
  }

  private void add(double weight, double centre, double a, double v) {
    double spread = examples.spread();
    moments.average(a * centre, Math.sqrt(a * a * spread + v));
    double t1 = moments.first;
    double t2 = moments.second;
    double slope = 1 - t2;
    double firstCurve = -2 * (t1 - moments.third);
    double secondSlope = -firstCurve;
    double secondCurve = 2 - 8 * t2 + 6 * moments.fourth;
    double firstByA = centre * slope + a * spread * firstCurve;
    double secondByA = centre * secondSlope + a * spread * secondCurve;
    overlap += weight * t1;
    glass += weight * t2;
    example += weight * (centre * t1 + spread * a * slope);
    sech4 += weight * (1 - 2 * t2 + moments.fourth);
    jacobian[0] += weight * (centre * firstByA + spread * slope - spread * a * secondByA);
    jacobian[1] += weight * 0.5 * (centre * firstCurve - spread * a * secondCurve);
    jacobian[2] += weight * secondByA;
    jacobian[3] += weight * 0.5 * secondCurve;
  }

  /// A = ln 2 + E ln cosh g - beta (P-1) n^P/2 + (beta^2 gamma/4)(1 - P q^(P-1) + (P-1) q^P).
  double pressure(double n, double q) {
    double a = signal(n);
    double v = noise(q);
    double logCosh = 0;
    for (int k = 0; k < examples.centres().length; k++) {
      if (examples.weights()[k] > 0) {
        double sd = Math.sqrt(a * a * examples.spread() + v);
        logCosh += examples.weights()[k] * TanhMoments.logCosh(a * examples.centres()[k], sd);
      }
    }
    double glassPart = 1 - bodies * power(q, bodies - 1) + (bodies - 1) * power(q, bodies);
    return TanhMoments.LN_2
        + logCosh
        - beta * (bodies - 1) * power(n, bodies) / 2
        + beta * beta * load / 4 * glassPart;
  }

  /// 1 - beta^2 gamma (P(P-1)/2) q^(P-2) E sech^4 g, after [#evaluate].
  double replicon(double q) {
    return 1 - beta * beta * load * bodies * (bodies - 1) / 2 * power(q, bodies - 2) * sech4;
  }
}
