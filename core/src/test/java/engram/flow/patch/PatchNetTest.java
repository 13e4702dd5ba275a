// SPDX-License-Identifier: Apache-2.0
package engram.flow.patch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.random.Seeds;
import engram.source.FromPaper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

@FromPaper(value = "benign-oscillation", at = "spec: model, loss, step")
final class PatchNetTest {
  private static final FeatureNoise LAW = new FeatureNoise(21, 12, 0.5, 0.3, 1, 0.8);

  private static List<PatchNet.Shape> shapes() {
    List<PatchNet.Shape> shapes = new ArrayList<>();
    for (Activation activation : Activation.values()) {
      shapes.add(new PatchNet.Shape(4, activation, false));
      shapes.add(new PatchNet.Shape(4, activation, true));
    }
    return shapes;
  }

  private static double loss(PatchNet net, FeatureNoiseData data, int i) {
    double g = net.output(data, i) - data.label(i);
    return g * g / 2;
  }

  @Test
  void theStepIsTheGradientByFiniteDifferences() {
    FeatureNoiseData data = LAW.draw(Seeds.of(3));
    double h = 1e-5;
    for (PatchNet.Shape shape : shapes()) {
      PatchNet net = PatchNet.random(shape, 21, 0.5, Seeds.of(4).stream("weights"));
      double[] w = net.weights();
      double[] moved = net.step(data, 2, data.label(2), 1).weights();
      for (int k = 0; k < w.length; k++) {
        double[] up = w.clone();
        double[] down = w.clone();
        up[k] += h;
        down[k] -= h;
        double slope =
            (loss(PatchNet.of(shape, 21, up), data, 2)
                    - loss(PatchNet.of(shape, 21, down), data, 2))
                / (2 * h);
        double scale = Math.max(1e-3, Math.abs(slope));
        assertEquals(slope, w[k] - moved[k], 1e-6 * scale, shape + " weight " + k + ", seed 3, 4");
      }
    }
  }

  @Test
  void theKernelTakesThePureStep() {
    FeatureNoiseData data = LAW.draw(Seeds.of(5));
    PatchSgd descent = PatchSgd.of(0.3, 30).in(PatchSgd.Order.CYCLIC);
    for (PatchNet.Shape shape : shapes()) {
      PatchNet pure = PatchNet.random(shape, 21, 0.2, Seeds.of(6).stream("weights"));
      double[] kernel = pure.run(data, descent, Seeds.of(8)).net().weights();
      for (int t = 0; t < 30; t++) {
        pure = pure.step(data, t % 12, data.label(t % 12), 0.3);
      }
      assertArrayEquals(pure.weights(), kernel, 1e-12, shape.toString());
    }
  }

  @Test
  void aFullBatchStepIsTheMeanOfTheSingleSteps() {
    FeatureNoiseData data = LAW.draw(Seeds.of(5));
    for (PatchNet.Shape shape : shapes()) {
      PatchNet net = PatchNet.random(shape, 21, 0.2, Seeds.of(6).stream("weights"));
      PatchSgd descent = PatchSgd.of(0.3, 1).in(PatchSgd.Order.FULL_BATCH);
      double[] mean = new double[net.weights().length];
      for (int i = 0; i < data.count(); i++) {
        double[] next = net.step(data, i, data.label(i), 0.3).weights();
        for (int k = 0; k < mean.length; k++) {
          mean[k] += next[k] / data.count();
        }
      }
      assertArrayEquals(mean, net.run(data, descent, Seeds.of(8)).net().weights(), 1e-12);
    }
  }

  @Test
  void flippedLabelsAndExchangedSignsGiveTheMirroredRunBitForBit() {
    FeatureNoiseData data = LAW.draw(Seeds.of(9));
    for (PatchSgd.Order order : PatchSgd.Order.values()) {
      for (PatchNet.Shape shape : shapes()) {
        PatchNet net = PatchNet.random(shape, 21, 0.2, Seeds.of(10).stream("weights"));
        PatchSgd descent = PatchSgd.of(0.4, 50).in(order);
        SgdTrace run = net.run(data, descent, Seeds.of(1));
        SgdTrace mirrored =
            net.withSignsExchanged().run(data.withLabelsFlipped(), descent, Seeds.of(1));
        assertArrayEquals(
            run.net().withSignsExchanged().weights(), mirrored.net().weights(), shape.toString());
        assertEquals(run.residual(49), mirrored.residual(49));
      }
    }
  }

