// SPDX-License-Identifier: Apache-2.0
/// Structured knowledge accumulation (SKA): a sigmoid network that is iterated forwards on one
/// fixed batch, without labels and without an error that travels back.
///
/// Each layer has knowledge `Z` (pre-activations), decisions `D = sigmoid(Z)` and an "entropy" `H =
/// -(1/ln 2) int z dD`, which a local outer-product update lowers. Since `-int z dD = h(D_end) -
/// h(D_start)` with the binary entropy `h`, H depends on the ends of a path alone, and the update
/// increases `|z|` wherever it acts: positive feedback, not a search. Outputs are not class scores.
/// What can be read out of a layer is a question for a read-out
/// ([engram.credit.entropic.NearestCentroid]) and for the spread of its outputs
/// ([engram.credit.entropic.PrincipalComponents]).
///
/// Reading order: [engram.credit.entropic.BinaryEntropy], [engram.credit.entropic.SkaRule],
/// [engram.credit.entropic.SkaParameters], [engram.credit.entropic.SkaDefinition] (the definition),
/// [engram.credit.entropic.SkaNetwork] (the same, fast), [engram.credit.entropic.SkaTrace],
/// [engram.credit.entropic.StopRule], [engram.credit.entropic.ReadOut].
///
/// References: [1] B. Mahi: Structured knowledge accumulation: an autonomous framework for
/// layer-wise entropy reduction in neural learning. arXiv 2503.13942 (2025). [2] B. Mahi:
/// Structured knowledge accumulation: the principle of entropic least action in forward-only neural
/// learning. arXiv 2504.03214 (2025). [3] G. H. Golub, C. F. Van Loan: Matrix Computations, 4th
/// edition (2013), section 8.2 (orthogonal iteration).
@NullMarked
package engram.credit.entropic;

import org.jspecify.annotations.NullMarked;
