// SPDX-License-Identifier: Apache-2.0
/// How a two-layer network learns to add modulo p: every neuron becomes one wave at one frequency
/// of the integers modulo p, its output phase locks to twice its input phase, frequencies compete
/// inside a neuron, and the neurons together form an indicator of the sum with two ghosts [1].
///
/// Reading order: [engram.flow.fourier.FourierBasis] and [engram.flow.fourier.Wave];
/// [engram.flow.fourier.AdditionTask] with [engram.flow.fourier.PairKind], the pairs and who is
/// shown which; [engram.flow.fourier.AdditionNet] with [engram.flow.fourier.NetSettings] and
/// [engram.flow.fourier.Response]; [engram.flow.fourier.AdditionTraining];
/// [engram.flow.fourier.WaveSpectrum], what its weights are made of (any net whose first and last
/// weights index the integers modulo p can be read so); [engram.flow.fourier.DecoupledFlow], the
/// race of frequencies inside a neuron, and [engram.flow.fourier.Lottery], who is said to win it;
/// [engram.flow.fourier.FlawedIndicator], what a full set of neurons computes;
/// [engram.flow.fourier.LearningStages], memorising and generalising apart.
///
/// Notation: p the modulus, odd; w_k = 2 pi k / p with k = 1 .. (p-1)/2; neuron m has input weights
/// theta_m and output weights xi_m, both in R^p.
///
/// References: [1] J. He, L. Wang, S. Chen, Z. Yang: On the Mechanism and Dynamics of Modular
/// Addition: Fourier Features, Lottery Ticket, and Grokking. arXiv:2602.16849 (2026). Its flow of
/// phases is printed there with another sign and power than its own update gives; here it is
/// derived again. [2] A. Power, Y. Burda, H. Edwards, I. Babuschkin, V. Misra: Grokking. arXiv
/// 2201.02177 (2022). [3] N. Nanda, L. Chan, T. Lieberum, J. Smith, J. Steinhardt: Progress
/// measures for grokking via mechanistic interpretability. arXiv:2301.05217 (2023).
@NullMarked
package engram.flow.fourier;

import org.jspecify.annotations.NullMarked;
