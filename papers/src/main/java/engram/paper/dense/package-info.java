// SPDX-License-Identifier: Apache-2.0
/// Paper 3, `dense-hebbian`: E. Agliari, L. Albanese, F. Alemanno, A. Alessandrelli, A. Barra, F.
/// Giannotti, D. Lotito, D. Pedreschi: Dense Hebbian neural networks: a replica symmetric picture
/// of supervised learning, Physica A 626 (2023) 129076, arXiv:2212.00606.
///
/// **What could be read.** The abstract, and that of the companion on unsupervised learning
/// (arXiv:2211.14067). The paper's text and code were not found. The equations are derived again by
/// us and checked against our own simulations; what rests on memory of the literature says so.
///
/// **What is reproduced.** Ultra-detection with coupling noise; ultra-storage and its exponent; the
/// replica-symmetric equations and their phase diagram beside Monte Carlo; that the examples enter
/// through the dataset entropy rho; that more of them help; what a teacher saves; classes of
/// images. Basins, which the abstract does not speak of, are measured apart from stability.
///
/// **What is not.** The paper's figures; its Plefka scheme; networks of more than a thousand spins;
/// loads where replica symmetry is broken.
///
/// **Conventions.** Units and load gamma are those of `engram.memory.dense`; `Load` prints the
/// others. Whatever P is, no network beats the noise of its own class's mean, erf(1/sqrt(2 rho)):
/// many bodies cure coupling noise and load, nothing else.
///
/// Reading order: [engram.paper.dense.DenseHebbian] (the study);
/// [engram.paper.dense.UltraDetection], [engram.paper.dense.UltraStorage],
/// [engram.paper.dense.StorageExponent]; [engram.paper.dense.SolvedTheory],
/// [engram.paper.dense.RetrievalBorder], [engram.paper.dense.DatasetEntropy],
/// [engram.paper.dense.MoreExamples], [engram.paper.dense.Teacher]; [engram.paper.dense.Basins];
/// [engram.paper.dense.ImageClasses] with its claims, [engram.paper.dense.Source] and
/// [engram.paper.dense.SignedImages]. They share [engram.paper.dense.Ensemble],
/// [engram.paper.dense.Retrieval], [engram.paper.dense.Reading] and
/// [engram.paper.dense.DenseClaims], which holds the claims of pages that are full.
///
/// References: [1] the paper above. [2] The same authors: Dense Hebbian neural networks: a replica
/// symmetric picture of unsupervised learning. arXiv:2211.14067. [3] E. Agliari, F. Alemanno, A.
/// Barra, M. Centonze, A. Fachechi: Neural networks with a redundant representation: detecting the
/// undetectable. Physical Review Letters 124 (2020) 028301.
@NullMarked
package engram.paper.dense;

import org.jspecify.annotations.NullMarked;
