// SPDX-License-Identifier: Apache-2.0
/// Local rules of plasticity on batches of activity, each a record with its exact equation. Rules
/// on spikes are another kind, without a supertype here: `engram.plasticity.spike`.
///
/// Notation: x in R^n the input, u the scores (`W x` unless said), y in R^m the activity, W the
/// m x n weights with rows w_i, `<.>` a mean over samples.
///
/// A step of learning is a line of small parts, each a value of its own package:
///
///     x -> Score -> u -> Competition -> y -> PlasticityRule -> dW, summed over the batch
///       -> UpdateFilter -> UpdateNormalizer -> LearningRatePolicy -> W -> WeightConstraint
///
/// so that SoftHebb, competing hidden units, self-organising maps, HPCA or HebbNet are choices of
/// parts rather than classes. `engram.plasticity.batch` puts the parts together, once as a plain
/// definition and once as a kernel.
///
/// Reading order: [engram.plasticity.PlasticityRule] and what it reads, [engram.plasticity.Sample]
/// and [engram.plasticity.Traces]; [engram.plasticity.Hebb], [engram.plasticity.Covariance];
/// [engram.plasticity.Oja], [engram.plasticity.Sanger], [engram.plasticity.Subspace];
/// [engram.plasticity.Instar], [engram.plasticity.Outstar]; [engram.plasticity.Bcm];
/// [engram.plasticity.CompetingUnits]; [engram.plasticity.IndependentComponents].
///
/// References: [1] D. O. Hebb: The organization of behavior. Wiley (1949). [2] E. Oja: A simplified
/// neuron model as a principal component analyzer. Journal of Mathematical Biology 15 (1982)
/// 267-273, doi:10.1007/BF00275687. [3] T. D. Sanger: Optimal unsupervised learning in a
/// single-layer linear feedforward neural network. Neural Networks 2 (1989) 459-473,
/// doi:10.1016/0893-6080(89)90044-0. [4] E. Oja: Neural networks, principal components, and
/// subspaces. International Journal of Neural Systems 1 (1989) 61-68,
/// doi:10.1142/S0129065789000475. [5] S. Grossberg: Adaptive pattern classification and universal
/// recoding. Biological Cybernetics 23 (1976) 121-134, doi:10.1007/BF00344744. [6] E. L.
/// Bienenstock, L. N. Cooper, P. W. Munro: Theory for the development of neuron selectivity. Journal
/// of Neuroscience 2 (1982) 32-48, doi:10.1523/JNEUROSCI.02-01-00032.1982. [7] C. C. Law, L. N.
/// Cooper: Formation of receptive fields in realistic visual environments according to the
/// Bienenstock, Cooper, and Munro theory. PNAS 91 (1994) 7797-7801, doi:10.1073/pnas.91.16.7797. [8]
/// D. Krotov, J. J. Hopfield: Unsupervised learning by competing hidden units. PNAS 116 (2019)
/// 7723-7731, arXiv 1806.10181. [9] T. Moraitis et al.: SoftHebb. arXiv 2107.05747 (2021). [10]
/// G. Lagani, F. Falchi, C. Gennaro, G. Amato: Hebbian semi-supervised learning in a sample
/// efficiency setting. arXiv 2103.09002 (2021). [11] S. Amari, A. Cichocki, H. H. Yang: A new
/// learning algorithm for blind signal separation. NIPS 8 (1996). [12] M. V. Tsodyks, M. V.
/// Feigelman: The enhanced storage capacity in neural networks with low activity level. Europhysics
/// Letters 6 (1988) 101-105, doi:10.1209/0295-5075/6/2/002.
@NullMarked
package engram.plasticity;

import org.jspecify.annotations.NullMarked;
