// SPDX-License-Identifier: Apache-2.0
package engram.bench.net;

import engram.kernel.Floats;
import engram.kernel.Transpose;
import engram.kernel.Workers;

/// (x + y) mod 23 by 512 ReLU neurons without bias over all pairs, AdamW; a step is an epoch.
final class ModularAddition implements Net {
  private static final int P = 23;
  private static final int PAIRS = P * P;
  private static final int NEURONS = 512;

  private final Workers workers;
  private final float[] x = new float[PAIRS * P];
  private final float[] h = new float[PAIRS * NEURONS];
  private final float[] dH = new float[PAIRS * NEURONS];
  private final float[] logits = new float[PAIRS * P];
  private final Parameter in;
  private final Parameter out;
  private final CrossEntropy loss;
  private int steps;

  ModularAddition(Workers workers) {
    this.workers = workers;
    double deviation = 0.1 / Math.sqrt(P);
    in = new Parameter(Draws.gaussians("in", P * NEURONS, deviation));
    out = new Parameter(Draws.gaussians("out", NEURONS * P, deviation));
    int[] labels = new int[PAIRS];
    for (int pair = 0; pair < PAIRS; pair++) {
      x[pair * P + pair / P]++;
      x[pair * P + pair % P]++;
      labels[pair] = (pair / P + pair % P) % P;
    }
    loss = new CrossEntropy(labels, P);
  }

  @Override
  public float step() {
    Transpose no = Transpose.NO;
    Transpose yes = Transpose.YES;
    product(no, no, PAIRS, NEURONS, P, x, in.value, h);
    Relu.forward(h, h.length);
    product(no, no, PAIRS, P, NEURONS, h, out.value, logits);
    float value = loss.of(logits);
    float[] error = loss.gradient();
    product(yes, no, NEURONS, P, PAIRS, h, error, out.gradient);
    product(no, yes, PAIRS, NEURONS, P, error, out.value, dH);
    Relu.backward(h, dH, h.length);
    product(yes, no, P, NEURONS, PAIRS, x, dH, in.gradient);
    steps++;
    in.adamW(steps, 5e-5f, 0.9f, 0.98f, 0);
    out.adamW(steps, 5e-5f, 0.9f, 0.98f, 0);
    return value;
  }

  private void product(
      Transpose ta, Transpose tb, int m, int n, int k, float[] a, float[] b, float[] c) {
    int lda = ta == Transpose.NO ? k : m;
    int ldb = tb == Transpose.NO ? n : k;
    Floats.gemm(ta, tb, m, n, k, 1, a, 0, lda, b, 0, ldb, 0, c, 0, n, workers);
  }
}
