// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.spike;

/// A local rule on spikes: what a spike of either side changes, as a function of the weight and of
/// the traces just before.
///
/// A synapse lives from spike to spike like this, which [PlainSynapse] spells out:
///
///     traces = decayed(traces, elapsed)
///     at a pre spike:    w = bounded(w + changeAtPre(w, traces))
///     at a post spike:   w = bounded(w + changeAtPost(w, traces))
///     traces = after(traces, pre, post)
///
/// A rule of one's own is a record that implements this; networks run it by the same loops as the
/// rules that stand here. It has no state and depends on its arguments alone. Time multiplies each
/// trace by a factor of its own.
public interface SpikeRule {
  /// Its name.
  String name();

  /// How changes depend on the weight, and where weights end.
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
}
