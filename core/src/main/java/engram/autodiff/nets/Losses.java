// SPDX-License-Identifier: Apache-2.0
package engram.autodiff.nets;

import engram.autodiff.Node;

/// Losses, each the mean over the batch or over all numbers, as a single number.
///
/// | loss | of a number or a row |
/// | --- | --- |
/// | crossEntropy | ln sum e^x - x at the label, in nat |
/// | softCrossEntropy | -sum p ln softmax(x) |
/// | binaryCrossEntropy | ln(1 + e^x) - t x, for logits x and targets t in [0, 1] |
/// | squaredError | (x - t)^2 |
/// | absoluteError | abs(x - t) |
/// | huber | d^2 / 2 up to abs(d) = delta, then delta (abs(d) - delta / 2) |
/// | hinge | max(0, 1 - t x), targets t of -1 or 1 |
/// | divergence | sum p (ln p - ln softmax(x)), 0 ln 0 = 0 |
public final class Losses {
  private Losses() {}

  /// The mean cross entropy of rows of logits with their labels.
  public static Node crossEntropy(Node logits, Node labels) {
    return logits.crossEntropy(labels).mean();
  }

  /// The mean cross entropy of rows of logits with rows of probabilities.
  public static Node softCrossEntropy(Node logits, Node probabilities) {
    return logits.logSoftmax().times(probabilities).sum(-1).mean().negated();
  }

  /// The mean cross entropy of independent yes or no.
  public static Node binaryCrossEntropy(Node logits, Node targets) {
    return logits.softplus().minus(targets.times(logits)).mean();
  }

  /// The mean squared difference.
  public static Node squaredError(Node outputs, Node targets) {
    return outputs.minus(targets).square().mean();
  }

  /// The mean size of the difference.
  public static Node absoluteError(Node outputs, Node targets) {
    return outputs.minus(targets).abs().mean();
  }

  /// Squared near 0, linear beyond.
  ///
  /// @param delta where it becomes linear, above 0
  public static Node huber(Node outputs, Node targets, double delta) {
    if (!(delta > 0)) {
      throw new IllegalArgumentException("delta must be above 0, was " + delta);
    }
    Node size = outputs.minus(targets).abs();
    Node near = size.minimum(size.graph().constant(delta));
    return near.times(size.minus(near.times(0.5))).mean();
  }

  /// The mean shortfall of the margin.
  public static Node hinge(Node outputs, Node targets) {
    return outputs.times(targets).affine(-1, 1).relu().mean();
  }

  /// The mean divergence of Kullback and Leibler from rows of logits to rows of probabilities.
  public static Node divergence(Node logits, Node probabilities) {
    Node least = probabilities.graph().constant(Float.MIN_NORMAL);
    Node own = probabilities.times(probabilities.maximum(least).log()).sum(-1).mean();
    return own.plus(softCrossEntropy(logits, probabilities));
  }
}
