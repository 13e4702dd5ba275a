// SPDX-License-Identifier: Apache-2.0
/// Replica-symmetric theory of dense Hebbian memories: what a network of many spins retrieves,
/// given temperature, load, and how many examples of what quality it has seen.
///
/// Units are those of `engram.memory.dense`: E = -(P!/(2 N^(P-1))) sum_mu e_P, T = 1/beta, load
/// gamma = K P!/(2 N^(P-1)). The papers write beta' = 2 beta/P! with other prefactors in front of E
/// (as far as we recall: their text was not open to us), which is the same beta here, and alpha =
/// K/N^(P-1) = 2 gamma/P!. Dataset entropy rho = (1 - r^2)/(M r^2).
///
/// For P of 3 and more. At P = 2 the noise of the other patterns reacts to the state, so that these
/// equations do not hold (Amit, Gutfreund and Sompolinsky have the ones that do).
///
/// Replica symmetry is trusted where [engram.memory.replica.RsSolution#replicon] is positive: on
/// the border of retrieval that is T above about 0.45. At T = 0 it underestimates the capacity by
/// about a fifth.
///
/// Where examples are noisy and P is large (P = 6, rho = 0.1, T from 0.4 on), solutions within some
/// 2 % of the last load repel plain iteration before they end, as a complex pair of eigenvalues;
/// there the spinodal that is found lies between these two loads.
///
/// Reading order: [engram.memory.replica.ControlPoint], [engram.memory.replica.DenseSupervisedRs]
/// with [engram.memory.replica.RsSolution]; [engram.memory.replica.ZeroTemperature],
/// [engram.memory.replica.OneStep], [engram.memory.replica.CriticalLines],
/// [engram.memory.replica.UltraDetection]; inside, `TanhMoments` has the averages and `RsIteration`
/// the fixed point.
///
/// References: [1] E. Agliari, L. Albanese, F. Alemanno, A. Alessandrelli, A. Barra, F. Giannotti,
/// D. Lotito, D. Pedreschi: Dense Hebbian neural networks: a replica symmetric picture of
/// supervised learning. Physica A 626 (2023) 129076, arXiv:2212.00606. [2] L. Albanese, F.
/// Alemanno, A. Alessandrelli, A. Barra: Replica symmetry breaking in dense neural networks.
/// Journal of Statistical Physics 189 (2022) 24, arXiv:2111.12997. [3] E. Gardner: Multiconnected
/// neural network models. Journal of Physics A 20 (1987) 3453-3464. [4] L. N. Trefethen, J. A. C.
/// Weideman: The exponentially convergent trapezoidal rule. SIAM Review 56 (2014) 385-458. [5] J.
/// R. L. de Almeida, D. J. Thouless: Stability of the Sherrington-Kirkpatrick solution of a spin
/// glass model. Journal of Physics A 11 (1978) 983-990.
@NullMarked
package engram.memory.replica;

import org.jspecify.annotations.NullMarked;
