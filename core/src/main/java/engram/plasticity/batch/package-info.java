// SPDX-License-Identifier: Apache-2.0
/// Layers that learn by a local rule, a batch at a time: the parts of `engram.plasticity` put
/// together.
///
/// Reading order: [engram.plasticity.batch.Recipe], all parts of a way to learn;
/// [engram.plasticity.batch.PlainLayer], the definition of a step in plain loops over double;
/// [engram.plasticity.batch.PlasticLayer], the same as products of matrices of float, never with a
/// tensor of samples x units x inputs; [engram.plasticity.batch.FirstWeights];
/// [engram.plasticity.batch.Rows], what to look at when units may be dead or double. Layers on
/// images lie in `engram.plasticity.convolution`.
///
/// References: [1] G. Lagani, C. Gennaro, H. Fassold, G. Amato: FastHebb: scaling Hebbian training
/// of deep neural networks to ImageNet level. arXiv 2207.03172 (2022). [2] D. Krotov, J. J.
/// Hopfield: Unsupervised learning by competing hidden units. PNAS 116 (2019) 7723-7731, arXiv
/// 1806.10181. [3] T. Moraitis et al.: SoftHebb. arXiv 2107.05747 (2021), and its code.
@NullMarked
package engram.plasticity.batch;

import org.jspecify.annotations.NullMarked;
