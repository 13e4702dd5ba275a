// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.batch;

import engram.kernel.Floats;
import engram.kernel.Transpose;
import engram.plasticity.compete.Score;

/// Scores of a batch, by one product of matrices.
final class ScoreKernel {
  private ScoreKernel() {}

  /// Writes u, samples x units.
  static void score(Score score, float[] weights, Activity a) {
    float[] w = score instanceof Score.PInner p ? bent(p, weights) : weights;
    product(w, a);
    switch (score) {
      case Score.Inner _, Score.PInner _ -> {}
      case Score.Nearness _ -> nearness(weights, a);
      case Score.Cosine _ -> cosine(weights, a);
    }
  }

  private static void product(float[] w, Activity a) {
    int n = a.inputs();
    int m = a.units();
    Floats.gemm(
        Transpose.NO,
        Transpose.YES,
        a.samples(),
        m,
        n,
        1,
        a.x(),
        a.xAt(),
        n,
        w,
        0,
        n,
        0,
        a.u(),
        0,
        m);
  }

  private static float[] bent(Score.PInner p, float[] weights) {
    if (p.p() == 2) {
      return weights;
    }
    float[] bent = new float[weights.length];
    for (int i = 0; i < bent.length; i++) {
      bent[i] = p.p() == 3 ? weights[i] * Math.abs(weights[i]) : (float) p.bent(weights[i]);
    }
    return bent;
  }

  private static void nearness(float[] w, Activity a) {
    for (int i = 0; i < a.units(); i++) {
      int at = i * a.inputs();
      float half = Floats.dot(w, at, w, at, a.inputs()) / 2;
      for (int b = 0; b < a.samples(); b++) {
        a.u()[b * a.units() + i] -= half;
      }
    }
  }

  private static void cosine(float[] w, Activity a) {
    float[] lengths = new float[a.units()];
    for (int i = 0; i < a.units(); i++) {
      int at = i * a.inputs();
      lengths[i] = Floats.dot(w, at, w, at, a.inputs());
    }
    for (int b = 0; b < a.samples(); b++) {
      int at = a.xAt() + b * a.inputs();
      double square = Floats.dot(a.x(), at, a.x(), at, a.inputs());
      for (int i = 0; i < a.units(); i++) {
        double both = Math.sqrt(square * lengths[i]);
        int k = b * a.units() + i;
        a.u()[k] = both > 0 ? (float) (a.u()[k] / both) : 0;
      }
    }
  }
}
