// SPDX-License-Identifier: Apache-2.0
package engram.bench.net;

import engram.random.RandomStream;
import engram.random.Seeds;

/// Inputs, labels and first weights, the same in every run.
final class Draws {
  private Draws() {}

  static float[] gaussians(String name, int n, double deviation) {
    double[] x = new double[n];
    stream(name).fillGaussian(x, deviation);
    float[] y = new float[n];
    for (int i = 0; i < n; i++) {
      y[i] = (float) x[i];
    }
    return y;
  }

  static int[] labels(int n, int classes) {
    RandomStream stream = stream("labels");
    int[] labels = new int[n];
    for (int i = 0; i < n; i++) {
      labels[i] = stream.nextInt(classes);
    }
    return labels;
  }

  private static RandomStream stream(String name) {
    return Seeds.of(1).stream(name);
  }
}
