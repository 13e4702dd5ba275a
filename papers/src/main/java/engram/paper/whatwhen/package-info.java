// SPDX-License-Identifier: Apache-2.0
/// Paper 11, `what-when`: Yamada, Chao: joint encoding of "what" and "when" predictions through
/// error-modulated plasticity in reservoir spiking networks, arXiv 2510.14382 (2025).
///
/// **What could be read.** The abstracts. The methods could not: equations and constants are a
/// reconstruction.
///
/// **What is reproduced.** A cue kicks a fixed network of unlike neurons; a readout learns by a
/// local rule behind a gate when an outcome comes, which, and how surely; the outcome moves in time
/// or changes its probability; recursive least squares are the rival, without and with what the
/// abstract says they need; the angle between the spaces of what and of when stands beside that of
/// random readouts; and noise, which the abstract does not speak of.
///
/// **What is not.** Feedback into the network, continuous time between trials, latencies beyond a
/// trial of 1.2 s.
///
/// Where the independent code of the specification differs from its first text, this package
/// follows what was measured again: "least squares do not follow" is asked of 25 trials and not of
/// 50; the local rule must foretell the first time before the switch; probabilities are learned at
/// a step of .005. Left open by all: whether a synaptic current decays before or after what arrives
/// joins it; here before (a factor of .82 a synapse).
///
/// Reading order: [engram.paper.whatwhen.WhatWhen], [engram.paper.whatwhen.Setting],
/// [engram.paper.whatwhen.LatencySwitch] with [engram.paper.whatwhen.Switch] and
/// [engram.paper.whatwhen.SwitchClaims] (the main page), [engram.paper.whatwhen.ChanceOutcomes],
/// [engram.paper.whatwhen.SwappedOutcomes], [engram.paper.whatwhen.Geometry],
/// [engram.paper.whatwhen.NoiseSweep] with [engram.paper.whatwhen.PageClaims],
/// [engram.paper.whatwhen.Reading]. The mechanism is in `engram.spiking.reservoir`.
///
/// References: [1] the paper above. [2] D. Sussillo, L. F. Abbott: Generating coherent patterns of
/// activity from chaotic neural networks. Neuron 63 (2009) 544-557,
/// doi:10.1016/j.neuron.2009.07.018.
@NullMarked
package engram.paper.whatwhen;

import org.jspecify.annotations.NullMarked;
