// SPDX-License-Identifier: Apache-2.0
/// Other ways to find recurrent weights from spikes, to be held beside pool modification on the
/// same nets, recordings and first weights. Each knows something that the pool rule does not, or
/// lacks something that it has:
///
/// | learner | knows the neuron | error | while it learns the net runs |
/// | --- | --- | --- | --- |
/// | [engram.spiking.pool.PspmTrainer] | no | missed and spurious spikes | freely |
/// | [engram.spiking.pool.rival.DrivenPerceptron] | leak, reset, input weights | potential on the wrong side | on the target's spikes |
/// | [engram.spiking.pool.rival.TaughtStdp] | no | none | under a teacher's current |
/// | [engram.spiking.pool.rival.SurrogateGradient] | all, and a derivative | van Rossum's distance | freely |
///
/// Reading order: [engram.spiking.pool.rival.DrivenPerceptron]; [engram.spiking.pool.rival.Budget]
/// and [engram.spiking.pool.rival.FreeFit], what rivals may spend and what they find;
/// [engram.spiking.pool.rival.TaughtStdp]; [engram.spiking.pool.rival.FastSigmoid],
/// [engram.spiking.pool.rival.SurrogateGradient] over [engram.spiking.pool.rival.UnrolledLif] and
/// [engram.spiking.pool.rival.FilteredLoss].
///
/// References: [1] R.-M. Memmesheimer, R. Rubin, B. P. Olveczky, H. Sompolinsky: Learning precisely
/// timed spikes. Neuron 82 (2014) 925-938, doi:10.1016/j.neuron.2014.03.026. [2] R. Legenstein, C.
/// Naeger, W. Maass: What can a neuron learn with spike-timing-dependent plasticity? Neural
/// Computation 17 (2005) 2337-2382, doi:10.1162/0899766054796888. [3] F. Zenke, T. P. Vogels: The
/// remarkable robustness of surrogate gradient learning for instilling complex function in spiking
/// neural networks. Neural Computation 33 (2021) 899-925, doi:10.1162/neco_a_01367.
@NullMarked
package engram.spiking.pool.rival;

import org.jspecify.annotations.NullMarked;
