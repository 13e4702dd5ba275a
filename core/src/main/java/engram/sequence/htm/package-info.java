// SPDX-License-Identifier: Apache-2.0
/// Hierarchical temporal memory: a memory of sequences that learns one pass, on line, and never
/// stops [1]. A code of a value becomes a few active columns (the pooler); a memory whose columns
/// hold many cells represents the same column in different contexts by different cells and learns
/// which cells follow which (the memory); what it did not expect is a measure of surprise (the
/// likelihood), what it expects is read out by a linear map (the classifier).
///
/// Reading order: [engram.sequence.htm.memory.PlainTemporalMemory], the memory as it is defined;
/// [engram.sequence.htm.pool.PlainSpatialPooler], which chooses its columns;
/// [engram.sequence.htm.SdrClassifier] and [engram.sequence.htm.AnomalyLikelihood], which read it
/// out; then the models that are made of them: [engram.sequence.htm.SequenceMemory],
/// [engram.sequence.htm.SequenceModel], which forecasts, and [engram.sequence.htm.AnomalyModel],
/// which is surprised.
///
/// References: [1] Y. Cui, S. Ahmad, J. Hawkins: Continuous online sequence learning with an
/// unsupervised neural network model. Neural Computation 28 (2016) 2474-2504, arXiv:1512.05463. [2]
/// J. Hawkins, S. Ahmad: Why neurons have thousands of synapses. Frontiers in Neural Circuits 10:23
/// (2016), doi:10.3389/fncir.2016.00023. [3] Y. Cui, S. Ahmad, J. Hawkins: The HTM spatial pooler.
/// Frontiers in Computational Neuroscience 11:111 (2017), doi:10.3389/fncom.2017.00111. [4] S.
/// Ahmad, A. Lavin, S. Purdy, Z. Agha: Unsupervised real-time anomaly detection for streaming data.
/// Neurocomputing 262 (2017) 134-147, doi:10.1016/j.neucom.2017.04.070.
@NullMarked
package engram.sequence.htm;

import org.jspecify.annotations.NullMarked;
