// SPDX-License-Identifier: Apache-2.0
package engram.autodiff.train;

import java.util.List;

/// Gradient descent with momentum [1]: `v = momentum v + g + decay w`, then `w -= rate v`, or with
/// Nesterov's look ahead `w -= rate (g + decay w + momentum v)`.
///
/// References: see the package.
///
/// @param rate above 0
/// @param momentum in [0, 1)
/// @param decay of the weights, 0 or more
/// @param nesterov whether it looks ahead
public record Momentum(double rate, double momentum, double decay, boolean nesterov)
    implements Optimiser {
  /// Checks each.
  public Momentum {
    Optimiser.requireRate(rate);
    Optimiser.requireShare("momentum", momentum);
    Optimiser.requireNotNegative("decay", decay);
  }

  /// Without decay, without looking ahead.
  public Momentum(double rate, double momentum) {
    this(rate, momentum, 0, false);
  }

  @Override
  public List<String> memory() {
    return List.of("velocity");
  }

  @Override
  public void update(double now, long step, float[] w, float[] g, float[][] memory) {
    float[] v = memory[0];
    float mu = (float) momentum;
    float lambda = (float) decay;
    float fromGradient = (float) (nesterov ? -now : 0);
    float fromVelocity = (float) (nesterov ? -now * momentum : -now);
    for (int i = 0; i < w.length; i++) {
      float slope = Math.fma(lambda, w[i], g[i]);
      v[i] = Math.fma(mu, v[i], slope);
      w[i] = Math.fma(fromVelocity, v[i], Math.fma(fromGradient, slope, w[i]));
    }
  }

  @Override
  public void update(double now, long step, double[] w, double[] g, double[][] memory) {
    double[] v = memory[0];
    double mu = momentum;
    double lambda = decay;
    double fromGradient = (nesterov ? -now : 0);
    double fromVelocity = (nesterov ? -now * momentum : -now);
    for (int i = 0; i < w.length; i++) {
      double slope = Math.fma(lambda, w[i], g[i]);
      v[i] = Math.fma(mu, v[i], slope);
      w[i] = Math.fma(fromVelocity, v[i], Math.fma(fromGradient, slope, w[i]));
    }
  }
}
