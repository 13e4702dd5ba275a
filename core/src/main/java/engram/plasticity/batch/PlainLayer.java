// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.batch;

import engram.plasticity.PlasticityRule;
import engram.plasticity.Sample;
import engram.plasticity.Traces;
import engram.plasticity.constrain.WeightConstraint;

/// A step of learning as [Recipe] defines it, in plain loops over double and without speed.
/// [PlasticLayer] computes the same with kernels; a test holds the two together for every rule.
///
/// @param weights units x inputs
/// @param traces slow averages of earlier batches
/// @param steps updates made so far
// Two layers are never compared as values.
@SuppressWarnings("ArrayRecordComponent")
public record PlainLayer(double[][] weights, Traces traces, long steps) {
  /// A layer before its first step, with traces of 0.
  ///
  /// @param weights units x inputs
  public static PlainLayer of(double[][] weights) {
    return new PlainLayer(weights, Traces.zero(weights.length, weights[0].length), 0);
  }

  /// A layer before its first step, with the traces that a rule begins with.
  ///
  /// @param weights units x inputs
  public static PlainLayer of(PlasticityRule rule, double[][] weights) {
    return new PlainLayer(weights, rule.first(weights.length, weights[0].length), 0);
  }

  /// The layer after a step.
  ///
  /// @param batch samples x inputs
  public PlainLayer step(Recipe recipe, double[][] batch) {
    int units = weights.length;
    int inputs = weights[0].length;
    double[][] change = new double[units][inputs];
    double[] meanX = new double[inputs];
    double[] meanY = new double[units];
    double[] meanSquareY = new double[units];
    for (double[] x : batch) {
      Sample sample = sample(recipe, x);
      recipe.rule().add(sample, change);
      for (int j = 0; j < inputs; j++) {
        meanX[j] += x[j] / batch.length;
      }
      for (int i = 0; i < units; i++) {
        meanY[i] += sample.y()[i] / batch.length;
        meanSquareY[i] += sample.y()[i] * sample.y()[i] / batch.length;
      }
    }
    double[][] after = constrained(recipe.constraint(), moved(recipe, change, batch.length));
    Traces then = recipe.rule().follow(traces, meanX, meanY, meanSquareY);
    return new PlainLayer(after, then, steps + 1);
  }

  /// One sample with scores and activity.
  public Sample sample(Recipe recipe, double[] x) {
    double[] u = new double[weights.length];
    for (int i = 0; i < u.length; i++) {
      u[i] = recipe.score().of(weights[i], x);
    }
    return new Sample(weights, x, u, recipe.competition().activity(u), traces);
  }

  private double[][] moved(Recipe recipe, double[][] change, int samples) {
    float[] single = flat(change);
    recipe.filter().apply(single, weights.length, weights[0].length);
    double divisor = recipe.normalizer().divisor(single, samples);
    double[][] after = new double[weights.length][weights[0].length];
    for (int i = 0; i < after.length; i++) {
      double norm = 0;
      for (double w : weights[i]) {
        norm += w * w;
      }
      double rate = recipe.rate().rate(steps, Math.sqrt(norm)) / divisor;
      for (int j = 0; j < after[i].length; j++) {
        boolean kept = single[i * after[i].length + j] != 0;
        after[i][j] = weights[i][j] + (kept ? rate * change[i][j] : 0);
      }
    }
    return after;
  }

  private static double[][] constrained(WeightConstraint constraint, double[][] weights) {
    if (constraint instanceof WeightConstraint.None) {
      return weights;
    }
    float[] single = flat(weights);
    constraint.apply(single, weights.length, weights[0].length);
    double[][] after = new double[weights.length][weights[0].length];
    for (int i = 0; i < after.length; i++) {
      for (int j = 0; j < after[i].length; j++) {
        after[i][j] = single[i * after[i].length + j];
      }
    }
    return after;
  }

  private static float[] flat(double[][] matrix) {
    int columns = matrix[0].length;
    float[] flat = new float[matrix.length * columns];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = (float) matrix[i / columns][i % columns];
    }
    return flat;
  }
}
