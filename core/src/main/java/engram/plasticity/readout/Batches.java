// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.readout;

import engram.kernel.FloatRows;
import engram.random.RandomStream;

/// Labelled rows, in shuffled batches.
final class Batches {
  final float[] x;
  final int[] labels;
  final int inputs;
  final float[] rows;
  final int[] classes;

  Batches(float[] x, int inputs, int[] labels, int classCount, int batch) {
    if (inputs < 1 || labels.length == 0 || x.length != (long) labels.length * inputs) {
      throw new IllegalArgumentException(
          "rows must be labels x inputs = %d x %d values (at least one), was %d"
              .formatted(labels.length, inputs, x.length));
    }
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] < 0 || labels[i] >= classCount) {
        throw new IllegalArgumentException(
            "label %d must be in [0, %d], was %d".formatted(i, classCount - 1, labels[i]));
      }
    }
    this.x = x;
    this.labels = labels;
    this.inputs = inputs;
    this.rows = new float[Math.min(batch, labels.length) * inputs];
    this.classes = new int[Math.min(batch, labels.length)];
  }

  /// Runs a step for each batch of an epoch.
  void epoch(RandomStream shuffle, Step step) {
    int[] order = new int[labels.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    shuffle.shuffle(order);
    for (int from = 0; from < order.length; from += classes.length) {
      int count = Math.min(classes.length, order.length - from);
      for (int b = 0; b < count; b++) {
        System.arraycopy(x, order[from + b] * inputs, rows, b * inputs, inputs);
        classes[b] = labels[order[from + b]];
      }
      step.take(count);
    }
  }

  /// Turns scores into the gradient of the mean cross-entropy with respect to them, in place: `(p -
  /// [class]) / count`.
  void gradient(float[] scores, int classCount, int count) {
    FloatRows.softmax(count, classCount, scores, 0, scores, 0);
    for (int b = 0; b < count; b++) {
      scores[b * classCount + classes[b]] -= 1;
    }
    float share = 1f / count;
    for (int k = 0; k < count * classCount; k++) {
      scores[k] *= share;
    }
  }

  /// The share of rows whose greatest score is their class's; of equal ones the lower counts.
  static double accuracy(float[] scores, int classCount, int[] labels) {
    int right = 0;
    for (int i = 0; i < labels.length; i++) {
      int best = 0;
      for (int c = 1; c < classCount; c++) {
        best = scores[i * classCount + c] > scores[i * classCount + best] ? c : best;
      }
      right += best == labels[i] ? 1 : 0;
    }
    return right / (double) labels.length;
  }

  /// What is done with a batch.
  interface Step {
    void take(int count);
  }
}
