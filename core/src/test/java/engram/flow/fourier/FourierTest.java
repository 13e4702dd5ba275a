// SPDX-License-Identifier: Apache-2.0
package engram.flow.fourier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.autodiff.array.Precision;
import engram.autodiff.train.AdamW;
import engram.autodiff.train.Schedule;
import engram.autodiff.train.Sgd;
import engram.autodiff.train.Trainer;
import engram.kernel.Doubles;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.source.FromPaper;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@FromPaper(value = "modular-addition", at = "Fourier read-out")
@FromPaper(value = "modular-addition", at = "task and split")
@FromPaper(value = "modular-addition", at = "model")
@FromPaper(value = "modular-addition", at = "loss and optimiser")
@FromPaper(value = "modular-addition", at = "measures")
@FromPaper(value = "modular-addition", at = "decoupled gradient flow")
@FromPaper(value = "modular-addition", at = "proposition 1")
final class FourierTest {
  private static final int P = 23;
  private static final RandomStream RANDOM = Seeds.of(16).stream("fourier");

  @Test
  void basisIsOrthonormalAndGivesBackAWave() {
    FourierBasis basis = new FourierBasis(P);
    double[] unit = new double[P * P];
    for (int j = 0; j < P; j++) {
      unit[j * P + j] = 1;
    }
    // Row j holds column j of the basis; its rows are orthonormal where its columns are.
    double[] columns = basis.coefficients(unit, P);
    for (int i = 0; i < P; i++) {
      for (int j = 0; j < P; j++) {
        double dot = Doubles.dot(columns, i * P, columns, j * P, P);
        assertEquals(i == j ? 1 : 0, dot, 1e-12);
      }
    }
    double[] function = new double[P];
    RANDOM.fillGaussian(function, 1);
    double[] coefficients = basis.coefficients(function, 1);
    assertEquals(Doubles.dot(function, function), Doubles.dot(coefficients, coefficients), 1e-12);
    assertArrayEquals(function, basis.function(coefficients), 1e-12);
    for (int k = 1; k <= basis.frequencies(); k++) {
      double[] wave = new double[P];
      basis.add(new Wave(k, 0.7, -2.1), wave, 0);
      for (int j = 0; j < P; j++) {
        assertEquals(0.7 * Math.cos(2 * Math.PI * k * j / P - 2.1), wave[j], 1e-12);
      }
      Wave read = basis.wave(basis.coefficients(wave, 1), 0, k);
      assertEquals(0.7, read.amplitude(), 1e-12);
      assertEquals(-2.1, read.phase(), 1e-12);
    }
  }

  @Test
  void cosinesOfAllFrequenciesAddUpToAnIndicator() {
    for (int z = 0; z < P; z++) {
      double sum = 0;
      for (int k = 1; k <= (P - 1) / 2; k++) {
        sum += Doubles.cos(2 * Math.PI * k * z / P);
      }
      assertEquals((z == 0 ? P / 2.0 : 0) - 0.5, sum, 1e-12);
    }
  }

  private static double[] logits(AdditionNet net, Response response) {
    AdditionTask task = AdditionTask.whole(net.modulus());
    return new AdditionTraining(net, task, Trainer.Settings.of(new Sgd(1))).logits(response);
  }

  @Test
  void manyPhasesComputeTheFlawedIndicatorAndFourDoNot() {
    double alpha = 0.9;
    double beta = 1.1;
    double[] eight =
        logits(FlawedIndicator.net(P, 8, alpha, beta, Response.SQUARE), Response.SQUARE);
    double[] four =
        logits(FlawedIndicator.net(P, 4, alpha, beta, Response.SQUARE), Response.SQUARE);
    AdditionTask task = AdditionTask.whole(P);
    double worst = 0;
    for (int row = 0; row < task.rows(); row++) {
      int x = task.pair(row) / P;
      int y = task.pair(row) % P;
      double[] law = FlawedIndicator.logits(P, alpha * alpha * beta, 8, x, y);
      double[] half = FlawedIndicator.logits(P, alpha * alpha * beta, 4, x, y);
      for (int j = 0; j < P; j++) {
        assertEquals(law[j], eight[row * P + j], 1e-10);
        worst = Math.max(worst, Math.abs(half[j] - four[row * P + j]));
      }
    }
    assertTrue(worst > 1, "four phases leave a wave of four times the phase, was " + worst);
  }

  @Test
  void theIndicatorOfThreeAndSevenIsThatOfThePaper() {
    double[] logits = FlawedIndicator.logits(P, 2, 1, 3, 7);
    for (int j = 0; j < P; j++) {
      double want = j == 10 ? 10.5 : j == 6 || j == 14 ? 4.75 : -1;
      assertEquals(want, logits[j], 1e-12);
    }
    assertEquals(P - 1, FlawedIndicator.logits(P, 2, 1, 4, 4)[8], 1e-12);
  }

  private static double accuracy(AdditionNet net, Response response) {
    AdditionTask task = AdditionTask.whole(net.modulus());
    int[] answers =
        new AdditionTraining(net, task, Trainer.Settings.of(new Sgd(1))).answers(response);
    return new LearningStages().read(0, task, answers).train();
  }

