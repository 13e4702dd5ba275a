// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.readout;

import engram.random.RandomStream;

/// A linear readout by softmax and cross-entropy, from weights of 0, by Adam.
///
/// ```java
/// SoftmaxReadout readout =
///     SoftmaxReadout.fit(features, 500, labels, 10, TrainingPlan.usual(), seeds.stream("order"));
/// double accuracy = readout.accuracy(testFeatures, testLabels);
/// ```
public final class SoftmaxReadout {
  private final Affine layer;

  private SoftmaxReadout(Affine layer) {
    this.layer = layer;
  }

  /// Fits it.
  ///
  /// @param x features, a row a sample
  /// @param inputs features a sample
  /// @param labels a class each, in [0, classes)
  /// @param order shuffles the samples of each epoch
  public static SoftmaxReadout fit(
      float[] x, int inputs, int[] labels, int classes, TrainingPlan plan, RandomStream order) {
    Batches batches = new Batches(x, inputs, labels, classes, plan.batch());
    Affine layer = new Affine(inputs, classes, new float[Math.multiplyExact(classes, inputs)]);
    float[] scores = new float[batches.classes.length * classes];
    for (int epoch = 0; epoch < plan.epochs(); epoch++) {
      batches.epoch(
          order,
          count -> {
            layer.forward(batches.rows, 0, count, scores);
            batches.gradient(scores, classes, count);
            layer.step(batches.rows, scores, count, plan.rate());
          });
    }
    return new SoftmaxReadout(layer);
  }

  /// The share of samples that are given their own class.
  public double accuracy(float[] x, int[] labels) {
    float[] scores = new float[labels.length * layer.units];
    layer.forward(x, 0, labels.length, scores);
    return Batches.accuracy(scores, layer.units, labels);
  }
}
