// SPDX-License-Identifier: Apache-2.0
/// Patch networks on data with a weak and a strong feature, and stochastic gradient descent whose
/// step is too large for a smooth descent.
///
/// An example is three patches: a weak feature that every example carries, a strong feature that
/// only a share of them carries, and noise. A two-layer network with trained filters and fixed
/// signs fits the label. With a small step the strong feature fits it alone, the residual vanishes,
/// and the weak feature stays where it began. Above the stability threshold the residual keeps
/// changing its sign; because the logarithm is concave, the strong coordinate stays bounded only if
/// the residuals sum to a positive number that grows with time, and that sum drives the weak
/// coordinate up until it carries the label.
///
/// Reading order: [engram.flow.patch.FeatureNoise] (the law of the data),
/// [engram.flow.patch.FeatureNoiseData], [engram.flow.patch.Activation],
/// [engram.flow.patch.PatchNet] (network, pure step, threshold and its derivation),
/// [engram.flow.patch.PatchSgd] (the descent's settings), [engram.flow.patch.SgdTrace],
/// [engram.flow.patch.Coordinates], [engram.flow.patch.Evaluation]. A family: it stands on the
/// kernels and the random streams.
///
/// References: [1] M. Lu, B. Wu, X. Yang, D. Zou: Benign Oscillation of Stochastic Gradient Descent
/// with Large Learning Rates. ICLR 2024, arXiv:2310.17074. Its abstract and its public reviews were
/// read, not the paper: equations and constants here are derived again.
@NullMarked
package engram.flow.patch;

import org.jspecify.annotations.NullMarked;
