// SPDX-License-Identifier: Apache-2.0
package engram.flow.patch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.random.Seeds;
import engram.source.FromPaper;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// One example, one filter a sign, the filter of the other sign silent: the recursion `f = (|v|
/// a)^2 + (|u| b)^2`, `e = 1 - f`, `a <- a (1 + 2 eta |v|^2 e)`, `b <- b (1 + 2 eta |u|^2 e)` with
/// |v| = 0.1, |u| = 1, a = b = 0.1 at the start. Its threshold is eta = 1/2. Golden values: our own
/// independent recursion after 3000 steps, relative tolerance 1e-6.
@FromPaper(value = "benign-oscillation", at = "spec: residuals, coordinates")
final class SgdTraceTest {
  private static final FeatureNoise LAW = new FeatureNoise(3, 1, 1, 0.1, 1, 0);

  private static SgdTrace toy(double eta, int steps) {
    return toy(Activation.SQUARED_RELU, eta, steps);
  }

  private static SgdTrace toy(Activation activation, double eta, int steps) {
    FeatureNoiseData data = LAW.draw(Seeds.of(1));
    double y = data.label(0);
    double[] weights = new double[6];
    int from = y > 0 ? 0 : 3;
    weights[from] = y * 0.1;
    weights[from + 1] = y * 0.1;
    return PatchNet.of(new PatchNet.Shape(1, activation, false), 3, weights)
        .run(data, PatchSgd.of(eta, steps), Seeds.of(1));
  }

  private static int unit() {
    return LAW.draw(Seeds.of(1)).label(0) > 0 ? 0 : 1;
  }

  private static double weak(SgdTrace trace) {
    return Math.abs(trace.coordinates().getLast().weak(unit()));
  }

  @Test
  void reproducesTheGoldenTable() {
    double[][] golden = {
      {0.1, 0.10251203, 0.00010509, 12.41505883, 1, 1},
      {0.4, 0.10306463, 0.00010622, 3.78639391, 1, 1},
      {0.49, 0.10329173, 0.00010669, 3.31947188, 1, 1},
      {0.51, 0.13880037, 0.00019266, 32.45314893, 1.128608, 0.851975},
      {0.55, 0.45072564, 0.00203154, 138.31329144, 1.243306, 0.667785},
      {0.6, 1.80144324, 0.03245198, 243.58053659, 1.274533, 0.590686}
    };
    for (double[] row : golden) {
      SgdTrace trace = toy(row[0], 3000);
      String at = "eta " + row[0];
      double a = weak(trace);
      assertEquals(row[1], a, 1e-6 * row[1], at);
      assertEquals(row[2], 0.01 * a * a, 1e-8 + 1e-6 * row[2], at); // 8 decimals are published
      assertEquals(row[3], trace.residualSum(3000), 1e-6 * row[3], at);
      assertEquals(row[4], 1 - trace.residual(2998), 1e-6, at);
      assertEquals(row[5], 1 - trace.residual(2999), 1e-6, at);
    }
  }

  @Test
  void aSmallStepGrowsTheWeakCoordinateByThePowerLaw() {
    // a_inf / a_0 = (b_inf / b_0)^(|v|^2 / |u|^2); the error of a finite step is of its order.
    double limit = StrictMath.pow(10, 0.01);
    double coarse = weak(toy(0.02, 20_000)) / 0.1 / limit - 1;
    double fine = weak(toy(0.01, 40_000)) / 0.1 / limit - 1;
    assertEquals(0, fine, 5e-4);
    assertEquals(2, coarse / fine, 0.1);
  }

  @Test
  void aPeriodOfTwoSolvesItsEquation() {
    SgdTrace trace = toy(0.51, 3000);
    double c = 2 * 0.51;
    double first = trace.residual(2998);
    double second = trace.residual(2999);
    // The weak part drifts by 2e-8 a step, so the orbit closes to that.
    assertEquals(1, (1 + c * first) * (1 + c * second), 1e-6);
    assertTrue(first < -0.1 && second > 0.1, first + " " + second);
  }

  @Test
  void divergenceIsAResult() {
    // Without dying units a factor below -1 feeds on itself.
    SgdTrace trace = toy(Activation.QUADRATIC, 3, 3000);
    assertTrue(trace.divergenceStep().isPresent());
    int step = trace.divergenceStep().getAsInt();
    assertEquals(step, trace.steps());
    assertTrue(Math.abs(trace.divergenceResidual()) > SgdTrace.DIVERGED);
    assertTrue(Double.isFinite(trace.residualSum(step)));
    // The same, found after the last step.
    assertEquals(OptionalInt.of(step), toy(Activation.QUADRATIC, 3, step).divergenceStep());
  }

  @Test
  void countsTheUnitsThatAFactorBelowZeroTurnsOver() {
    assertEquals(0, toy(0.55, 500).deadUnits());
    SgdTrace trace = toy(3, 12);
    boolean turned = false;
    for (int t = 0; t < trace.steps(); t++) {
      turned |= 1 + 2 * 3 * trace.residual(t) < 0;
    }
    assertTrue(turned);
    assertEquals(1, trace.deadUnits());
  }

  @Test
  void splitsSquaredResidualsByKindAndKeepsCoordinates() {
    FeatureNoiseData data = new FeatureNoise(9, 4, 0.5, 0.1, 1, 1).draw(Seeds.of(2));
    PatchNet net = PatchNet.random(PatchNet.Shape.of(2), 9, 0.1, Seeds.of(2).stream("w"));
    PatchSgd descent = PatchSgd.of(0.2, 10).in(PatchSgd.Order.CYCLIC).keepingCoordinatesEvery(4);
    SgdTrace trace = net.run(data, descent, Seeds.of(2));
    double strong = 0;
    double weak = 0;
    for (int t = 0; t < 8; t++) {
      double square = trace.residual(t) * trace.residual(t);
      strong += data.isStrong(t % 4) ? square / 4 : 0;
      weak += data.isStrong(t % 4) ? 0 : square / 4;
    }
    assertEquals(strong, trace.meanSquaredResidual(0, 8, true), 1e-15);
    assertEquals(weak, trace.meanSquaredResidual(0, 8, false), 1e-15);
    assertEquals(4 * (strong + weak), trace.squaredResidualSum(0, 8), 1e-14);
    assertEquals(0, trace.meanSquaredResidual(3, 3, true));
    int[] steps = trace.coordinates().stream().mapToInt(Coordinates::step).toArray();
    assertArrayEquals(new int[] {0, 4, 8, 10}, steps);
    assertEquals(net.weights()[9], trace.coordinates().getFirst().weak(1));
    assertEquals(net.weights()[10], trace.coordinates().getFirst().strong(1));
  }

  @Test
  void labelNoiseAndALaterStepDoWhatTheySay() {
    FeatureNoiseData data = LAW.draw(Seeds.of(1));
    SgdTrace shaken =
        toy(0.4, 200).net().run(data, PatchSgd.of(1e-9, 400).withLabelNoise(0.5), Seeds.of(3));
    double mean = shaken.residualSum(400) / 400;
    assertEquals(0, mean, 4 * 0.5 / 20, "seed 3");
    assertEquals(0.25, shaken.squaredResidualSum(0, 400) / 400, 1e-6);
    SgdTrace settled =
        toy(0.4, 10).net().run(data, PatchSgd.of(0.55, 900).then(0.2, 600), Seeds.of(3));
    assertTrue(Math.abs(settled.residual(599)) > 0.05);
    assertEquals(0, settled.residual(899), 1e-12);
  }
}