  @Test
  void ratiosOfActiveUnitsNeverChange() {
    FeatureNoiseData data = LAW.draw(Seeds.of(12));
    PatchNet net = PatchNet.random(PatchNet.Shape.of(4), 21, 0.2, Seeds.of(13).stream("weights"));
    int checked = 0;
    for (int t = 0; t < 40; t++) {
      int i = t % 12;
      PatchNet next = net.step(data, i, data.label(i), 0.5);
      for (int side = 0; side < 8; side += 4) {
        double factor = Double.NaN;
        for (int unit = side; unit < side + 4; unit++) {
          double before = net.weight(PatchNet.WEAK, unit, 0);
          if (before * data.weak(i) > 0) {
            double own = next.weight(PatchNet.WEAK, unit, 0) / before;
            if (!Double.isNaN(factor)) {
              assertEquals(factor, own, 1e-12, "step " + t + ", unit " + unit);
              checked++;
            }
            factor = own;
          } else {
            assertEquals(before, next.weight(PatchNet.WEAK, unit, 0));
          }
        }
      }
      net = next;
    }
    assertTrue(checked > 20, "pairs seen: " + checked);
  }

  @Test
  void nothingMovesWhereEveryResidualIsZero() {
    FeatureNoise law = new FeatureNoise(3, 1, 1, 0, 1, 0);
    FeatureNoiseData data = law.draw(Seeds.of(1));
    int unit = data.label(0) > 0 ? 0 : 1;
    double[] weights = new double[6];
    weights[3 * unit + 1] = data.label(0);
    PatchNet net = PatchNet.of(PatchNet.Shape.of(1), 3, weights);
    SgdTrace trace = net.run(data, PatchSgd.of(5, 20), Seeds.of(1));
    assertArrayEquals(weights, trace.net().weights());
    assertEquals(0, trace.residualSum(20));
  }

  @Test
  void theThresholdIsSetByTheLongerOfStrongAndNoisePatch() {
    PatchNet net = PatchNet.of(PatchNet.Shape.of(10), 400, new double[8000]);
    FeatureNoise law = FeatureNoise.standard();
    assertEquals(5, net.stabilityThreshold(law));
    assertEquals(10 / (2 * 1.2 * 1.2), net.stabilityThreshold(law.withStrongNorm(1.2)), 1e-12);
    assertEquals(5, net.stabilityThreshold(law.withStrongNorm(0.8)));
    PatchNet relu = PatchNet.of(new PatchNet.Shape(1, Activation.RELU, false), 3, new double[6]);
    assertEquals(
        "activation must be squared ReLU or quadratic for a stability threshold, was RELU",
        assertThrows(IllegalStateException.class, () -> relu.stabilityThreshold(law)).getMessage());
  }

  @Test
  void weakOnlyExamplesTellASignedWeakNetFromItsMirrorImage() {
    double[] weights = new double[6];
    weights[0] = 1;
    weights[3] = -1;
    PatchNet net = PatchNet.of(PatchNet.Shape.of(1), 3, weights);
    FeatureNoise law = new FeatureNoise(3, 5, 1, 0.5, 1, 0);
    assertEquals(new Evaluation(1, 0.25, 0.28125), net.evalWeakOnly(law, 100, Seeds.of(2)));
    assertEquals(0, net.withSignsExchanged().evalWeakOnly(law, 100, Seeds.of(2)).accuracy());
    PatchNet nothing = PatchNet.of(PatchNet.Shape.of(1), 3, new double[6]);
    assertEquals(new Evaluation(0.5, 0, 0.5), nothing.evalWeakOnly(law, 10, Seeds.of(2)));
  }

  @Test
  void refusesWhatDoesNotFit() {
    FeatureNoiseData data = LAW.draw(Seeds.of(3));
    PatchNet.Shape shape = PatchNet.Shape.of(1);
    refuses("filters must be 1 or more, was 0", () -> PatchNet.Shape.of(0));
    refuses("dimension must be 3 or more, was 2", () -> PatchNet.of(shape, 2, new double[4]));
    refuses("weights must have length 6, was 5", () -> PatchNet.of(shape, 3, new double[5]));
    refuses(
        "initialStd must be finite and 0 or more, was -1.0",
        () -> PatchNet.random(shape, 3, -1, Seeds.of(1).stream("w")));
    refuses(
        "dimension of the data must be 3, was 21",
        () -> PatchNet.of(shape, 3, new double[6]).run(data, PatchSgd.of(1, 1), Seeds.of(1)));
    refuses("stepSize must be finite and above 0, was 0.0", () -> PatchSgd.of(0, 1));
    refuses("steps must be 0 or more, was -1", () -> PatchSgd.of(1, -1));
    refuses(
        "laterStepSize must be finite and above 0, was -1.0", () -> PatchSgd.of(1, 9).then(-1, 3));
    refuses("laterFrom must be inside [0, 9], was 10", () -> PatchSgd.of(1, 9).then(1, 10));
    refuses(
        "labelNoise must be finite and 0 or more, was NaN",
        () -> PatchSgd.of(1, 9).withLabelNoise(Double.NaN));
    refuses(
        "coordinatesEvery must be 0 or more, was -2",
        () -> PatchSgd.of(1, 9).keepingCoordinatesEvery(-2));
  }

  private static void refuses(String message, Executable executable) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, executable).getMessage());
  }
}
