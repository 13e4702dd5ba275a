// SPDX-License-Identifier: Apache-2.0
package engram.autodiff.train;

import java.util.List;

/// Gradient descent: `w -= rate (g + decay w)`.
///
/// @param rate above 0
/// @param decay of the weights, 0 or more
public record Sgd(double rate, double decay) implements Optimiser {
  /// Checks both.
  public Sgd {
    Optimiser.requireRate(rate);
    Optimiser.requireNotNegative("decay", decay);
  }

  /// Without decay.
  public Sgd(double rate) {
    this(rate, 0);
  }

  @Override
  public List<String> memory() {
    return List.of();
  }

  @Override
  public void update(double now, long step, float[] w, float[] g, float[][] memory) {
    float down = (float) -now;
    float kept = (float) (1 - now * decay);
    for (int i = 0; i < w.length; i++) {
      w[i] = Math.fma(down, g[i], kept * w[i]);
    }
  }

  @Override
  public void update(double now, long step, double[] w, double[] g, double[][] memory) {
    double down = -now;
    double kept = (1 - now * decay);
    for (int i = 0; i < w.length; i++) {
      w[i] = Math.fma(down, g[i], kept * w[i]);
    }
  }
}
