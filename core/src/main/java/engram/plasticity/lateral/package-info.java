// SPDX-License-Identifier: Apache-2.0
/// Rules with learning connections between the units of one layer: what one unit says, the others
/// need not say again.
///
/// Reading order: [engram.plasticity.lateral.LateralInhibition], decorrelation and whitening;
/// [engram.plasticity.lateral.Apex]; [engram.plasticity.lateral.SimilarityMatching];
/// [engram.plasticity.lateral.FoldiakNetwork] with [engram.plasticity.lateral.FoldiakSettings];
/// [engram.plasticity.lateral.LateralSubspace] with [engram.plasticity.lateral.SubspaceLearning],
/// which keeps what tasks before have learned.
///
/// References: [1] H. B. Barlow, P. Foldiak: Adaptation and decorrelation in the cortex. The
/// Computing Neuron (1989) 54-72. [2] J. J. Atick, A. N. Redlich: Convergent algorithm for sensory
/// receptive field development. Neural Computation 5 (1993) 45-60, doi:10.1162/neco.1993.5.1.45.
/// [3] S. Y. Kung, K. I. Diamantaras: A neural network learning algorithm for adaptive principal
/// component extraction (APEX). ICASSP (1990), doi:10.1109/ICASSP.1990.115975. [4] C. Pehlevan, T.
/// Hu, D. B. Chklovskii: A Hebbian/anti-Hebbian neural network for linear subspace learning. Neural
/// Computation 27 (2015) 1461-1495, arXiv 1503.00669. [5] P. Foldiak: Forming sparse
/// representations by local anti-Hebbian learning. Biological Cybernetics 64 (1990) 165-170,
/// doi:10.1007/BF02331346. [6] M. Xiao, Q. Meng, Z. Zhang, D. He, Z. Lin: Hebbian learning based
/// orthogonal projection for continual learning of spiking neural networks. ICLR (2024), arXiv
/// 2402.11984.
@NullMarked
package engram.plasticity.lateral;

import org.jspecify.annotations.NullMarked;
