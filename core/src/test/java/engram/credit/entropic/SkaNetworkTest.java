// SPDX-License-Identifier: Apache-2.0
package engram.credit.entropic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.random.RandomStream;
import engram.random.Seeds;
import engram.source.FromPaper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

@FromPaper(value = "ska", at = "arXiv 2504.03214, code: SKAModel; eqs. 8, 26 (Tensor Net, flow)")
final class SkaNetworkTest {
  private static final double LN2 = StrictMath.log(2);
  private static final SkaParameters SMALL =
      new SkaParameters(List.of(6, 5, 4), 0.05, SkaRule.CODE, 0.4);

  private static SkaNetwork network(SkaParameters parameters) {
    return SkaNetwork.random(parameters, Seeds.of(7).stream("weights"));
  }

  private static double[] images(int values) {
    RandomStream stream = Seeds.of(7).stream("images");
    double[] images = new double[values];
    for (int i = 0; i < values; i++) {
      images[i] = stream.nextDouble();
    }
    return images;
  }

  private static double sigmoid(double z) {
    return 1 / (1 + StrictMath.exp(-z));
  }

  @Test
  void firstStepsShowNothingAndThenMoveDownTheEntropy() {
    SkaNetwork net = network(SMALL);
    double[] batch = images(18);
    double[] before = net.weights(0);
    SkaTrace start = net.step(batch, 3);
    assertArrayEquals(before, net.weights(0));
    SkaTrace first = net.step(batch, 3);
    for (SkaTrace trace : List.of(start, first)) {
      for (SkaTrace.Layer layer : trace.layers()) {
        assertEquals(0, layer.entropyBits());
        assertEquals(0, layer.cosine());
        assertEquals(0, layer.flow());
        assertEquals(0, layer.lagrangian());
        assertTrue(layer.norms().z() > 0 && layer.norms().w() > 0);
      }
    }
    double[] after = net.weights(0);
    for (int input = 0; input < 6; input++) {
      for (int unit = 0; unit < 5; unit++) {
        double expected = before[input * 5 + unit];
        for (int i = 0; i < 3; i++) {
          double z = 0;
          for (int other = 0; other < 6; other++) {
            z += batch[i * 6 + other] * before[other * 5 + unit];
          }
          double d = sigmoid(z);
          expected += 0.05 * batch[i * 6 + input] * z * d * (1 - d) / LN2 / 3;
        }
        assertEquals(expected, after[input * 5 + unit], 1e-14);
      }
    }
  }

  @Test
  void updateTakesTheLayerBelowFromTheLastStep() {
    SkaNetwork net = network(SMALL);
    double[] batch = images(18);
    net.step(batch, 3);
    net.step(batch, 3);
    double[] lastBelow = net.copy().outputs(0, batch, 3);
    SkaNetwork atStep2 = net.copy();
    net.step(batch, 3);
    // At step 2, D of layer 1 is that of atStep2 and the last one is that of step 1.
    double[] below = atStep2.outputs(0, batch, 3);
    assertArrayEquals(lastBelow, below);
    double[] step1Below = network(SMALL).outputs(0, batch, 3);
    double[] outputs = atStep2.outputs(1, batch, 3);
    double[] lastOutputs = network(SMALL).outputs(1, batch, 3);
    double[] w = atStep2.weights(1);
    double wrong = 0;
    for (int input = 0; input < 5; input++) {
      for (int unit = 0; unit < 4; unit++) {
        double right = w[input * 4 + unit];
        double current = right;
        for (int i = 0; i < 3; i++) {
          double d = outputs[i * 4 + unit];
          double z = StrictMath.log(d / (1 - d));
          double g = SkaRule.CODE.gradient(z, d * (1 - d), d - lastOutputs[i * 4 + unit]);
          right -= 0.05 * step1Below[i * 5 + input] * g / 3;
          current -= 0.05 * below[i * 5 + input] * g / 3;
        }
        assertEquals(right, net.weights(1)[input * 4 + unit], 1e-13);
        wrong = Math.max(wrong, Math.abs(current - right));
      }
    }
    assertTrue(wrong > 1e-6, "the two readings must differ, by " + wrong);
  }

