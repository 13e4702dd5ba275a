// SPDX-License-Identifier: Apache-2.0
/// What stands between a rule's sum over a batch and the new weights.
///
/// Reading order: [engram.plasticity.constrain.UpdateFilter], an open seam between the two, with
/// [engram.plasticity.constrain.LargestShare]; [engram.plasticity.constrain.UpdateNormalizer];
/// [engram.plasticity.constrain.WeightConstraint].
///
/// References: [1] K. D. Miller, D. J. C. MacKay: The role of constraints in Hebbian learning.
/// Neural Computation 6 (1994) 100-126, doi:10.1162/neco.1994.6.1.100. [2] M. Gupta, A.
/// Ambikapathi, S. Ramasamy: HebbNet: a simplified Hebbian learning framework to do biologically
/// plausible learning. ICASSP (2021), doi:10.1109/ICASSP39728.2021.9414241. [3] D. Krotov, J. J.
/// Hopfield: Unsupervised learning by competing hidden units. PNAS 116 (2019) 7723-7731, arXiv
/// 1806.10181.
@NullMarked
package engram.plasticity.constrain;

import org.jspecify.annotations.NullMarked;
