// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.spike;

/// A local rule on spikes: what a spike of either side changes, as a function of the weight and of
/// the traces just before. The family is closed, so that an engine can cover all of it.
///
/// A synapse lives from spike to spike like this, which [PlainSynapse] spells out:
///
///     traces = decayed(traces, elapsed)
///     at a pre spike:    w = bounded(w + changeAtPre(w, traces))
///     at a post spike:   w = bounded(w + changeAtPost(w, traces))
///     traces = after(traces, pre, post)
public sealed interface SpikeRule permits PairStdp, TripletStdp, InhibitoryStdp {
  /// Its name.
  String name();

  /// How changes depend on the weight.
  WeightDependence dependence();

  /// What a presynaptic spike adds to the weight, before bounds.
  ///
  /// @param before the traces just before the spike
  double changeAtPre(double weight, SpikeTraces before);

  /// What a postsynaptic spike adds to the weight, before bounds.
  ///
  /// @param before the traces just before the spike
  double changeAtPost(double weight, SpikeTraces before);

  /// Traces after a time without spikes.
  ///
  /// @param elapsedMs in ms, 0 or more
  SpikeTraces decayed(SpikeTraces traces, double elapsedMs);

  /// Traces after the spikes of one time.
  ///
  /// @param pre whether there was a presynaptic one
  /// @param post whether there was a postsynaptic one
  SpikeTraces after(SpikeTraces traces, boolean pre, boolean post);

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
