// SPDX-License-Identifier: Apache-2.0
package engram.spiking.learn;

import engram.kernel.Doubles;
import engram.plasticity.spike.SpikeRule;
import engram.plasticity.spike.SpikeTraces;
import engram.plasticity.spike.WeightDependence;

/// A rule of one's own, as a user writes it: pairs whose strengthening fades exponentially with the
/// weight and whose weakening grows by a logarithm above `w0`. To make more of it than the rules of
/// the library do, a postsynaptic spike also weakens every synapse a little, whether its source has
/// fired or not.
///
/// M. Gilson, T. Fukai: Stability versus neuronal specialization for STDP: long-tail weight
/// distributions solve the dilemma. PLoS ONE 6 (2011) e25339, doi:10.1371/journal.pone.0025339.
record LogStdp(double up, double down, double w0, double aside) implements SpikeRule {
  @Override
  public String name() {
    return "log STDP";
  }

  @Override
  public WeightDependence dependence() {
    return new WeightDependence.Additive(0, 0.03);
  }

  @Override
  public double changeAtPre(double w, SpikeTraces before) {
    double x = w / w0;
    return -down * before.post() * (x <= 1 ? x : 1 + Doubles.log(1 + 5 * (x - 1)) / 5);
  }

  @Override
  public double changeAtPost(double w, SpikeTraces before) {
    return up * before.pre() * Doubles.exp(-w / (5 * w0)) - aside * w;
  }

  @Override
  public SpikeTraces decayed(SpikeTraces traces, double elapsedMs) {
    return new SpikeTraces(
        traces.pre() * Doubles.exp(-elapsedMs / 17),
        traces.post() * Doubles.exp(-elapsedMs / 34),
        0,
        0);
  }

  @Override
  public SpikeTraces after(SpikeTraces traces, boolean pre, boolean post) {
    return new SpikeTraces(traces.pre() + (pre ? 1 : 0), traces.post() + (post ? 1 : 0), 0, 0);
  }
}
