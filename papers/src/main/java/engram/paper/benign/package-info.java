// SPDX-License-Identifier: Apache-2.0
/// Paper 27, `benign-oscillation`: M. Lu, B. Wu, X. Yang, D. Zou: Benign Oscillation of Stochastic
/// Gradient Descent with Large Learning Rates, ICLR 2024, arXiv:2310.17074.
///
/// **What could be read.** The abstract and the public reviews of the submission; the paper itself
/// was not read, and no code of the authors was found. Layout of the patches, constants, threshold
/// and derivations are ours; where a claim leans on memory of the literature it says so.
///
/// **What is reproduced.** The theory's setting: a two-layer network over patches, squared loss,
/// descent on one example at a time. That a step above the stability threshold learns the weak
/// feature which a smaller step misses; where the threshold lies; that residuals add up while the
/// loss oscillates; what happens without noise, with another source of residuals that do not
/// vanish, and when the step is lowered again.
///
/// **What is not.** The conditions of the theorem on dimension, examples and noise, and the
/// CIFAR-10 illustration with a deep network.
///
/// Reading order: [engram.paper.benign.BenignOscillation] (the study),
/// [engram.paper.benign.WeakFeature] (the main claim), [engram.paper.benign.SmallStep],
/// [engram.paper.benign.ThresholdLaw], [engram.paper.benign.NoiseThreshold],
/// [engram.paper.benign.NoisePatch], [engram.paper.benign.Residuals],
/// [engram.paper.benign.LabelNoise]; they share [engram.paper.benign.World],
/// [engram.paper.benign.Reading], [engram.paper.benign.Net] and [engram.paper.benign.Training]. The
/// mechanism is in `engram.flow.patch`.
///
/// References: [1] the paper above. [2] J. Cohen, S. Kaur, Y. Li, J. Z. Kolter, A. Talwalkar:
/// Gradient descent on neural networks typically occurs at the edge of stability. ICLR 2021,
/// arXiv:2103.00065.
@NullMarked
package engram.paper.benign;

import org.jspecify.annotations.NullMarked;
