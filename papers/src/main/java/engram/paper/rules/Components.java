// SPDX-License-Identifier: Apache-2.0
package engram.paper.rules;

import engram.credit.entropic.PrincipalComponents;
import engram.kernel.Doubles;
import engram.lab.Trial;
import engram.plasticity.Hebb;
import engram.plasticity.PlasticityRule;
import engram.plasticity.Sanger;
import engram.plasticity.batch.FirstWeights;
import engram.plasticity.batch.PlasticLayer;
import engram.plasticity.batch.Recipe;
import engram.plasticity.constrain.WeightConstraint;
import engram.plasticity.rate.LinearDecay;

/// What twenty rows of Sanger's rule catch of the variance of images, beside the exact components.
final class Components {
  static final String SANGER = "Sanger";
  static final String HEBB = "Hebb, unit rows";
  static final String DIRECTIONS = "random directions";
  private static final int ROWS = 20;
  private static final int FIRST = 3;
  private static final int PASSES = 40;
  private static final int BATCH = 200;
  private static final double RATE = 0.04;

  private Components() {}

  static void write(RuleZoo.Setting p, Digits digits, Trial trial) {
    double[] x = centred(digits, Math.min(p.componentImages(), digits.labels().length));
    PrincipalComponents exact = PrincipalComponents.of(x, Digits.INPUTS, ROWS);
    double[] coordinates = exact.project(x);
    double whole = variance(coordinates, ROWS);
    float[] first =
        FirstWeights.normal(ROWS, Digits.INPUTS, 0.01, trial.seeds().stream("components"));
    double[] sanger = rows(new Sanger(), new WeightConstraint.None(), first, p, x, trial);
    double[] hebb = rows(new Hebb(), WeightConstraint.unitRow(), first, p, x, trial);
    trial.out().value(RuleZoo.CAUGHT.in(SANGER), caught(sanger, x) / whole);
    trial.out().value(RuleZoo.CAUGHT.in(HEBB), caught(hebb, x) / whole);
    trial.out().value(RuleZoo.CAUGHT.in(DIRECTIONS), caught(widened(first), x) / whole);
    double least = 1;
    double[] outputs = outputs(sanger, x);
    for (int i = 0; i < FIRST; i++) {
      least = Math.min(least, Math.abs(correlation(outputs, coordinates, i)));
    }
    trial.out().value(RuleZoo.CORRELATION.in(SANGER), least);
  }

  private static double[] centred(Digits digits, int count) {
    double[] x = widened(digits.first(count));
    double[] mean = new double[Digits.INPUTS];
    for (int k = 0; k < x.length; k++) {
      mean[k % Digits.INPUTS] += x[k] / count;
    }
    for (int k = 0; k < x.length; k++) {
      x[k] -= mean[k % Digits.INPUTS];
    }
    return x;
  }

  private static double[] rows(
      PlasticityRule rule,
      WeightConstraint constraint,
      float[] first,
      RuleZoo.Setting p,
      double[] x,
      Trial trial) {
    long steps = PASSES * ((x.length / Digits.INPUTS + BATCH - 1L) / BATCH);
    Recipe recipe = Recipe.of(rule).with(constraint).with(new LinearDecay(RATE, steps));
    PlasticLayer layer = new PlasticLayer(recipe, Digits.INPUTS, first);
    float[] single = new float[x.length];
    for (int k = 0; k < x.length; k++) {
      single[k] = (float) x[k];
    }
    for (int pass = 0; pass < PASSES && !p.frozen(); pass++) {
      layer.pass(single, BATCH, trial.seeds().child("component-pass", pass).stream("order"));
    }
    return widened(layer.weights());
  }

  /// The variance in the span of rows: along an orthonormal basis of it.
  private static double caught(double[] rows, double[] x) {
    double[] basis = rows.clone();
    for (int i = 0; i < ROWS; i++) {
      int at = i * Digits.INPUTS;
      for (int twice = 0; twice < 2; twice++) {
        for (int k = 0; k < i; k++) {
          double along = Doubles.dot(basis, at, basis, k * Digits.INPUTS, Digits.INPUTS);
          Doubles.axpy(-along, basis, k * Digits.INPUTS, basis, at, Digits.INPUTS);
        }
        double norm = Math.sqrt(Doubles.dot(basis, at, basis, at, Digits.INPUTS));
        for (int j = at; j < at + Digits.INPUTS; j++) {
          basis[j] = norm > 1e-9 ? basis[j] / norm : 0;
        }
      }
    }
    return variance(outputs(basis, x), ROWS);
  }

  private static double[] outputs(double[] rows, double[] x) {
    int count = x.length / Digits.INPUTS;
    double[] outputs = new double[count * ROWS];
    for (int b = 0; b < count; b++) {
      for (int i = 0; i < ROWS; i++) {
        outputs[b * ROWS + i] =
            Doubles.dot(rows, i * Digits.INPUTS, x, b * Digits.INPUTS, Digits.INPUTS);
      }
    }
    return outputs;
  }

  /// The sum of the columns' mean squares; the columns have mean 0.
  private static double variance(double[] coordinates, int columns) {
    return Doubles.dot(coordinates, coordinates) * columns / coordinates.length;
  }

  private static double correlation(double[] a, double[] b, int column) {
    double product = 0;
    double left = 0;
    double right = 0;
    for (int k = column; k < a.length; k += ROWS) {
      product += a[k] * b[k];
      left += a[k] * a[k];
      right += b[k] * b[k];
    }
    return left > 0 && right > 0 ? product / Math.sqrt(left * right) : 0;
  }

  private static double[] widened(float[] x) {
    double[] wide = new double[x.length];
    for (int k = 0; k < x.length; k++) {
      wide[k] = x[k];
    }
    return wide;
  }
}
