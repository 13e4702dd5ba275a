// SPDX-License-Identifier: Apache-2.0
package engram.autodiff.train;

import java.util.List;

/// Adam with the decay of weights apart from the gradient [3].
///
///     m = beta1 m + (1 - beta1) g
///     v = beta2 v + (1 - beta2) g^2
///     w = (1 - rate decay) w - rate m / (1 - beta1^t) / (sqrt(v / (1 - beta2^t)) + epsilon)
///
/// References: see the package.
///
/// @param rate above 0
/// @param beta1 in [0, 1)
/// @param beta2 in [0, 1)
/// @param epsilon 0 or more
/// @param decay of the weights, 0 or more
public record AdamW(double rate, double beta1, double beta2, double epsilon, double decay)
    implements Optimiser {
  /// Checks each.
  public AdamW {
    Optimiser.requireRate(rate);
    Optimiser.requireShare("beta1", beta1);
    Optimiser.requireShare("beta2", beta2);
    Optimiser.requireNotNegative("epsilon", epsilon);
    Optimiser.requireNotNegative("decay", decay);
  }

  /// With beta1 0.9, beta2 0.999, epsilon 1e-8.
  public AdamW(double rate, double decay) {
    this(rate, 0.9, 0.999, 1e-8, decay);
  }

  @Override
  public List<String> memory() {
    return List.of("mean", "square");
  }

  @Override
  public void update(double now, long step, float[] w, float[] g, float[][] memory) {
    float[] m = memory[0];
    float[] v = memory[1];
    float b1 = (float) beta1;
    float b2 = (float) beta2;
    float c1 = (float) (1 - beta1);
    float c2 = (float) (1 - beta2);
    float rise = (float) (1 / Math.sqrt(1 - Powers.of(beta2, step)));
    float down = (float) (-now / (1 - Powers.of(beta1, step)));
    float least = (float) epsilon;
    float kept = (float) (1 - now * decay);
    for (int i = 0; i < w.length; i++) {
      float slope = g[i];
      m[i] = Math.fma(b1, m[i], c1 * slope);
      v[i] = Math.fma(b2, v[i], c2 * slope * slope);
      float size = Math.fma((float) Math.sqrt(v[i]), rise, least);
      w[i] = Math.fma(down, m[i] / size, kept * w[i]);
    }
  }

  @Override
  public void update(double now, long step, double[] w, double[] g, double[][] memory) {
    double[] m = memory[0];
    double[] v = memory[1];
    double b1 = beta1;
    double b2 = beta2;
    double c1 = (1 - beta1);
    double c2 = (1 - beta2);
    double rise = (1 / Math.sqrt(1 - Powers.of(beta2, step)));
    double down = (-now / (1 - Powers.of(beta1, step)));
    double least = epsilon;
    double kept = (1 - now * decay);
    for (int i = 0; i < w.length; i++) {
      double slope = g[i];
      m[i] = Math.fma(b1, m[i], c1 * slope);
      v[i] = Math.fma(b2, v[i], c2 * slope * slope);
      double size = Math.fma(Math.sqrt(v[i]), rise, least);
      w[i] = Math.fma(down, m[i] / size, kept * w[i]);
    }
  }
}
