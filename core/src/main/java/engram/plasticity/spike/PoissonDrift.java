// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.spike;

/// A rule whose mean effect on a weight is known for independent Poisson spikes.
public sealed interface PoissonDrift extends SpikeRule
    permits PairStdp, TripletStdp, InhibitoryStdp {
  /// The mean traces before a spike of the other side, for independent Poisson spikes.
  SpikeTraces poisson(double preHz, double postHz);

  /// The mean change of the weight a second, for independent Poisson spikes and a weight that
  /// stands:
  ///
  ///     preHz changeAtPre(w, means) + postHz changeAtPost(w, means)
  ///
  /// It is exact, because a change is linear in the traces of either side, and these are independent.
  ///
  /// @param preHz rate of presynaptic spikes, finite, 0 or more
  /// @param postHz rate of postsynaptic spikes, finite, 0 or more
  default double drift(double weight, double preHz, double postHz) {
    PairWindow.requireNotNegative("preHz", preHz);
    PairWindow.requireNotNegative("postHz", postHz);
    SpikeTraces means = poisson(preHz, postHz);
    return preHz * changeAtPre(weight, means) + postHz * changeAtPost(weight, means);
  }
}
