// SPDX-License-Identifier: Apache-2.0
/// Classifiers of labelled rows: a linear readout of features, and a net of one hidden layer that
/// learns its features by backpropagation, both trained by one plan. The readout shows what given
/// features are worth; the net is their rival of the same width. Accuracies that are reported for
/// local rules nearly always contain such a readout, which has seen the labels.
///
/// ```java
/// LabelledRows seen = LabelledRows.of(features, 500, labels, 10);
/// Classifier readout = Classifier.linear(500, 10);
/// readout.learn(seen, TrainingPlan.usual(), seeds.stream("order"));
/// double accuracy = readout.accuracy(LabelledRows.of(testFeatures, 500, testLabels, 10));
/// ```
///
/// Reading order: [engram.autodiff.classify.LabelledRows], [engram.autodiff.classify.TrainingPlan],
/// [engram.autodiff.classify.Classifier]; inside, `Batches`. Nets of other layers are made with
/// `engram.autodiff.nets`.
///
/// References: [1] D. P. Kingma, J. Ba: Adam: a method for stochastic optimization. arXiv 1412.6980
/// (2014).
@NullMarked
package engram.autodiff.classify;

import org.jspecify.annotations.NullMarked;