  @Test
  void zeroWeightsAreAFixedPoint() {
    SkaNetwork net = network(SMALL.withInitScale(0));
    List<SkaTrace> traces = net.run(images(18), 3, new StopRule.Steps(20), 20);
    assertArrayEquals(new double[30], net.weights(0), Double.MIN_VALUE);
    assertEquals(0, traces.getLast().layer(0).flow());
    assertEquals(0, traces.getLast().layer(0).entropyBits());
  }

  @Test
  void fixedRuleLeavesTheWeights() {
    SkaNetwork net = network(SMALL.withRule(SkaRule.FIXED));
    double[] before = net.weights(1);
    net.run(images(18), 3, new StopRule.Steps(5), 5);
    assertArrayEquals(before, net.weights(1));
  }

  /// In the limit of small steps one unit with input x obeys dz/dt = (x^2 + 1) z sigma'(z) / ln 2.
  @Test
  void oneUnitFollowsItsDifferentialEquation() {
    double x = 1.3;
    double[] batch = {x, x};
    SkaNetwork net = network(new SkaParameters(List.of(1, 1), 1e-4, SkaRule.CODE, 0.5));
    double z = x * net.weights(0)[0];
    double step = 1e-4;
    net.run(batch, 2, new StopRule.Steps(20_001), 20_001);
    double rate = (x * x + 1) / LN2;
    for (int k = 0; k < 20_000; k++) {
      double a = rate * slope(z);
      double b = rate * slope(z + step / 2 * a);
      double c = rate * slope(z + step / 2 * b);
      double d = rate * slope(z + step * c);
      z += step / 6 * (a + 2 * b + 2 * c + d);
    }
    double reached = x * net.weights(0)[0] + net.biases(0)[0];
    assertEquals(z, reached, 2e-3 * Math.abs(z));
    assertTrue(Math.abs(z) > 1, "must have moved, was " + z);
  }

  private static double slope(double z) {
    return z * sigmoid(z) * (1 - sigmoid(z));
  }

  /// Small steps: sum of dZ (D -+ Z D' / ln 2) is a difference of potentials.
  @Test
  void tensorNetOfOneUnitSumsToADifferenceOfPotentials() {
    double x = 1.3;
    SkaNetwork net = network(new SkaParameters(List.of(1, 1), 1e-4, SkaRule.CODE, 0.5));
    double z0 = x * net.weights(0)[0];
    double code = 0;
    double paper = 0;
    for (SkaTrace trace : net.run(new double[] {x, x}, 2, new StopRule.Steps(20_001), 20_001)) {
      code += trace.layer(0).net().code() / 2;
      paper += trace.layer(0).net().paper() / 2;
    }
    double z1 = lastZ(net);
    double soft = StrictMath.log1p(StrictMath.exp(z1)) - StrictMath.log1p(StrictMath.exp(z0));
    double entropy = BinaryEntropy.bits(sigmoid(z0)) - BinaryEntropy.bits(sigmoid(z1));
    assertEquals(soft - entropy, code, 2e-3);
    assertEquals(soft + entropy, paper, 2e-3);
    assertTrue(entropy > 0.1, "must have moved, was " + entropy);
  }

  private static double lastZ(SkaNetwork net) {
    return 1.3 * net.weights(0)[0] + net.biases(0)[0];
  }

  @Test
  void entropyOfALayerIsTheDifferenceOfShannonEntropies() {
    SkaNetwork net = network(SMALL.withEta(1e-3));
    double[] batch = images(18);
    double start = bits(net.outputs(1, batch, 3));
    double sum = 0;
    for (SkaTrace trace : net.run(batch, 3, new StopRule.Steps(4_000), 4_000)) {
      sum += trace.layer(1).entropyBits();
    }
    double end = bits(net.outputs(1, batch, 3));
    assertEquals(end - start, sum, 5e-3 * Math.abs(sum));
    assertTrue(sum < -1, "must have fallen, was " + sum);
  }

