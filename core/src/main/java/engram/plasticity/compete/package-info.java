// SPDX-License-Identifier: Apache-2.0
/// From a sample to the activity of units: what a unit scores, and how units compete.
///
/// Reading order: [engram.plasticity.compete.Score], what a unit makes of a sample;
/// [engram.plasticity.compete.Competition], which turns scores into activity, with
/// [engram.plasticity.compete.Activation] where units do not compete;
/// [engram.plasticity.compete.Conscience] and [engram.plasticity.compete.Prior], two biases that
/// learn who wins. All here are pure definitions in double; `engram.plasticity.batch` has the fast
/// forms.
///
/// References: [1] D. Krotov, J. J. Hopfield: Unsupervised learning by competing hidden units. PNAS
/// 116 (2019) 7723-7731, arXiv 1806.10181. [2] T. Moraitis, D. Toichkin, A. Journe, Y. Chua, Q.
/// Guo: SoftHebb: Bayesian inference in unsupervised Hebbian soft winner-take-all networks. arXiv
/// 2107.05747 (2021). [3] A. Journe, H. Garcia Rodriguez, Q. Guo, T. Moraitis: Hebbian deep
/// learning without feedback. arXiv 2209.11883 (2022). [4] T. Kohonen: Self-organized formation of
/// topologically correct feature maps. Biological Cybernetics 43 (1982) 59-69,
/// doi:10.1007/BF00337288. [5] D. DeSieno: Adding a conscience to competitive learning. IEEE
/// International Conference on Neural Networks (1988), doi:10.1109/ICNN.1988.23839.
@NullMarked
package engram.plasticity.compete;

import org.jspecify.annotations.NullMarked;
