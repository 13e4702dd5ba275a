// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.spike;

import engram.kernel.Doubles;
import engram.source.FromPaper;

/// Spike-timing-dependent plasticity of pairs [1], [5]:
///
///     dr/dt = -r / preTau + pre spikes        do/dt = -o / postTau + post spikes
///     post spike:  dw = f(w) atPost r         pre spike:  dw = f(w) atPre o
///
/// with f the [WeightDependence] for the sign of the change. All-to-all and additive, uncorrelated
/// Poisson spikes move the weight by
///
///     dw/dt = preHz postHz area
///
/// with the [PairWindow#area] in seconds.
///
/// References: [1], [5] in the package.
///
/// @param window amplitudes and time constants
/// @param pairing which spikes form pairs
/// @param dependence of the weight, with its bounds
@FromPaper(value = "hebbian-rules", at = "spec 14")
public record PairStdp(PairWindow window, Pairing pairing, WeightDependence dependence)
    implements PoissonDrift {
  @Override
  public String name() {
    return "pair STDP";
  }

  @Override
  public double changeAtPre(double weight, SpikeTraces before) {
    return dependence.scaled(weight, window.atPre() * before.post());
  }

  @Override
  public double changeAtPost(double weight, SpikeTraces before) {
    return dependence.scaled(weight, window.atPost() * before.pre());
  }

  @Override
  public SpikeTraces decayed(SpikeTraces traces, double elapsedMs) {
    return SpikeTraces.ofPairs(
        traces.pre() * Doubles.exp(-elapsedMs / window.preTauMs()),
        traces.post() * Doubles.exp(-elapsedMs / window.postTauMs()));
  }

  @Override
  public SpikeTraces after(SpikeTraces traces, boolean pre, boolean post) {
    return SpikeTraces.ofPairs(
        pairing.preAfter(traces.pre(), pre, post), pairing.postAfter(traces.post(), pre, post));
  }

  @Override
  public SpikeTraces poisson(double preHz, double postHz) {
    double pre = preHz / 1000;
    double post = postHz / 1000;
    return SpikeTraces.ofPairs(
        pairing.preMean(pre, post, window.preTauMs()),
        pairing.postMean(pre, post, window.postTauMs()));
  }
}