  @Test
  void onlyTheEvenPartOfAResponseAddsUp() {
    AdditionNet net = FlawedIndicator.net(P, 8, 1, 1, Response.SQUARE);
    assertEquals(1, accuracy(net, Response.SQUARE));
    assertEquals(1, accuracy(net, Response.ABSOLUTE));
    for (Response odd : new Response[] {Response.IDENTITY, Response.CUBE}) {
      assertArrayEquals(new double[276 * P], logits(net, odd), 1e-11);
    }
  }

  @Test
  void gradientsAreThoseOfCentralDifferences() {
    for (Response response : new Response[] {Response.RELU, Response.SQUARE}) {
      NetSettings settings = new NetSettings(5, response, NetSettings.Start.RANDOM, 3);
      AdditionTask task = AdditionTask.split(7, 0.6, Seeds.of(3).stream("split"));
      AdditionNet net = AdditionNet.of(7, settings, Precision.DOUBLE, Seeds.of(4));
      double[] theta = net.inputWeights();
      double[] xi = net.outputWeights();
      double rate = 1e-3;
      AdditionTraining training =
          new AdditionTraining(net, task, Trainer.Settings.of(new Sgd(rate)));
      training.step();
      double[] theta1 = net.inputWeights();
      double[] xi1 = net.outputWeights();
      for (int i = 0; i < theta.length; i += 3) {
        assertEquals(
            slope(task, settings, theta, xi, theta, i), (theta[i] - theta1[i]) / rate, 1e-6);
        assertEquals(slope(task, settings, theta, xi, xi, i), (xi[i] - xi1[i]) / rate, 1e-6);
      }
    }
  }

  private static double slope(
      AdditionTask task, NetSettings settings, double[] theta, double[] xi, double[] of, int i) {
    double kept = of[i];
    double h = 1e-5;
    of[i] = kept + h;
    double above = loss(task, settings, theta, xi);
    of[i] = kept - h;
    double below = loss(task, settings, theta, xi);
    of[i] = kept;
    return (above - below) / (2 * h);
  }

  private static double loss(AdditionTask task, NetSettings settings, double[] theta, double[] xi) {
    AdditionNet net = AdditionNet.of(task.modulus(), settings, Precision.DOUBLE, theta, xi);
    return new AdditionTraining(net, task, Trainer.Settings.of(new Sgd(1))).loss(true);
  }

  @Test
  void aRandomStartKnowsNothing() {
    NetSettings settings = new NetSettings(512, Response.RELU, NetSettings.Start.RANDOM, 0.1);
    AdditionNet net = AdditionNet.of(P, settings, Precision.FLOAT, Seeds.of(8));
    AdditionTraining training =
        new AdditionTraining(net, AdditionTask.whole(P), Trainer.Settings.of(new Sgd(1)));
    assertEquals(Math.log(P), training.loss(true), 1e-2);
    assertEquals(2.0 / 12, net.spectrum().participationRatio(), 0.01);
    assertEquals(2 / Math.PI, net.spectrum().unlocked(), 0.05);
    assertEquals(0, training.loss(false));
  }

  @Test
  void oneStepOnTheLossIsOneStepOfTheDecoupledFlow() {
    double s = 1e-3;
    NetSettings settings =
        new NetSettings(22, Response.SQUARE, NetSettings.Start.SINGLE_FREQUENCY, s);
    AdditionNet net = AdditionNet.of(P, settings, Precision.DOUBLE, Seeds.of(5));
    WaveSpectrum before = net.spectrum();
    double rate = 0.5;
    new AdditionTraining(net, AdditionTask.whole(P), Trainer.Settings.of(new Sgd(rate))).step();
    WaveSpectrum after = net.spectrum();
    for (int m = 0; m < 22; m++) {
      WaveSpectrum.Neuron was = before.neurons().get(m);
      DecoupledFlow flow = new DecoupledFlow(1.0 / P, was.input(), was.output());
      flow.euler(rate);
      WaveSpectrum.Neuron is = after.neurons().get(m);
      double moved = Math.abs(flow.inputAmplitude() - was.input().amplitude());
      assertEquals(flow.inputAmplitude(), is.input().amplitude(), 1e-3 * moved + 1e-11);
      assertEquals(flow.outputAmplitude(), is.output().amplitude(), 1e-3 * moved + 1e-11);
      assertEquals(flow.misalignment(), is.misalignment(), 1e-6);
    }
  }

