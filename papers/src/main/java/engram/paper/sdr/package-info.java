// SPDX-License-Identifier: Apache-2.0
/// Paper 32. S. Ahmad and J. Hawkins: How do neurons operate on sparse distributed representations?
/// A mathematical theory of sparsity, neurons and active dendrites (2016).
///
/// **What could be read.** The abstract, and facts and numbers of the authors' public code
/// (formulas, plot data, simulators; AGPL, so nothing of it is here). The paper's text was not
/// read.
///
/// **What is reproduced.** The false-positive law over n, misses under noise, the number of
/// synapses, several patterns on a segment, the scan of thresholds, and correlated inputs in
/// quality. **What is not:** temporal-memory runs, binary classification with competing neurons,
/// the Poirazi-Mel replication.
///
/// **Known slips of the source.** The series labelled `a = n/2` in the authors' code equals `a =
/// n/4`, which is what is used here as dense activity. Two notebook headings name other parameters
/// than their tables use.
///
/// Reading order: [engram.paper.sdr.SdrStudy], [engram.paper.sdr.SdrClaims],
/// [engram.paper.sdr.RandomInputs], [engram.paper.sdr.MovedCells], [engram.paper.sdr.FewSynapses],
/// [engram.paper.sdr.SharedSegments], [engram.paper.sdr.Thresholds],
/// [engram.paper.sdr.CorrelatedInputs]; figures: [engram.paper.sdr.SdrFigures]. The mechanisms live
/// in [engram.sequence.sdr].
///
/// References: S. Ahmad, J. Hawkins, arXiv:1601.00720 (2016); the same, arXiv:1503.07469 (2015).
@NullMarked
package engram.paper.sdr;

import org.jspecify.annotations.NullMarked;
