// SPDX-License-Identifier: Apache-2.0
package engram.spiking.connect;

/// Which neurons of one population are connected to which of another: a closed family of rules.
///
/// What a rule draws is keyed by the projection and by one neuron at a time (the target, or the
/// source of [FixedOutDegree]). So the pairs do not depend on how many threads draw them.
public sealed interface Connectivity
    permits AllToAll,
        OneToOne,
        FixedInDegree,
        FixedOutDegree,
        FixedTotalNumber,
        PairwiseBernoulli,
        DistanceDependent,
        ListedPairs {

  /// Refuses populations that the rule does not fit.
  ///
  /// @param same whether both are one population
  void requireFits(int sources, int targets, boolean same);

  /// How many synapses are expected between populations of these sizes.
  ///
  /// @param same whether both are one population
  double expectedCount(int sources, int targets, boolean same);

  /// Whether pairs have a place in an order that a list of values can follow: (target, source) of
  /// all pairs, the pairs of a list.
  default boolean isOrdered() {
    return false;
  }
}
