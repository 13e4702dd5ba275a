// SPDX-License-Identifier: Apache-2.0
/// Sparse distributed representations and the dendritic segments that recognise them: a counting
/// theory, the objects it counts, and a neuron made of many segments.
///
/// Reading order: [engram.sequence.sdr.SdrMath] (the theory, whole),
/// [engram.sequence.sdr.ThresholdScan]; then what it is about: [engram.sequence.sdr.Sdr],
/// [engram.sequence.sdr.Segment], [engram.sequence.sdr.DendriticNeuron] with
/// [engram.sequence.sdr.Permanences] and [engram.sequence.sdr.SegmentResponse]; then inputs that
/// are not clean or not independent: [engram.sequence.sdr.SdrNoise],
/// [engram.sequence.sdr.CorrelatedSdrGenerator].
///
/// References: [1] S. Ahmad, J. Hawkins: How do neurons operate on sparse distributed
/// representations? A mathematical theory of sparsity, neurons and active dendrites.
/// arXiv:1601.00720 (2016). [2] S. Ahmad, J. Hawkins: Properties of sparse distributed
/// representations and their application to hierarchical temporal memory. arXiv:1503.07469 (2015).
/// [3] J. Hawkins, S. Ahmad: Why neurons have thousands of synapses. Frontiers in Neural Circuits
/// 10:23 (2016), doi:10.3389/fncir.2016.00023.
@NullMarked
package engram.sequence.sdr;

import org.jspecify.annotations.NullMarked;
