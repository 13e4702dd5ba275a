// SPDX-License-Identifier: Apache-2.0
/// Who is connected to whom: rules of connectivity as values, and the distributions that weights,
/// delays and starting states are drawn from.
///
/// | rule | pairs | drawn a |
/// | --- | --- | --- |
/// | [engram.spiking.connect.AllToAll], [engram.spiking.connect.OneToOne], [engram.spiking.connect.ListedPairs] | given | |
/// | [engram.spiking.connect.FixedInDegree] | so many sources a target | target |
/// | [engram.spiking.connect.FixedOutDegree] | so many targets a source | source |
/// | [engram.spiking.connect.FixedTotalNumber] | so many in all | target |
/// | [engram.spiking.connect.PairwiseBernoulli] | each with one probability | target |
/// | [engram.spiking.connect.DistanceDependent] | each with a probability of its distance | target |
///
/// Reading order: [engram.spiking.connect.Connectivity], the rules,
/// [engram.spiking.connect.Distribution].
///
/// References: [1] J. Senk et al.: Connectivity concepts in neuronal network modeling. PLoS
/// Computational Biology 18 (2022) e1010086, doi:10.1371/journal.pcbi.1010086.
@NullMarked
package engram.spiking.connect;

import org.jspecify.annotations.NullMarked;
