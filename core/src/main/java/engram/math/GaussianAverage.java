// SPDX-License-Identifier: Apache-2.0
package engram.math;

import java.util.function.DoubleUnaryOperator;

/// Averages over a normal variable by Gauss-Hermite quadrature: exact for polynomials of degree
/// below `2 points`.
///
///     E f(mean + sd Z) = sum over i of w_i f(mean + sd z_i)
///
/// The nodes z_i are the eigenvalues of the Jacobi matrix of the Hermite polynomials (zeros on the
/// diagonal, sqrt(k) beside it), found by bisection on the count of negative pivots; the weights are
/// `w_i = 1 / sum over k of h_k(z_i)^2` with the orthonormal polynomials h_k [5]. Roots and the four
/// operations alone: the same bits on every machine. For functions with kinks or steps use
/// [Integral#adaptive] against the density instead: there the error falls slowly with the points.
public final class GaussianAverage {
  private final double[] nodes;
  private final double[] weights;

  /// The rule of that many nodes.
  ///
  /// @param points in [1, 256]
  public GaussianAverage(int points) {
    if (points < 1 || points > 256) {
      throw new IllegalArgumentException("points must be in [1, 256], was " + points);
    }
    nodes = new double[points];
    weights = new double[points];
    for (int i = 0; i < points; i++) {
      int mirror = points - 1 - i;
      nodes[i] = i < mirror ? -node(points, mirror) : i == mirror ? 0 : node(points, i);
      weights[i] = 1 / sumOfSquares(points, nodes[i]);
    }
  }

  /// The eigenvalue that has `index` others below it; a positive one.
  private static double node(int points, int index) {
    double low = 0;
    double high = 2 * Math.sqrt(points);
    while (true) {
      double middle = low + 0.5 * (high - low);
      if (middle <= low || middle >= high) {
        return low;
      }
      if (countBelow(points, middle) > index) {
        high = middle;
      } else {
        low = middle;
      }
    }
  }

  private static int countBelow(int points, double x) {
    int count = 0;
    double pivot = -x;
    for (int k = 1; ; k++) {
      count += pivot < 0 ? 1 : 0;
      if (k == points) {
        return count;
      }
      pivot = -x - k / (pivot == 0 ? Double.MIN_NORMAL : pivot);
    }
  }

  private static double sumOfSquares(int points, double z) {
    double before = 0;
    double now = 1;
    double sum = 1;
    for (int k = 1; k < points; k++) {
      double next = (z * now - Math.sqrt(k - 1) * before) / Math.sqrt(k);
      before = now;
      now = next;
      sum += now * now;
    }
    return sum;
  }

  /// The average of f over a standard normal variable.
  public double of(DoubleUnaryOperator f) {
    return of(f, 0, 1);
  }

  /// The average of f over a normal variable.
  ///
  /// @param f the function
  /// @param mean of the variable
  /// @param standardDeviation of the variable, 0 or more
  public double of(DoubleUnaryOperator f, double mean, double standardDeviation) {
    if (!(standardDeviation >= 0)) {
      throw new IllegalArgumentException(
          "standardDeviation must be 0 or more, was " + standardDeviation);
    }
    double sum = 0;
    for (int i = 0; i < nodes.length; i++) {
      sum += weights[i] * f.applyAsDouble(mean + standardDeviation * nodes[i]);
    }
    return sum;
  }
}