  private static double bits(double[] outputs) {
    double sum = 0;
    for (double d : outputs) {
      sum += BinaryEntropy.bits(d);
    }
    return sum;
  }

  /// Negated weights mirror the first layer; above, D becomes 1 - D and the mirror breaks.
  @Test
  void negatedWeightsAreASymmetryOfTheFirstLayerOnly() {
    double[] batch = images(18);
    List<SkaDefinition.Layer> layers = definition(network(SMALL), 1);
    List<SkaDefinition.Layer> mirror = definition(network(SMALL), -1);
    SkaDefinition.Step a = null;
    SkaDefinition.Step b = null;
    for (int k = 0; k < 30; k++) {
      a = SkaDefinition.step(0.05, SkaRule.CODE, layers, rows(batch));
      b = SkaDefinition.step(0.05, SkaRule.CODE, mirror, rows(batch));
      layers = a.layers();
      mirror = b.layers();
    }
    assertTrue(a != null && b != null);
    assertEquals(a.entropyBits().get(0), b.entropyBits().get(0), 1e-12);
    assertTrue(Math.abs(a.entropyBits().get(1) - b.entropyBits().get(1)) > 1e-3);
  }

  private static List<SkaDefinition.Layer> definition(SkaNetwork net, double sign) {
    return List.of(layer(net, 0, 5, sign), layer(net, 1, 4, sign));
  }

  private static SkaDefinition.Layer layer(SkaNetwork net, int index, int units, double sign) {
    double[] w = net.weights(index);
    double[][] rows = new double[w.length / units][units];
    for (int i = 0; i < w.length; i++) {
      rows[i / units][i % units] = sign * w[i];
    }
    return new SkaDefinition.Layer(rows, new double[units], new double[0][], new double[0][]);
  }

  private static double[][] rows(double[] batch) {
    double[][] rows = new double[3][6];
    for (int i = 0; i < batch.length; i++) {
      rows[i / 6][i % 6] = batch[i];
    }
    return rows;
  }

  @Test
  void stopsWhereTheRuleSays() {
    double[] batch = images(18);
    SkaParameters fast = SMALL.withEta(0.2);
    assertEquals(4, network(fast).run(batch, 3, new StopRule.Steps(4), 9).size());
    assertEquals(9, network(fast).run(batch, 3, new StopRule.Steps(10), 9).size());
    List<SkaTrace> fallen = network(fast).run(batch, 3, new StopRule.FlowFraction(0, 0.5), 500);
    double peak = fallen.stream().mapToDouble(t -> t.layer(0).flow()).max().orElse(0);
    assertTrue(fallen.size() < 500 && fallen.getLast().layer(0).flow() <= 0.5 * peak);
    assertTrue(fallen.get(fallen.size() - 2).layer(0).flow() > 0.5 * peak);
    StopRule crossing = new StopRule.NetZeroCrossing(0);
    assertTrue(!crossing.isMet(List.of(net(0, -1))));
    assertTrue(!crossing.isMet(List.of(net(0, 0), net(1, 2))));
    assertTrue(!crossing.isMet(List.of(net(0, -2), net(1, -1))));
    assertTrue(crossing.isMet(List.of(net(0, 1), net(1, -1), net(2, 0))));
  }

  private static SkaTrace net(int step, double code) {
    SkaTrace.Net net = new SkaTrace.Net(code, -code);
    return new SkaTrace(
        step, List.of(new SkaTrace.Layer(0, 0, 0, net, 0, new SkaTrace.Norms(0, 0))));
  }

