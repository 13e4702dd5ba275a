// SPDX-License-Identifier: Apache-2.0
package engram.bench.net;

import engram.kernel.Floats;
import engram.kernel.Transpose;
import java.util.Arrays;

/// The sum of a product of two 16 x 16 matrices and its gradients: what a tiny operation costs.
final class Tiny implements Net {
  private static final int N = 16;

  private final float[] a = Draws.gaussians("a", N * N, 1);
  private final float[] b = Draws.gaussians("b", N * N, 1);
  private final float[] c = new float[N * N];
  private final float[] dA = new float[N * N];
  private final float[] dB = new float[N * N];
  private final float[] dC = new float[N * N];

  @Override
  public float step() {
    product(Transpose.NO, a, Transpose.NO, b, c);
    float loss = Floats.sum(c);
    Arrays.fill(dC, 1);
    product(Transpose.NO, dC, Transpose.YES, b, dA);
    product(Transpose.YES, a, Transpose.NO, dC, dB);
    return loss;
  }

  private static void product(Transpose tx, float[] x, Transpose ty, float[] y, float[] z) {
    Floats.gemm(tx, ty, N, N, N, 1, x, 0, N, y, 0, N, 0, z, 0, N);
  }
}