  @Test
  void theFlowKeepsWhatItMustAndLocksPhases() {
    DecoupledFlow flow =
        new DecoupledFlow(1.0 / P, new Wave(2, 0.02, 1.5), new Wave(2, 0.02, 0.18));
    double magnitude = flow.magnitudeInvariant();
    double phase = flow.phaseInvariant();
    double distance = Math.abs(flow.misalignment());
    while (flow.inputAmplitude() < 0.5) {
      flow.rungeKutta(0.02 * P / flow.inputAmplitude());
      assertTrue(Math.abs(flow.misalignment()) <= distance);
      distance = Math.abs(flow.misalignment());
      assertEquals(magnitude, flow.magnitudeInvariant(), 1e-8);
      assertEquals(phase, flow.phaseInvariant(), 1e-8);
    }
    assertTrue(distance < 1e-3, "D was " + distance);
    DecoupledFlow top = new DecoupledFlow(1, new Wave(1, 0.1, Math.PI / 2), new Wave(1, 0.1, 1e-9));
    while (top.inputAmplitude() < 10) {
      top.rungeKutta(0.02 / Math.max(top.inputAmplitude(), top.outputAmplitude()));
    }
    assertTrue(Math.abs(top.misalignment()) < 0.1, "D = pi is unstable, was " + top.misalignment());
  }

  @Test
  void amongEqualsTheSmallestMisalignmentWins() {
    for (int trial = 0; trial < 50; trial++) {
      Wave[] inputs = new Wave[11];
      Wave[] outputs = new Wave[11];
      double[] distance = new double[11];
      for (int k = 0; k < 11; k++) {
        inputs[k] = new Wave(k + 1, 0.02, 3 * (2 * RANDOM.nextDouble() - 1));
        outputs[k] = new Wave(k + 1, 0.02, 3 * (2 * RANDOM.nextDouble() - 1));
        distance[k] = Math.abs(Wave.wrapped(2 * inputs[k].phase() - outputs[k].phase()));
      }
      int nearest = IntStream.range(0, 11).reduce(0, (a, b) -> distance[b] < distance[a] ? b : a);
      assertEquals(nearest, DecoupledFlow.winner(1.0 / P, inputs, outputs), "trial " + trial);
    }
  }

  @Test
  void splitsCountPairsAndPartners() {
    AdditionTask task = AdditionTask.split(P, 0.75, Seeds.of(1).stream("split"));
    assertEquals(Math.round(0.75 * P * P), task.trainedPairs());
    double weights = 0;
    for (double w : task.rowWeights()) {
      weights += w;
    }
    assertEquals(1, weights, 1e-12);
    for (int x = 0; x < P; x++) {
      assertTrue(
          task.kind(x, x) == PairKind.TRAINED_WITH_PARTNER || task.kind(x, x) == PairKind.UNSEEN);
      for (int y = 0; y < P; y++) {
        assertEquals(
            task.kind(x, y) == PairKind.TRAINED_ALONE, task.kind(y, x) == PairKind.PARTNER_TRAINED);
      }
    }
    AdditionTask mixed = AdditionTask.whole(P).scrambled(Seeds.of(1).stream("labels"));
    assertEquals(mixed.label(3, 8), mixed.label(8, 3));
  }

  @Test
  void aTrainingThatGoesOnHasTheSameBits() {
    NetSettings settings = new NetSettings(32, Response.RELU, NetSettings.Start.RANDOM, 0.1);
    Trainer.Settings adam =
        new Trainer.Settings(
            new AdamW(1e-3, 0.9, 0.98, 1e-8, 1),
            new Schedule.Ramp(10),
            Trainer.Settings.of(new Sgd(1)).clipping());
    AdditionTask task = AdditionTask.split(7, 0.7, Seeds.of(1).stream("split"));
    AdditionTraining whole =
        new AdditionTraining(AdditionNet.of(7, settings, Precision.FLOAT, Seeds.of(2)), task, adam);
    AdditionTraining resumed =
        new AdditionTraining(AdditionNet.of(7, settings, Precision.FLOAT, Seeds.of(3)), task, adam);
    double[] start = whole.net().outputWeights();
    whole.step();
    assertArrayEquals(start, whole.net().outputWeights(), "the first step moves nothing");
    for (int i = 0; i < 20; i++) {
      whole.step();
    }
    resumed.restore(whole.snapshot());
    for (int i = 0; i < 20; i++) {
      assertEquals(whole.step(), resumed.step());
    }
    assertArrayEquals(whole.net().outputWeights(), resumed.net().outputWeights());
  }

  @Test
  void refusesWhatCannotBe() {
    assertRefused("modulus must be odd and at least 3, was 22", () -> new FourierBasis(22));
    assertRefused("modulus must be odd and at least 3, was 1", () -> AdditionTask.whole(1));
    assertRefused(
        "share must leave pairs for training and for test, was 1.0 of 49",
        () -> AdditionTask.split(7, 1, RANDOM));
    assertRefused(
        "neurons must be at least 1, was 0",
        () -> new NetSettings(0, Response.RELU, NetSettings.Start.RANDOM, 1));
    double[] broken = new double[7];
    broken[3] = Double.NaN;
    assertRefused(
        "weights must be finite, was NaN",
        () -> WaveSpectrum.of(new FourierBasis(7), broken, new double[7]));
    assertRefused(
        "weights must be as many rows of 7 in both layers, was 8 and 7 numbers",
        () -> WaveSpectrum.of(new FourierBasis(7), new double[8], new double[7]));
  }

  private static void assertRefused(String message, Runnable of) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, of::run).getMessage());
  }
}
