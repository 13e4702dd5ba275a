// SPDX-License-Identifier: Apache-2.0
package engram.bench.net;

import engram.kernel.Floats;

/// max(x, 0), in place.
final class Relu {
  private Relu() {}

  static void forward(float[] x, int n) {
    for (int i = 0; i < n; i++) {
      x[i] = Math.max(x[i], 0);
    }
  }

  /// Clears the gradient where the result was 0.
  static void backward(float[] y, float[] dy, int n) {
    Floats.wherePositive(y, 0, dy, 0, dy, 0, n);
  }
}
