// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.spike;

import engram.source.FromPaper;

/// A synapse that learns by a [SpikeRule], spike by spike and at any time: the definition, for
/// readers and as the oracle of engines.
///
/// ```java
/// SpikeRule rule =
///     new PairStdp(
///         PairWindow.hebbian(0.01, 1.05, 20),
///         Pairing.ALL_TO_ALL,
///         new WeightDependence.Additive(0, 1));
/// double weight = PlainSynapse.weight(rule, 0.5, new double[] {10, 40}, new double[] {15, 38});
/// ```
@FromPaper(value = "hebbian-rules", at = "spec 14")
public final class PlainSynapse {
  private final SpikeRule rule;
  private double weight;
  private SpikeTraces traces = SpikeTraces.none();
  private double nowMs = Double.NEGATIVE_INFINITY;

  /// A synapse that saw no spike yet.
  ///
  /// @param weight finite and within the range of the rule
  public PlainSynapse(SpikeRule rule, double weight) {
    PairWindow.requireFinite("weight", weight);
    if (rule.dependence().bounded(weight) != weight) {
      throw new IllegalArgumentException(
          "weight must be in the range of %s, was %s".formatted(rule.dependence(), weight));
    }
    this.rule = rule;
    this.weight = weight;
  }

  /// Lives through the spikes of one time.
  ///
  /// @param atMs later than all before, finite
  /// @param pre whether there is a presynaptic one
  /// @param post whether there is a postsynaptic one
  public void spike(double atMs, boolean pre, boolean post) {
    if (!(atMs > nowMs && atMs < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "atMs must be finite and later than " + nowMs + ", was " + atMs);
    }
    traces = rule.decayed(traces, nowMs == Double.NEGATIVE_INFINITY ? 0 : atMs - nowMs);
    if (pre) {
      weight = rule.dependence().bounded(weight + rule.changeAtPre(weight, traces));
    }
    if (post) {
      weight = rule.dependence().bounded(weight + rule.changeAtPost(weight, traces));
    }
    traces = rule.after(traces, pre, post);
    nowMs = atMs;
  }

  /// The weight now.
  public double weight() {
    return weight;
  }

  /// The traces after the last spikes.
  public SpikeTraces traces() {
    return traces;
  }

  /// The weight after lists of spikes.
  ///
  /// @param first the weight before
  /// @param preMs times of presynaptic spikes in ms, each later than the one before
  /// @param postMs times of postsynaptic spikes
  public static double weight(SpikeRule rule, double first, double[] preMs, double[] postMs) {
    PlainSynapse synapse = new PlainSynapse(rule, first);
    int i = 0;
    int k = 0;
    while (i < preMs.length || k < postMs.length) {
      double pre = i < preMs.length ? preMs[i] : Double.POSITIVE_INFINITY;
      double post = k < postMs.length ? postMs[k] : Double.POSITIVE_INFINITY;
      synapse.spike(Math.min(pre, post), pre <= post, post <= pre);
      i += pre <= post ? 1 : 0;
      k += post <= pre ? 1 : 0;
    }
    return synapse.weight();
  }
}
