// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.lateral;

import engram.error.NumericalException;
import engram.random.RandomStream;
import engram.source.FromPaper;
import java.util.Arrays;

/// Lateral units that learn which subspace the inputs of a layer fill, so that a later task can
/// learn outside of it [6]. With H their weights, one unit a row:
///
///     y = H x        dH = eta y (x - H^T y)^T, mean over the batch
///
/// which is the subspace rule ([engram.plasticity.Subspace]). After a task its rows are kept: they
/// no longer learn. Rows added for the next task see `x - H^T y` over all rows, kept ones too, and so
/// learn what the kept ones leave. The trace that a weight update of the next task uses is
///
///     x_hat = x - H_kept^T (H_kept x)        dW = delta x_hat^T
///
/// With orthonormal kept rows, `dW v = 0` for every v that they span: answers to old inputs stay.
///
/// ```java
/// LateralSubspace lateral = new LateralSubspace(784, SubspaceLearning.published(0.001));
/// lateral.addRows(60, seeds.stream("first task"));
/// lateral.learn(batch);                        // on each batch of the first task
/// lateral.keep();
/// lateral.addRows(40, seeds.stream("second task"));
/// double[] trace = lateral.project(x);         // in place of x in the weight update
/// ```
///
/// References: [6] in the package.
@FromPaper(value = "hebbian-rules", at = "spec 5")
public final class LateralSubspace {
  private final int inputs;
  private final SubspaceLearning learning;
  private double[][] rows = new double[0][];
  private double[][] speed = new double[0][];
  private int kept;

  /// No rows yet.
  ///
  /// @param inputs n, at least 1
  public LateralSubspace(int inputs, SubspaceLearning learning) {
    if (inputs < 1) {
      throw new IllegalArgumentException("inputs must be at least 1, was " + inputs);
    }
    this.inputs = inputs;
    this.learning = learning;
  }

  /// Adds rows that learn: random, of length 1 and orthogonal to each other.
  ///
  /// @param count at least 1; all rows together at most the inputs
  public void addRows(int count, RandomStream stream) {
    if (count < 1 || count > inputs - rows.length) {
      throw new IllegalArgumentException(
          "count must be in [1, %d], was %d".formatted(inputs - rows.length, count));
    }
    int before = rows.length;
    rows = Arrays.copyOf(rows, before + count);
    speed = Arrays.copyOf(speed, before + count);
    for (int i = before; i < rows.length; i++) {
      rows[i] = new double[inputs];
      stream.fillGaussian(rows[i], 1);
      for (int k = before; k < i; k++) {
        take(Linear.dot(rows[i], rows[k]), rows[k], rows[i]);
      }
      double length = Math.sqrt(Linear.dot(rows[i], rows[i]));
      for (int j = 0; j < inputs; j++) {
        rows[i][j] /= length;
      }
      speed[i] = new double[inputs];
    }
  }

  /// Keeps all rows as they are from now on.
  public void keep() {
    kept = rows.length;
  }

  /// How many rows there are.
  public int rows() {
    return rows.length;
  }

  /// How many of them are kept; these are the first.
  public int kept() {
    return kept;
  }

  /// A copy of H, rows x inputs.
  public double[][] weights() {
    return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
  }

  /// What the kept rows leave of an input, `x - H^T (H x)`.
  ///
  /// @throws IllegalStateException where no row is kept
  public double[] project(double[] x) {
    if (kept == 0) {
      throw new IllegalStateException("kept rows must be at least 1, was 0");
    }
    Linear.requireSample(x, inputs);
    return without(x, kept);
  }

  /// A gradient of weights whose every row has lost its part along kept rows, `G - G H^T H`: the
  /// same as projecting the inputs that made it, and cheaper where one weight meets many inputs, as
  /// in a convolution.
  ///
  /// @param gradient units x inputs
  /// @throws IllegalStateException where no row is kept
  public double[][] projectGradient(double[][] gradient) {
    double[][] projected = new double[gradient.length][];
    for (int i = 0; i < gradient.length; i++) {
      projected[i] = project(gradient[i]);
    }
    return projected;
  }

  /// Learns from a batch, with all rows that are not kept.
  ///
  /// @param batch samples x inputs
  public void learn(double[][] batch) {
    for (double[] x : batch) {
      Linear.requireSample(x, inputs);
    }
    for (int repeat = 0; repeat < learning.repeats() && batch.length > 0; repeat++) {
      step(batch);
    }
  }

  private void step(double[][] batch) {
    double[][] change = new double[rows.length][inputs];
    for (double[] x : batch) {
      double[] left = without(x, rows.length);
      for (int i = kept; i < rows.length; i++) {
        take(-Linear.dot(rows[i], x) / batch.length, left, change[i]);
      }
    }
    double momentum = learning.momentum();
    for (int i = kept; i < rows.length; i++) {
      for (int j = 0; j < inputs; j++) {
        double bounded = Math.clamp(change[i][j], -learning.clip(), learning.clip());
        speed[i][j] = momentum * speed[i][j] + (1 - momentum) * bounded;
        rows[i][j] += learning.eta() * speed[i][j];
        if (!Double.isFinite(rows[i][j])) {
          throw new NumericalException(
              "lateral weights left their range: row %d, input %d is %s"
                  .formatted(i, j, rows[i][j]));
        }
      }
    }
  }

  /// x without its part along the first rows.
  private double[] without(double[] x, int first) {
    double[] left = x.clone();
    for (int i = 0; i < first; i++) {
      take(Linear.dot(rows[i], x), rows[i], left);
    }
    return left;
  }

  /// `from -= share of`.
  private static void take(double share, double[] of, double[] from) {
    for (int j = 0; j < of.length; j++) {
      from[j] -= share * of[j];
    }
  }
}
