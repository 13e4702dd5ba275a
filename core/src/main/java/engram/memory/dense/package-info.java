// SPDX-License-Identifier: Apache-2.0
/// Dense Hebbian networks: associative memories whose couplings join P spins at once, made of
/// patterns, of labelled or unlabelled noisy examples, or of explicit noisy couplings.
///
/// Units: T = 1/beta and the energy is -(P!/(2 N^(P-1))) sum_mu e_P, so a retrieved pattern has E/N
/// = -1/2; other conventions differ by P!/2, and [engram.memory.dense.Load] prints them all. Sums
/// over sets of different spins only: powers of overlaps hold lower-body terms too, which are not
/// small at K of order N^(P-1).
///
/// Everything but explicit couplings is integers until the last multiplication, hence exact:
/// nothing drifts, ties are ties, and no result depends on kernel or threads.
///
/// Reading order: [engram.memory.dense.DenseHebbianMemory] (a memory for one's own patterns);
/// [engram.memory.dense.Patterns], [engram.memory.dense.ExampleSet], [engram.memory.dense.Load];
/// [engram.memory.dense.DenseHebbianNetwork] with [engram.memory.dense.FieldScheme];
/// [engram.memory.dense.Start], [engram.memory.dense.GlauberDynamics],
/// [engram.memory.dense.MonteCarlo], [engram.memory.dense.Trajectory]. How a field is formed, and
/// fast, stands in a package of its own, `engram.memory.internal.field`.
///
/// References: [1] E. Agliari, L. Albanese, F. Alemanno, A. Alessandrelli, A. Barra, F. Giannotti,
/// D. Lotito, D. Pedreschi: Dense Hebbian neural networks: a replica symmetric picture of
/// supervised learning. Physica A 626 (2023) 129076, arXiv:2212.00606. [2] The same: Dense Hebbian
/// neural networks: a replica symmetric picture of unsupervised learning. arXiv:2211.14067 (2022).
/// [3] L. Albanese, F. Alemanno, A. Alessandrelli, A. Barra: Replica symmetry breaking in dense
/// neural networks. Journal of Statistical Physics 189 (2022) 24, arXiv:2111.12997.
@NullMarked
package engram.memory.dense;

import org.jspecify.annotations.NullMarked;
