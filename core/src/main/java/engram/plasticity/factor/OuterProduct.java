// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.factor;

import engram.kernel.Doubles;

/// Adds `factor y_i x_j` to a matrix in flat rows, units x inputs.
final class OuterProduct {
  private OuterProduct() {}

  static void add(double factor, double[] y, double[] x, double[] rows) {
    if (rows.length != y.length * x.length) {
      throw new IllegalArgumentException(
          "change must be units x inputs, %d x %d, was %d"
              .formatted(y.length, x.length, rows.length));
    }
    for (int i = 0; i < y.length; i++) {
      Doubles.axpy(factor * y[i], x, 0, rows, i * x.length, x.length);
    }
  }
}
