// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.relax;

import engram.error.NumericalException;
import engram.plasticity.compete.Activation;
import engram.source.FromPaper;
import java.util.List;

/// A layered net with symmetric weights that settles to the least energy, and learns from two
/// settled states [4], [5]. With `s_0` the input, which enters as it is, and t the target:
///
///     E = sum |s_l|²/2 - sum rho(s_l)^T W_l rho(s_{l-1})        C = |s_L - t|²/2
///     ds_l/dt = rho'(s_l) (W_l rho(s_{l-1}) + W_{l+1}^T rho(s_{l+1})) - s_l,  and -beta (s_L - t) for L
///
/// which is the gradient flow of `E + beta C`. A free state has beta 0. What a weight learns stands at
/// its two ends in both states ([Contrast]).
///
/// References: [4], [5] in the package.
@FromPaper(value = "hebbian-rules", at = "spec 19")
public final class EquilibriumNet {
  private final Layers layers;
  private final Settling settling;

  /// @param activation rho, smooth
  /// @param weights one a layer, lowest first, units x units below; copied
  public EquilibriumNet(Activation activation, List<double[][]> weights, Settling settling) {
    this.layers = Layers.of(activation, weights);
    this.settling = settling;
  }

  /// The free state for an input: states of all layers, the input first.
  ///
  /// @throws NumericalException where it does not settle: names the steps and the last move
  public double[][] free(double[] input) {
    double[] none = new double[layers.weights()[layers.count() - 1].length];
    layers.requireSample(input, none);
    return settle(layers.rest(input), none, 0, false);
  }

  /// The state under a nudge, settled from the free state.
  ///
  /// @param beta strength, finite; below 0 away from the target
  public double[][] nudged(double[] input, double[] target, double beta) {
    layers.requireSample(input, target);
    return settle(free(input), target, beta, false);
  }

  /// The state whose last layer is the target, settled from the free state.
  public double[][] clamped(double[] input, double[] target) {
    layers.requireSample(input, target);
    double[][] from = free(input);
    from[layers.count()] = target.clone();
    return settle(from, target, 0, true);
  }

  /// dW of each layer for a rate of 1, units x units below.
  public double[][][] change(double[] input, double[] target, Contrast contrast) {
    return switch (contrast) {
      case Contrast.OneSided(double beta) ->
          between(nudged(input, target, beta), free(input), 1 / beta);
      case Contrast.TwoSided(double beta) ->
          between(nudged(input, target, beta), nudged(input, target, -beta), 0.5 / beta);
      case Contrast.Clamped _ -> between(clamped(input, target), free(input), 1);
    };
  }

  /// Learns one sample.
  ///
  /// @param eta rate, finite, 0 or more
  public void learn(double[] input, double[] target, Contrast contrast, double eta) {
    if (!(eta >= 0 && eta < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("eta must be finite and 0 or more, was " + eta);
    }
    layers.add(eta, change(input, target, contrast));
  }

  /// E of a state.
  public double energy(double[][] state) {
    double energy = 0;
    for (int l = 1; l <= layers.count(); l++) {
      double[] driven = layers.into(l, layers.said(l - 1, state[l - 1]));
      double[] said = layers.said(l, state[l]);
      for (int i = 0; i < said.length; i++) {
        energy += state[l][i] * state[l][i] / 2 - said[i] * driven[i];
      }
    }
    return energy;
  }

  /// Copies of the weights, lowest layer first.
  public double[][][] weights() {
    return layers.copy();
  }

  private double[][][] between(double[][] one, double[][] other, double share) {
    double[][][] change = new double[layers.count()][][];
    for (int l = 1; l <= layers.count(); l++) {
      double[][] product = Layers.product(layers.said(l, one[l]), layers.said(l - 1, one[l - 1]));
      double[][] second =
          Layers.product(layers.said(l, other[l]), layers.said(l - 1, other[l - 1]));
      change[l - 1] = new double[product.length][product[0].length];
      Layers.addTo(change[l - 1], share, product);
      Layers.addTo(change[l - 1], -share, second);
    }
    return change;
  }

  private double[][] settle(double[][] from, double[] target, double beta, boolean clamped) {
    double[][] s = from;
    double most = Double.POSITIVE_INFINITY;
    for (int t = 0; t < settling.mostSteps(); t++) {
      double[][] next = s.clone();
      most = 0;
      for (int l = 1; l <= layers.count() - (clamped ? 1 : 0); l++) {
        double[] flow = flow(l, s);
        next[l] = s[l].clone();
        for (int i = 0; i < flow.length; i++) {
          double nudge = l == layers.count() ? beta * (s[l][i] - target[i]) : 0;
          double move = settling.step() * (flow[i] - s[l][i] - nudge);
          next[l][i] += move;
          most = Math.max(most, Double.isFinite(move) ? Math.abs(move) : Double.POSITIVE_INFINITY);
        }
      }
      s = next;
      if (most <= settling.tolerance()) {
        return s;
      }
    }
    throw new NumericalException(
        "an equilibrium net did not settle in %d steps: the last one moved by %s"
            .formatted(settling.mostSteps(), most));
  }

  /// `rho'(s_l) (W_l rho(s_{l-1}) + W_{l+1}^T rho(s_{l+1}))`.
  private double[] flow(int layer, double[][] s) {
    double[] flow = layers.into(layer, layers.said(layer - 1, s[layer - 1]));
    if (layer < layers.count()) {
      double[] above = layers.outOf(layer, layers.said(layer + 1, s[layer + 1]));
      for (int i = 0; i < flow.length; i++) {
        flow[i] += above[i];
      }
    }
    for (int i = 0; i < flow.length; i++) {
      flow[i] *= layers.activation().slope(s[layer][i]);
    }
    return flow;
  }
}
