// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.spike;

import engram.kernel.Doubles;
import engram.source.FromPaper;

/// Inhibitory plasticity by a symmetric window [7]: spikes near each other strengthen an inhibitory
/// synapse, a presynaptic spike by itself weakens it.
///
///     post spike:  dw = f(w) eta r        pre spike:  dw = f(w) eta (o - 2 r* tau)
///
/// All-to-all and additive, uncorrelated Poisson spikes move the weight by
/// `2 eta tau preHz (postHz - r*)`: the neuron comes to the rate r*. With r* = 0 it is the symmetric
/// window alone.
///
/// References: [7] in the package.
///
/// @param eta amplitude, finite, 0 or more, in the unit of amplitudes of the dependence
/// @param targetHz r*, the rate to be held, finite, 0 or more
/// @param tauMs of both traces in ms, finite and above 0; usual 20
/// @param dependence of the size of the weight, with its bounds
@FromPaper(value = "hebbian-rules", at = "spec 14")
public record InhibitoryStdp(double eta, double targetHz, double tauMs, WeightDependence dependence)
    implements PoissonDrift {
  /// Checks the numbers.
  public InhibitoryStdp {
    PairWindow.requireNotNegative("eta", eta);
    PairWindow.requireNotNegative("targetHz", targetHz);
    PairWindow.requirePositive("tauMs", tauMs);
  }

  @Override
  public String name() {
    return "inhibitory STDP";
  }

  @Override
  public double changeAtPre(double weight, SpikeTraces before) {
    return dependence.scaled(weight, eta * (before.post() - 2 * targetHz / 1000 * tauMs));
  }

  @Override
  public double changeAtPost(double weight, SpikeTraces before) {
    return dependence.scaled(weight, eta * before.pre());
  }

  @Override
  public SpikeTraces decayed(SpikeTraces traces, double elapsedMs) {
    double factor = Doubles.exp(-elapsedMs / tauMs);
    return SpikeTraces.ofPairs(traces.pre() * factor, traces.post() * factor);
  }

  @Override
  public SpikeTraces after(SpikeTraces traces, boolean pre, boolean post) {
    return SpikeTraces.ofPairs(
        Pairing.ALL_TO_ALL.preAfter(traces.pre(), pre, post),
        Pairing.ALL_TO_ALL.postAfter(traces.post(), pre, post));
  }

  @Override
  public SpikeTraces poisson(double preHz, double postHz) {
    return SpikeTraces.ofPairs(preHz / 1000 * tauMs, postHz / 1000 * tauMs);
  }
}
