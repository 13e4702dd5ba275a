// SPDX-License-Identifier: Apache-2.0
/// What will come and when, read from a network that a cue has set in motion.
///
/// Notation: r the filtered spikes of the network, rho less their means, W the readout with a row
/// for each outcome, `z = W rho` what is foretold, f what is to be foretold, `e = f - z`.
///
/// Reading order: [engram.spiking.reservoir.PredictionTask],
/// [engram.spiking.reservoir.CentredTraces], [engram.spiking.reservoir.TraceReadout], then the
/// local rule, [engram.spiking.reservoir.ThreeFactorReadout] behind an
/// [engram.spiking.reservoir.AttentionGate], its two-part form
/// [engram.spiking.reservoir.SplitReadout], and the rivals: [engram.spiking.reservoir.ForceReadout]
/// for the rule, [engram.spiking.reservoir.DelayLine] for the network.
/// [engram.spiking.reservoir.PredictionObject] reads a probe.
///
/// References: [1] Yamada, Chao: joint encoding of "what" and "when" predictions through
/// error-modulated plasticity in reservoir spiking networks. arXiv 2510.14382 (2025). [2] D.
/// Sussillo, L. F. Abbott: Generating coherent patterns of activity from chaotic neural networks.
/// Neuron 63 (2009) 544-557, doi:10.1016/j.neuron.2009.07.018.
@NullMarked
package engram.spiking.reservoir;

import org.jspecify.annotations.NullMarked;