  @Test
  void scalesCopiesToNormsWithoutTouchingTheOriginal() {
    SkaNetwork net = network(SMALL);
    SkaNetwork untrained = net.copy();
    net.run(images(18), 3, new StopRule.Steps(40), 40);
    double[] before = untrained.weights(0);
    double[] scaled = untrained.scaledTo(net).weights(0);
    double[] trained = net.weights(0);
    double ratio = scaled[0] / before[0];
    double own = 0;
    double other = 0;
    for (int i = 0; i < scaled.length; i++) {
      assertEquals(ratio * before[i], scaled[i], 1e-12);
      own += scaled[i] * scaled[i];
      other += trained[i] * trained[i];
    }
    assertEquals(other, own, 1e-9);
    assertArrayEquals(before, untrained.weights(0));
  }

  private static String refusal(Executable call) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, call).getMessage());
  }

  @Test
  void refusesAnotherBatchUntilReset() {
    SkaNetwork net = network(SMALL);
    double[] batch = images(18);
    net.step(batch, 3);
    double[] other = batch.clone();
    other[4] += 1e-9;
    String message = "batch must be that of the first step until reset(), was another at step 1";
    assertEquals(message, refusal(() -> net.step(other, 3)));
    assertEquals(message, refusal(() -> net.step(images(24), 4)));
    net.reset();
    assertEquals(0, net.step(other, 3).step());
    other[0] = 0.123;
    net.reset();
    net.step(other, 3);
    other[0] = 0.5;
    assertEquals(message, refusal(() -> net.step(other, 3)));
  }

  @Test
  void refusesBatchesThatMeanNothing() {
    SkaNetwork net = network(SMALL);
    assertEquals(
        "batch must have at least 2 samples, was 1", refusal(() -> net.step(images(6), 1)));
    assertEquals(
        "images must be samples x inputs = 3 x 6 values, was 17",
        refusal(() -> net.step(images(17), 3)));
    double[] broken = images(18);
    broken[8] = Double.NaN;
    assertEquals("input 2 of sample 1 must be finite, was NaN", refusal(() -> net.step(broken, 3)));
  }

  @Test
  void refusesParametersOutOfRange() {
    assertEquals("eta must be above 0 and finite, was 0.0", refusal(() -> SMALL.withEta(0)));
    assertEquals("eta must be above 0 and finite, was -1.0", refusal(() -> SMALL.withEta(-1)));
    assertEquals(
        "eta must be above 0 and finite, was NaN", refusal(() -> SMALL.withEta(Double.NaN)));
    assertEquals(
        "sizes must be at least 1, was [3, 0]",
        refusal(() -> new SkaParameters(List.of(3, 0), 0.1, SkaRule.CODE, 0.1)));
    assertEquals(
        "sizes must be inputs and at least one layer, was [3]",
        refusal(() -> new SkaParameters(List.of(3), 0.1, SkaRule.CODE, 0.1)));
    assertEquals(
        "initScale must be 0 or more and finite, was -0.1",
        refusal(() -> SMALL.withInitScale(-0.1)));
    assertEquals("count must be at least 1, was 0", refusal(() -> new StopRule.Steps(0)));
    assertEquals(
        "fraction must be inside (0, 1), was 1.0", refusal(() -> new StopRule.FlowFraction(0, 1)));
    assertEquals(
        "atMost must be at least 1, was 0",
        refusal(() -> network(SMALL).run(images(18), 3, new StopRule.Steps(1), 0)));
  }

  @Test
  void predictsOnlyWithAFittedReadOut() {
    SkaNetwork net = network(SMALL);
    double[] batch = images(18);
    assertEquals(
        "read-out must be fitted and given before predict, was none: this network has seen no"
            + " labels and its outputs are not class scores",
        assertThrows(IllegalStateException.class, () -> net.predict(batch, 3)).getMessage());
    net.readOut(NearestCentroid.fit(net.outputs(1, batch, 3), 4, new int[] {0, 1, 2}));
    assertArrayEquals(new int[] {0, 1, 2}, net.predict(batch, 3));
  }
}
