// SPDX-License-Identifier: Apache-2.0
package engram.memory.replica;

import engram.kernel.Doubles;

/// Averages of powers of t = tanh g over g normal, by the trapezoidal rule. Kept and filled again:
/// not for several threads at once.
final class TanhMoments {
  static final double LN_2 = Doubles.log(2);

  private double[] t = new double[0];
  private double[] square = new double[0];
  private double[] weighted = new double[0];

  /// E t.
  double first;

  /// E t^2.
  double second;

  /// E t^3.
  double third;

  /// E t^4.
  double fourth;

  /// Averages over g with a mean and a standard deviation.
  void average(double mean, double sd) {
    TrapezoidGrid grid = TrapezoidGrid.serving(sd);
    int n = grid.nodes.length;
    if (t.length < n) {
      t = new double[n];
      square = new double[n];
      weighted = new double[n];
    }
    for (int i = 0; i < n; i++) {
      t[i] = Math.fma(sd, grid.nodes[i], mean);
    }
    Doubles.tanh(t, 0, t, 0, n);
    for (int i = 0; i < n; i++) {
      square[i] = t[i] * t[i];
      weighted[i] = grid.weights[i] * t[i];
    }
    first = Doubles.sum(weighted, 0, n);
    second = Doubles.dot(weighted, 0, t, 0, n);
    third = Doubles.dot(weighted, 0, square, 0, n);
    for (int i = 0; i < n; i++) {
      weighted[i] *= t[i];
    }
    fourth = Doubles.dot(weighted, 0, square, 0, n);
  }

  /// E ln cosh g = E |g| + E ln(1 + exp(-2|g|)) - ln 2, summed node by node.
  static double logCosh(double mean, double sd) {
    TrapezoidGrid grid = TrapezoidGrid.serving(sd);
    int n = grid.nodes.length;
    double[] size = new double[n];
    double[] rest = new double[n];
    for (int i = 0; i < n; i++) {
      size[i] = Math.abs(Math.fma(sd, grid.nodes[i], mean));
      rest[i] = -2 * size[i];
    }
    Doubles.exp(rest, 0, rest, 0, n);
    for (int i = 0; i < n; i++) {
      rest[i] += 1;
    }
    Doubles.log(rest, 0, rest, 0, n);
    for (int i = 0; i < n; i++) {
      size[i] += rest[i] - LN_2;
    }
    return Doubles.dot(size, 0, grid.weights, 0, n);
  }
}
