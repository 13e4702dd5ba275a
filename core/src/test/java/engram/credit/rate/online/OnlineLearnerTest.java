// SPDX-License-Identifier: Apache-2.0
package engram.credit.rate.online;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.autodiff.train.Adam;
import engram.credit.rate.DecisionTimes;
import engram.credit.rate.Decisions;
import engram.credit.rate.Effect;
import engram.credit.rate.GradientScope;
import engram.credit.rate.Homeostatic;
import engram.credit.rate.HomeostaticRegulator;
import engram.credit.rate.RandomRegulated;
import engram.credit.rate.RegulatedRate;
import engram.data.image.Images;
import engram.data.image.LabelledImages;
import engram.plasticity.rate.ConstantRate;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.source.FromPaper;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The learner against the published rules written down step by step, and what must be exactly so.
@FromPaper(value = "homeostatic", at = "lrh.py")
final class OnlineLearnerTest {
  private static final Seeds SEEDS = Seeds.of(38);

  /// Random images of 5 x 5 with a bright spot that tells the class.
  private static LabelledImages images(int count) {
    RandomStream stream = SEEDS.stream("images");
    byte[] pixels = new byte[count * 25];
    stream.nextBytes(pixels);
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = i % 10;
      pixels[i * 25 + labels[i]] = (byte) 255;
      pixels[i * 25 + 10 + labels[i]] = 0;
    }
    return new LabelledImages(new Images(5, 5, 255, pixels), labels);
  }

  private static OnlineTask task(int samples, int epochs, int swaps) {
    LabelledImages all = images(samples + 100);
    List<Integer> learned = IntStream.range(0, samples).boxed().toList();
    List<Integer> held = IntStream.range(samples, samples + 100).boxed().toList();
    return new OnlineTask(all, learned, all, held, 10, epochs, ConceptShift.perEpoch(swaps));
  }

  private static EluNet net() {
    return EluNet.random(List.of(25, 12, 11, 10), SEEDS.child("net"));
  }

  private static double[] weights(EluNet net) {
    return net.parameters().values("layer1.weight").toDoubles();
  }

  private static void agrees(HomeostaticRegulator regulator, int leastTaken) {
    OnlineTask task = task(600, 2, 20);
    EluNet net = net();
    PlainLearner plain = new PlainLearner(net, regulator);
    plain.learn(task, SEEDS);
    OnlineRun run = OnlineLearner.at(new Homeostatic(regulator), net).learn(task, SEEDS);
    assertTrue(plain.taken >= leastTaken, "taken " + plain.taken);
    assertEquals(plain.taken, run.decisions().taken());
    assertEquals(plain.rates, run.rates(), "every rate, to the bit");
    assertEquals(plain.hits / 1200.0, run.online(), 1e-12);
    double[] w = weights(net);
    for (int i = 0; i < w.length; i++) {
      assertEquals(plain.weights.getFirst()[i / 12][i % 12], w[i], 1e-9, "weight " + i);
    }
    for (double accuracy : plain.memoryAccuracies) {
      double times = accuracy * regulator.times().memory();
      assertEquals(Math.rint(times), times, 1e-12);
    }
  }

  @Test
  void agreesWithTheRulesWrittenDownStepByStep() {
    agrees(HomeostaticRegulator.from(0.2), 5);
  }

  @Test
  void agreesForTheWholeBatchAndForOffersInsideABatch() {
    HomeostaticRegulator often =
        HomeostaticRegulator.from(0.2).withTimes(new DecisionTimes(5, 20, false));
    agrees(often, 20);
    agrees(often.withScope(GradientScope.WHOLE_BATCH), 20);
    agrees(HomeostaticRegulator.from(0.2).withTimes(new DecisionTimes(7, 13, true)), 5);
  }

  @Test
  void withoutEffectItIsTheConstantRateToTheBit() {
    OnlineTask task = task(600, 2, 20);
    EluNet regulated = net();
    EluNet constant = net();
    HomeostaticRegulator idle = HomeostaticRegulator.from(0.1).withEffect(Effect.none(10));
    OnlineRun one = OnlineLearner.at(new Homeostatic(idle), regulated).learn(task, SEEDS);
    OnlineRun two = OnlineLearner.at(new ConstantRate(0.1), constant).learn(task, SEEDS);
    assertArrayEquals(weights(constant), weights(regulated));
    assertEquals(two.epochs(), one.epochs());
    assertEquals(two.swaps(), one.swaps());
    assertEquals(0, one.decisions().taken());
    assertEquals(one.decisions().offers(), one.decisions().ties());
    assertEquals(Decisions.NONE, two.decisions());
  }

  @Test
  void rehearsingChangesNoParameter() {
    EluNet net = net();
    BatchPass pass = new BatchPass(net, 10);
    LabelledImages all = images(30);
    int[] batch = IntStream.range(0, 10).toArray();
    pass.run(all.images().values(batch), 0, all.labels(batch));
    double[][] before = everything(net);
    int[] memory = IntStream.range(10, 30).toArray();
    new Rehearsal(net, 20, 10)
        .run(all.images().values(memory), 0, all.labels(memory), pass, 10, 0.5, 1);
    assertArrayEquals(before, everything(net));
    pass.descend(0.01);
    assertNotEquals(before[0][0], everything(net)[0][0]);
  }

  private static double[][] everything(EluNet net) {
    return net.parameters().names().stream()
        .map(name -> net.parameters().values(name).toDoubles())
        .toArray(double[][]::new);
  }

  /// Seasons: an epoch without exchanges and one with; the number of exchanges is that of the plan.
  @Test
  void seasonsExchangeWhatTheirPlanSays() {
    OnlineTask seasons = task(600, 4, 0).under(ConceptShift.seasons(0, 12, 1));
    OnlineRun run = OnlineLearner.at(new ConstantRate(0.1), net()).learn(seasons, SEEDS);
    assertEquals(24, run.swaps());
    assertEquals(4, run.epochs().size());
    assertEquals(
        0, OnlineLearner.at(new ConstantRate(0.1), net()).learn(task(600, 1, 0), SEEDS).swaps());
  }

  /// What is learnable is learned, by every descent.
  @Test
  void learnsWhatCanBeLearned() {
    OnlineTask still = task(2000, 4, 0);
    RegulatedRate random =
        new RandomRegulated(HomeostaticRegulator.from(0.1), SEEDS.stream("coin"));
    for (OnlineLearner learner :
        List.of(
            OnlineLearner.at(new ConstantRate(0.1), net()),
            OnlineLearner.at(random, net()),
            OnlineLearner.by(new Adam(0.01), net()))) {
      OnlineRun.Epoch last = learner.learn(still, SEEDS).epochs().getLast();
      assertTrue(last.held() > 0.8, "was " + last);
    }
  }

  /// An exchange at the end of an epoch comes after its last update and before validation: the same
  /// weights, and two of ten classes that are now called otherwise.
  @Test
  void validationFollowsTheLabelsOfNow() {
    EluNet one = net();
    EluNet two = net();
    OnlineRun still = OnlineLearner.at(new ConstantRate(0.1), one).learn(task(4000, 1, 0), SEEDS);
    OnlineRun after = OnlineLearner.at(new ConstantRate(0.1), two).learn(task(4000, 1, 1), SEEDS);
    assertArrayEquals(weights(one), weights(two));
    assertEquals(1, after.swaps());
    LabelSwaps swaps = new LabelSwaps(10);
    swaps.swap(SEEDS.stream("swaps"));
    OnlineTask task = task(4000, 1, 0);
    int[] labels = task.held().labels(IntStream.range(0, 4100).toArray());
    double expected =
        new Answers(one, 100)
            .accuracy(task.held().images(), IntStream.range(4000, 4100).toArray(), labels, swaps);
    assertEquals(expected, after.epochs().getLast().held());
    assertTrue(expected < still.epochs().getLast().held());
  }

  /// At a rate so small that nothing is learned, labels are met by chance.
  @Test
  void withoutLearningAccuracyIsChance() {
    OnlineRun run = OnlineLearner.at(new ConstantRate(0), net()).learn(task(5000, 1, 500), SEEDS);
    assertEquals(0.1, run.online(), 0.03);
  }

  @Test
  void refusals() {
    refused(
        "images must have the net's 784 pixels, was 25",
        () ->
            OnlineLearner.at(new ConstantRate(0.1), EluNet.ofPaper(784, SEEDS))
                .learn(task(100, 1, 0), SEEDS));
    refused(
        "classes must be at most the net's 9, was 10",
        () ->
            OnlineLearner.at(new ConstantRate(0.1), EluNet.random(List.of(25, 9), SEEDS))
                .learn(task(100, 1, 0), SEEDS));
    HomeostaticRegulator regulator = HomeostaticRegulator.ofPaper();
    refused(
        "interval must divide the batch of 10 or be a multiple of it, unless any is allowed, was 15",
        () -> learn(regulator.withTimes(new DecisionTimes(15, 20, false))));
    refused(
        "memory must be at most the 100 samples of an epoch, was 200",
        () -> learn(regulator.withTimes(new DecisionTimes(10, 200, false))));
    refused(
        "swapsPerEpoch must be at most the 10 batches of an epoch, was 11", () -> task(100, 1, 11));
    refused("samples must be a multiple of the batch of 10, was 95", () -> task(95, 1, 0));
    refused("epochs must be at least 1, was 0", () -> task(100, 0, 0));
    refused(
        "sizes must be inputs and layers of at least 1, was [5]",
        () -> EluNet.random(List.of(5), SEEDS));
  }

  private static void learn(HomeostaticRegulator regulator) {
    OnlineLearner.at(new Homeostatic(regulator), net()).learn(task(100, 1, 0), SEEDS);
  }

  private static void refused(String message, Runnable act) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, act::run).getMessage());
  }
}
