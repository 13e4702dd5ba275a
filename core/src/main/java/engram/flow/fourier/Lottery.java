// SPDX-License-Identifier: Apache-2.0
package engram.flow.fourier;

import engram.kernel.Doubles;
import engram.source.FromPaper;

/// The waves of all frequencies with which every neuron of a net starts, of which one wins the
/// neuron, and what rules say of the winner. A frequency's start is its input wave (alpha, phi),
/// its output wave (beta, psi) and D = 2 phi - psi. Equals go to the lowest frequency.
///
/// References: see the package.
@FromPaper(value = "modular-addition", at = "lottery")
public final class Lottery {
  /// Who is said to win.
  public enum Rule {
    /// The first to grow in the decoupled flow, [DecoupledFlow#winner].
    FLOW,
    /// The smallest |D|.
    SMALLEST_MISALIGNMENT,
    /// The largest alpha.
    LARGEST_INPUT,
    /// The largest alpha^2 beta cos D.
    LARGEST_DRIVE
  }

  private final int modulus;
  private final Wave[][] inputs;
  private final Wave[][] outputs;

  private Lottery(int modulus, Wave[][] inputs, Wave[][] outputs) {
    this.modulus = modulus;
    this.inputs = inputs;
    this.outputs = outputs;
  }

  /// The start of any net whose first and last weights index the integers modulo p.
  ///
  /// @param inputs M x p, a row a neuron
  /// @param outputs M x p, a row a neuron
  /// @throws IllegalArgumentException if sizes do not fit
  public static Lottery of(FourierBasis basis, double[] inputs, double[] outputs) {
    int p = basis.modulus();
    if (inputs.length == 0 || inputs.length % p != 0 || outputs.length != inputs.length) {
      throw new IllegalArgumentException(
          "weights must be as many rows of %d in both layers, was %d and %d numbers"
              .formatted(p, inputs.length, outputs.length));
    }
    return new Lottery(p, waves(basis, inputs), waves(basis, outputs));
  }

  /// The start of a net.
  public static Lottery of(AdditionNet net) {
    return of(new FourierBasis(net.modulus()), net.inputWeights(), net.outputWeights());
  }

  private static Wave[][] waves(FourierBasis basis, double[] weights) {
    int neurons = weights.length / basis.modulus();
    double[] coefficients = basis.coefficients(weights, neurons);
    Wave[][] waves = new Wave[neurons][basis.frequencies()];
    for (int m = 0; m < neurons; m++) {
      for (int k = 1; k <= basis.frequencies(); k++) {
        waves[m][k - 1] = basis.wave(coefficients, m, k);
      }
    }
    return waves;
  }

  /// The frequency that a rule names for each neuron, from 1.
  public int[] winners(Rule rule) {
    int[] winners = new int[inputs.length];
    for (int m = 0; m < winners.length; m++) {
      winners[m] = 1 + winner(rule, inputs[m], outputs[m]);
    }
    return winners;
  }

  private int winner(Rule rule, Wave[] in, Wave[] out) {
    if (rule == Rule.FLOW) {
      return DecoupledFlow.winner(1.0 / modulus, in, out);
    }
    int best = 0;
    for (int i = 1; i < in.length; i++) {
      best = merit(rule, in[i], out[i]) > merit(rule, in[best], out[best]) ? i : best;
    }
    return best;
  }

  private static double merit(Rule rule, Wave in, Wave out) {
    double misalignment = Wave.wrapped(2 * in.phase() - out.phase());
    return switch (rule) {
      case FLOW -> throw new IllegalStateException("rule must have a merit, was " + rule);
      case SMALLEST_MISALIGNMENT -> -Math.abs(misalignment);
      case LARGEST_INPUT -> in.amplitude();
      case LARGEST_DRIVE ->
          in.amplitude() * in.amplitude() * out.amplitude() * Doubles.cos(misalignment);
    };
  }
}
