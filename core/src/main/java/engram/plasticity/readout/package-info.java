// SPDX-License-Identifier: Apache-2.0
/// What a rule's features are worth: a linear readout, the same for all rules, and a rival that
/// learns its features by backpropagation. Accuracies that are reported for local rules nearly
/// always contain such a readout, which has seen the labels.
///
/// Reading order: [engram.plasticity.readout.TrainingPlan],
/// [engram.plasticity.readout.SoftmaxReadout], [engram.plasticity.readout.HiddenLayerNet].
///
/// References: [1] D. P. Kingma, J. Ba: Adam: a method for stochastic optimization. arXiv 1412.6980
/// (2014).
@NullMarked
package engram.plasticity.readout;

import org.jspecify.annotations.NullMarked;
