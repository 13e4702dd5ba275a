// SPDX-License-Identifier: Apache-2.0
package engram.bench;

import engram.random.RandomStream;
import engram.random.Seeds;

/// Arrays to work on: standard Gaussian draws, the same in every run.
final class Numbers {
  private Numbers() {}

  static double[] doubles(int n) {
    RandomStream stream = Seeds.of(1).stream("bench");
    double[] x = new double[n];
    stream.fillGaussian(x, 1);
    return x;
  }

  static double[] positive(int n) {
    double[] x = doubles(n);
    for (int i = 0; i < n; i++) {
      x[i] = Math.abs(x[i]) + 0.01;
    }
    return x;
  }

  static float[] floats(int n) {
    double[] x = doubles(n);
    float[] y = new float[n];
    for (int i = 0; i < n; i++) {
      y[i] = (float) x[i];
    }
    return y;
  }
}
