// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.constrain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.plasticity.Clouds;
import engram.plasticity.Hebb;
import engram.plasticity.batch.PlasticLayer;
import engram.plasticity.batch.Recipe;
import engram.plasticity.constrain.WeightConstraint.Sum;
import engram.plasticity.rate.ConstantRate;
import engram.random.Seeds;
import engram.source.FromPaper;
import org.junit.jupiter.api.Test;

@FromPaper(value = "hebbian-rules", at = "spec 0, spec 13")
final class ConstraintsTest {
  private static float[] constrained(WeightConstraint constraint, float... weights) {
    constraint.apply(weights, 1, weights.length);
    return weights;
  }

  @Test
  void constraintsDoWhatTheySay() {
    assertArrayEquals(
        new float[] {0.6f, -0.8f}, constrained(WeightConstraint.unitRow(), 3, -4), 1e-7f);
    assertArrayEquals(new float[] {0, 0}, constrained(WeightConstraint.unitRow(), 0, 0));
    float[] cubic = constrained(new WeightConstraint.UnitNorm(3), 1, -2, 3);
    assertEquals(1, WeightConstraint.norm(cubic, 0, 3, 3), 1e-6);
    assertArrayEquals(
        new float[] {0.25f, 0.75f}, constrained(new Sum(1, Sum.Way.MULTIPLICATIVE), 1, 3), 1e-7f);
    assertArrayEquals(
        new float[] {-0.5f, 1.5f}, constrained(new Sum(1, Sum.Way.SUBTRACTIVE), 1, 3), 1e-7f);
    assertArrayEquals(
        new float[] {-1, 0.5f, 1}, constrained(new WeightConstraint.Clip(-1, 1), -3, 0.5f, 2));
    boolean[] excitatory = {true, false, true};
    assertArrayEquals(
        new float[] {0, -3, 2}, constrained(new WeightConstraint.Dale(excitatory), -3, -3, 2));
  }

  @Test
  void normalizersDivideByWhatTheySay() {
    float[] change = {3, -4, 0, 0};
    assertEquals(1, UpdateNormalizer.NONE.divisor(change, 8));
    assertEquals(8, UpdateNormalizer.MEAN.divisor(change, 8));
    assertEquals(4, UpdateNormalizer.MAX_ABS.divisor(change, 8));
    assertEquals(5, UpdateNormalizer.L2.divisor(change, 8), 1e-12);
    assertEquals(1e-30, UpdateNormalizer.MAX_ABS.divisor(new float[4], 8));
  }

  /// Two correlated inputs and one that is not: keeping the length leads to the eigenvector, whose
  /// entries are 1, 1 and 0 up to a factor; taking the same amount from all drives weights to their
  /// bounds.
  @Test
  void multiplicativeFindsTheEigenvectorAndSubtractiveTheBounds() {
    double[][] basis = {
      {0.5, 0.5, Math.sqrt(0.5)}, {0.5, 0.5, -Math.sqrt(0.5)}, {Math.sqrt(0.5), -Math.sqrt(0.5), 0}
    };
    float[] x = Clouds.flat(Clouds.axes(basis, 2, 1, 0.1));
    float[] first = {0.45f, 0.5f, 0.55f};
    Recipe hebb = Recipe.of(new Hebb()).with(new ConstantRate(0.05));
    PlasticLayer scaled = new PlasticLayer(hebb.with(WeightConstraint.unitRow()), 3, first);
    WeightConstraint taken = new Sum(1.5, Sum.Way.SUBTRACTIVE);
    WeightConstraint bounds = new WeightConstraint.Clip(0, 1);
    WeightConstraint.Clip clip = (WeightConstraint.Clip) bounds;
    PlasticLayer shifted = new PlasticLayer(hebb.with(taken), 3, first);
    for (int t = 0; t < 500; t++) {
      scaled.step(x);
    }
    assertArrayEquals(new float[] {0.5f, 0.5f, (float) Math.sqrt(0.5)}, scaled.weights(), 1e-4f);
    float[] w = first;
    for (int t = 0; t < 500; t++) {
      PlasticLayer one = new PlasticLayer(hebb.with(taken), 3, w);
      one.step(x);
      w = one.weights();
      clip.apply(w, 1, 3);
    }
    int atBounds = 0;
    for (float value : w) {
      atBounds += value == 0 || value == 1 ? 1 : 0;
    }
    assertTrue(atBounds >= 2, java.util.Arrays.toString(w));
    assertEquals(0, shifted.steps());
  }

  @Test
  void largestShareKeepsTheLargest() {
    float[] change = Clouds.flat(Clouds.normal(10, 10, 0, Seeds.of(31).stream("c")));
    float[] kept = change.clone();
    new LargestShare(0.1).apply(kept, 10, 10);
    int count = 0;
    float least = Float.POSITIVE_INFINITY;
    float dropped = 0;
    for (int i = 0; i < 100; i++) {
      if (kept[i] != 0) {
        count++;
        least = Math.min(least, Math.abs(change[i]));
      } else {
        dropped = Math.max(dropped, Math.abs(change[i]));
      }
    }
    assertEquals(10, count);
    assertTrue(dropped < least);
  }

  @Test
  void refusals() {
    refused("share must be in (0, 1], was 0.0", () -> new LargestShare(0));
    refused("p must be finite and at least 1, was 0.5", () -> new WeightConstraint.UnitNorm(0.5));
    refused("low must be at most high, was 1.0 > 0.0", () -> new WeightConstraint.Clip(1, 0));
    refused("total must be finite, was NaN", () -> new Sum(Double.NaN, Sum.Way.SUBTRACTIVE));
    refused(
        "inputs must be those of Dale's law, 1, was 2",
        () -> new WeightConstraint.Dale(new boolean[1]).apply(new float[2], 1, 2));
  }

  private static void refused(String message, Runnable act) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, act::run).getMessage());
  }
}
