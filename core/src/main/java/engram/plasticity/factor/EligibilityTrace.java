// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.factor;

import engram.kernel.Doubles;
import engram.source.FromPaper;

/// What a synapse could change, kept until a reward says whether it shall [3]:
///
///     de/dt = -e / tau + h(t)        dw = eta (R - b) e
///
/// h is a Hebbian term that the caller gives. A step multiplies e by `exp(-dt / tau)` exactly and
/// then adds h.
///
/// References: [3] in the package.
@FromPaper(value = "hebbian-rules", at = "spec 15")
public final class EligibilityTrace {
  private final double decay;
  private final double[] trace;

  /// @param synapses at least 1
  /// @param tauMs time constant in ms, finite and above 0; usual 500 to 1000
  /// @param dtMs step in ms, finite and above 0
  public EligibilityTrace(int synapses, double tauMs, double dtMs) {
    if (synapses < 1) {
      throw new IllegalArgumentException("synapses must be at least 1, was " + synapses);
    }
    requirePositive("tauMs", tauMs);
    requirePositive("dtMs", dtMs);
    this.decay = Doubles.exp(-dtMs / tauMs);
    this.trace = new double[synapses];
  }

  /// Lets a step pass and adds what happened in it.
  ///
  /// @param term h, one a synapse
  public void step(double[] term) {
    if (term.length != trace.length) {
      throw new IllegalArgumentException(
          "term must be one a synapse, %d, was %d".formatted(trace.length, term.length));
    }
    for (int k = 0; k < trace.length; k++) {
      trace[k] = decay * trace[k] + term[k];
    }
  }

  /// The change that a reward makes, for a rate of 1: `(reward - baseline) e`.
  public double[] change(double reward, double baseline) {
    double[] change = new double[trace.length];
    for (int k = 0; k < trace.length; k++) {
      change[k] = (reward - baseline) * trace[k];
    }
    return change;
  }

  private static void requirePositive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be finite and above 0, was " + value);
    }
  }
}
