// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.readout;

import engram.random.RandomStream;

/// A net of one hidden layer of rectified units and softmax outputs, learned by backpropagation and
/// Adam: the rival of the same width as a layer that learned by a local rule.
public final class HiddenLayerNet {
  private final Affine hidden;
  private final Affine output;

  private HiddenLayerNet(Affine hidden, Affine output) {
    this.hidden = hidden;
    this.output = output;
  }

  /// Weights of the hidden layer normal with deviation `sqrt(2 / inputs)`, those of the outputs
  /// normal with `sqrt(1 / units)`, biases 0.
  public static HiddenLayerNet random(int inputs, int units, int classes, RandomStream weights) {
    if (inputs < 1 || units < 1 || classes < 1) {
      throw new IllegalArgumentException(
          "inputs, units and classes must be at least 1, was %d, %d, %d"
              .formatted(inputs, units, classes));
    }
    return new HiddenLayerNet(
        new Affine(inputs, units, normal(units, inputs, Math.sqrt(2.0 / inputs), weights)),
        new Affine(units, classes, normal(classes, units, Math.sqrt(1.0 / units), weights)));
  }

  /// Learns.
  ///
  /// @param x a row a sample
  /// @param labels a class each, in [0, classes)
  /// @param order shuffles the samples of each epoch
  public void learn(float[] x, int[] labels, TrainingPlan plan, RandomStream order) {
    Batches batches = new Batches(x, hidden.inputs, labels, output.units, plan.batch());
    int most = batches.classes.length;
    float[] h = new float[most * hidden.units];
    float[] dh = new float[most * hidden.units];
    float[] scores = new float[most * output.units];
    for (int epoch = 0; epoch < plan.epochs(); epoch++) {
      batches.epoch(
          order,
          count -> {
            active(batches.rows, 0, count, h);
            output.forward(h, 0, count, scores);
            batches.gradient(scores, output.units, count);
            output.backward(scores, count, dh);
            for (int k = 0; k < count * hidden.units; k++) {
              dh[k] = h[k] > 0 ? dh[k] : 0;
            }
            output.step(h, scores, count, plan.rate());
            hidden.step(batches.rows, dh, count, plan.rate());
          });
    }
  }

  /// The scores of samples, samples x classes.
  ///
  /// @param x a row a sample
  public float[] scores(float[] x) {
    int rows = x.length / hidden.inputs;
    float[] h = new float[rows * hidden.units];
    float[] scores = new float[rows * output.units];
    active(x, 0, rows, h);
    output.forward(h, 0, rows, scores);
    return scores;
  }

  /// The share of samples that are given their own class.
  public double accuracy(float[] x, int[] labels) {
    return Batches.accuracy(scores(x), output.units, labels);
  }

  private void active(float[] x, int at, int rows, float[] h) {
    hidden.forward(x, at, rows, h);
    for (int k = 0; k < rows * hidden.units; k++) {
      h[k] = Math.max(h[k], 0);
    }
  }

  private static float[] normal(int rows, int columns, double deviation, RandomStream stream) {
    float[] weights = new float[Math.multiplyExact(rows, columns)];
    for (int k = 0; k < weights.length; k++) {
      weights[k] = (float) (deviation * stream.nextGaussian());
    }
    return weights;
  }
}
