// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.lateral;

import engram.kernel.Doubles;
import engram.random.RandomStream;
import engram.source.FromPaper;

/// Foldiak's network of sparse codes [5]: Hebbian forward, anti-Hebbian between units, thresholds
/// that hold the activity.
///
///     dy*/dt = f(q x + V y* - t) - y*,  f(u) = 1 / (1 + e^(-10 u)),  y = [y* > 1/2]
///     dV_ij = -alpha (y_i y_j - p²), V_ij <= 0, V_ii = 0
///     dq_ij = beta y_i (x_j - q_ij)
///     dt_i = gamma (y_i - p)
///
/// At rest each unit is active with probability p, and two with p²: they are independent in pairs.
///
/// References: [5] in the package.
@FromPaper(value = "hebbian-rules", at = "spec 7")
public final class FoldiakNetwork {
  private static final double SLOPE = 10;
  private static final double DT = 0.1;
  private static final int MOST_STEPS = 300;
  private static final double SETTLED = 1e-4;

  private final FoldiakSettings settings;
  private final double[][] forward;
  private final double[][] lateral;
  private final double[] threshold;

  /// Begins with random forward weights of length 1, no lateral weights and thresholds of 1.
  ///
  /// @param units at least 1
  /// @param inputs at least 1
  /// @param weights uniform in [0, 1), then scaled
  public FoldiakNetwork(FoldiakSettings settings, int units, int inputs, RandomStream weights) {
    if (units < 1 || inputs < 1) {
      throw new IllegalArgumentException(
          "units and inputs must be at least 1, was " + units + " x " + inputs);
    }
    this.settings = settings;
    this.forward = new double[units][inputs];
    this.lateral = new double[units][units];
    this.threshold = new double[units];
    for (int i = 0; i < units; i++) {
      threshold[i] = 1;
      for (int j = 0; j < inputs; j++) {
        forward[i][j] = weights.nextDouble();
      }
      double length = Math.sqrt(Linear.dot(forward[i], forward[i]));
      for (int j = 0; j < inputs; j++) {
        forward[i][j] /= length;
      }
    }
  }

  /// The code of a sample: 0 or 1 a unit.
  public int[] code(double[] x) {
    Linear.requireSample(x, forward[0].length);
    double[] drive = new double[forward.length];
    for (int i = 0; i < drive.length; i++) {
      drive[i] = Linear.dot(forward[i], x) - threshold[i];
    }
    double[] y = new double[drive.length];
    for (int step = 0; step < MOST_STEPS; step++) {
      double moved = 0;
      double[] next = new double[y.length];
      for (int i = 0; i < y.length; i++) {
        double u = drive[i] + Linear.dot(lateral[i], y);
        double change = Doubles.sigmoid(SLOPE * u) - y[i];
        next[i] = y[i] + DT * change;
        moved = Math.max(moved, Math.abs(change));
      }
      y = next;
      if (moved < SETTLED) {
        break;
      }
    }
    int[] code = new int[y.length];
    for (int i = 0; i < y.length; i++) {
      code[i] = y[i] > 0.5 ? 1 : 0;
    }
    return code;
  }

  /// Codes a sample and learns from it.
  public int[] learn(double[] x) {
    int[] y = code(x);
    double p = settings.activity();
    for (int i = 0; i < y.length; i++) {
      for (int j = 0; j < y.length; j++) {
        double together = y[i] * y[j] - p * p;
        lateral[i][j] = i == j ? 0 : Math.min(0, lateral[i][j] - settings.alpha() * together);
      }
      for (int j = 0; j < x.length; j++) {
        forward[i][j] += settings.beta() * y[i] * (x[j] - forward[i][j]);
      }
      threshold[i] += settings.gamma() * (y[i] - p);
    }
    return y;
  }

  /// A copy of the forward weights, units x inputs.
  public double[][] weights() {
    double[][] copy = new double[forward.length][];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = forward[i].clone();
    }
    return copy;
  }
}
