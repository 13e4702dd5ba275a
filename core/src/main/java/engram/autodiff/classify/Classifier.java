// SPDX-License-Identifier: Apache-2.0
package engram.autodiff.classify;

import engram.autodiff.Graph;
import engram.autodiff.Node;
import engram.autodiff.Parameters;
import engram.autodiff.Program;
import engram.autodiff.array.Precision;
import engram.autodiff.nets.Activation;
import engram.autodiff.nets.Chain;
import engram.autodiff.nets.Initial;
import engram.autodiff.nets.Layer;
import engram.autodiff.nets.Linear;
import engram.random.RandomStream;
import engram.random.Seeds;

/// A net with a score for each class, trained on the softmax cross entropy of its scores by Adam
/// [1], in single precision.
///
/// | made by | scores of a row x |
/// | --- | --- |
/// | linear | x W + b, from W = 0 and b = 0 |
/// | hiddenLayer | relu(x V + a) W + b |
/// | of | those of any layer |
///
/// References: [1] in the package.
public final class Classifier {
  private static final int CHUNK = 500;

  private final Layer net;
  private final Parameters parameters;
  private final int inputs;
  private final int classes;

  private Classifier(Layer net, int inputs, int classes, Seeds weights) {
    if (inputs < 1 || classes < 1) {
      throw new IllegalArgumentException(
          "inputs and classes must be at least 1, was %d and %d".formatted(inputs, classes));
    }
    this.net = net;
    this.inputs = inputs;
    this.classes = classes;
    this.parameters = new Parameters(Precision.FLOAT);
    net.addTo(parameters, weights);
  }

  /// A linear readout from weights of 0.
  public static Classifier linear(int inputs, int classes) {
    return of(
        new Linear("readout", inputs, classes, true, Initial.ZERO), inputs, classes, Seeds.of(0));
  }

  /// One hidden layer of rectified units: V normal with deviation `sqrt(2 / inputs)`, W normal with
  /// `sqrt(1 / units)`, biases 0.
  ///
  /// @param weights below which `hidden.weight` and `output.weight` are drawn
  public static Classifier hiddenLayer(int inputs, int units, int classes, Seeds weights) {
    Layer net =
        Chain.of(
            new Linear("hidden", inputs, units, true, Initial.HE),
            Activation.RELU,
            new Linear("output", units, classes, true, Initial.LECUN));
    return of(net, inputs, classes, weights);
  }

  /// A net of other layers.
  ///
  /// @param net from rows x inputs to rows x classes
  /// @param weights below which its parameters are drawn
  public static Classifier of(Layer net, int inputs, int classes, Seeds weights) {
    return new Classifier(net, inputs, classes, weights);
  }

  /// Its weights: to save, to restore, to look at.
  public Parameters parameters() {
    return parameters;
  }

  /// Learns from rows; Adam begins anew in each call.
  ///
  /// @param order shuffles the rows of each epoch
  /// @throws engram.error.NumericalException if the loss leaves its range
  public void learn(LabelledRows rows, TrainingPlan plan, RandomStream order) {
    requireFit(rows);
    Batches batches = new Batches(rows, net, parameters, plan);
    for (int epoch = 0; epoch < plan.epochs(); epoch++) {
      batches.epoch(order);
    }
  }

  /// The scores of rows, rows x classes.
  public float[] scores(LabelledRows rows) {
    requireFit(rows);
    int chunk = Math.min(CHUNK, rows.count());
    Node x = Graph.over(parameters).input("rows", chunk, inputs);
    Node scores = net.apply(x, Layer.Mode.JUDGING);
    Program program = Program.of(scores);
    float[] all = new float[Math.multiplyExact(rows.count(), classes)];
    for (int from = 0; from < rows.count(); from += chunk) {
      int there = Math.min(chunk, rows.count() - from);
      System.arraycopy(rows.x(), from * inputs, program.values(x).floats(), 0, there * inputs);
      program.run();
      System.arraycopy(program.values(scores).floats(), 0, all, from * classes, there * classes);
    }
    return all;
  }

  /// The share of rows that are given their own class: that of the greatest score, of equal ones
  /// the first.
  public double accuracy(LabelledRows rows) {
    float[] scores = scores(rows);
    int right = 0;
    for (int i = 0; i < rows.count(); i++) {
      int best = 0;
      for (int c = 1; c < classes; c++) {
        best = scores[i * classes + c] > scores[i * classes + best] ? c : best;
      }
      right += best == rows.labels()[i] ? 1 : 0;
    }
    return right / (double) rows.count();
  }

  private void requireFit(LabelledRows rows) {
    if (rows.inputs() != inputs || rows.classes() != classes) {
      throw new IllegalArgumentException(
          "rows must have %d inputs and %d classes, was %d and %d"
              .formatted(inputs, classes, rows.inputs(), rows.classes()));
    }
  }

  @Override
  public String toString() {
    return "classifier of %d inputs in %d classes, %d weights"
        .formatted(inputs, classes, parameters.count());
  }
}
