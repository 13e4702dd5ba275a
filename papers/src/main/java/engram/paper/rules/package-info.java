// SPDX-License-Identifier: Apache-2.0
/// The catalogue of local plasticity rules under test: no paper of its own, but what its papers say
/// of these rules on images of digits, each beside random features of the same width with the same
/// readout and beside backpropagation.
///
/// Read: two repositories of code (competing hidden units, SoftHebb) and textbooks; figures of the
/// papers are recalled. Constants are those of the code where it was read.
///
/// Not reproduced here: 1,000 passes of competing units, convolutional SoftHebb on CIFAR-10, rules
/// on spikes. Fixed points, stability borders and convergence of the rules are tests of
/// `engram.plasticity`, not claims.
///
/// Seen: with 2,000 units one pass with the constants of SoftHebb's code leaves the lengths of the
/// rows near 13, from 35, and reads like the first weights. The largest change in the whole matrix
/// is the rate of a batch, so that each of four times as many rows moves a quarter as far. The
/// catalogue's expectation for that width, .955 after one pass, is not met so. Four passes bring
/// the lengths to 1 and the readout to .963 (one replicate), where random weights, rectified, have
/// .965.
///
/// Reading order: [engram.paper.rules.HebbianRules], the study; [engram.paper.rules.FoldiakLines],
/// a page without data; [engram.paper.rules.SoftHebbDigits]; [engram.paper.rules.RuleZoo];
/// [engram.paper.rules.OnePass], each image seen once.
///
/// References: [1] P. Foldiak: Forming sparse representations by local anti-Hebbian learning.
/// Biological Cybernetics 64 (1990) 165-170. [2] D. Krotov, J. J. Hopfield: Unsupervised learning
/// by competing hidden units. PNAS 116 (2019) 7723-7731, arXiv 1806.10181. [3] T. Moraitis et al.:
/// SoftHebb. arXiv 2107.05747 (2021). [4] T. D. Sanger: Optimal unsupervised learning in a
/// single-layer linear feedforward neural network. Neural Networks 2 (1989) 459-473.
@NullMarked
package engram.paper.rules;

import org.jspecify.annotations.NullMarked;
