// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.factor;

import engram.kernel.Doubles;
import engram.source.FromPaper;
import java.util.Arrays;

/// What a synapse could change, kept until a reward says whether it shall [3]:
///
///     de/dt = -e / tau + h(t)        dw = eta (R - b) e
///
/// h is a Hebbian term that the caller gives. A step multiplies e by `exp(-dt / tau)` exactly and
/// then adds h. Where all synapses of an input share h, the input's own trace say, one e an input is
/// enough: [GatedDelta] takes it in place of the input.
///
/// References: [3] in the package.
@FromPaper(value = "hebbian-rules", at = "spec 15")
public final class EligibilityTrace {
  private final double decay;
  private final double[] trace;

  /// @param synapses at least 1
  /// @param tauMs time constant in ms, finite, 0 or more; usual 500 to 1000; 0 keeps only the last
  ///   h
  /// @param dtMs step in ms, finite and above 0
  public EligibilityTrace(int synapses, double tauMs, double dtMs) {
    if (synapses < 1) {
      throw new IllegalArgumentException("synapses must be at least 1, was " + synapses);
    }
    if (!(tauMs >= 0 && tauMs < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("tauMs must be finite, 0 or more, was " + tauMs);
    }
    if (!(dtMs > 0 && dtMs < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("dtMs must be finite and above 0, was " + dtMs);
    }
    this.decay = tauMs == 0 ? 0 : Doubles.exp(-dtMs / tauMs);
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

  /// Forgets all, as at the start of a trial.
  public void clear() {
    Arrays.fill(trace, 0);
  }

  /// e, one a synapse: the array itself, which only this trace writes.
  public double[] values() {
    return trace;
  }

  /// Adds the change that a reward makes, for a rate of 1: `(R - b) e`.
  ///
  /// @param advantage `R - b`
  /// @param change one a synapse
  public void add(double advantage, double[] change) {
    if (change.length != trace.length) {
      throw new IllegalArgumentException(
          "change must be one a synapse, %d, was %d".formatted(trace.length, change.length));
    }
    Doubles.axpy(advantage, trace, 0, change, 0, trace.length);
  }
}
