// SPDX-License-Identifier: Apache-2.0
/// Which synapses there are. Permanences of dendritic segments stand in `engram.sequence`.
///
/// Reading order: [engram.plasticity.structure.PruneRegrow].
///
/// References: [1] D. C. Mocanu et al.: Scalable training of artificial neural networks with
/// adaptive sparse connectivity inspired by network science. Nature Communications 9 (2018) 2383,
/// arXiv 1707.04780. [2] U. Evci, T. Gale, J. Menick, P. S. Castro, E. Elsen: Rigging the lottery.
/// arXiv 1911.11134 (2019).
@NullMarked
package engram.plasticity.structure;

import org.jspecify.annotations.NullMarked;
