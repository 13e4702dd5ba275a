// SPDX-License-Identifier: Apache-2.0
package engram.credit.rate.online;

import engram.autodiff.train.Adam;
import engram.credit.rate.Decisions;
import engram.credit.rate.RegulatedRate;
import engram.plasticity.rate.LearningRatePolicy;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.source.FromPaper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Learns a stream of images, batch by batch, while their labels are exchanged, in the published
/// program's order, which decides the result:
///
/// 1. Every image of the batch is answered with the weights at its beginning, and counted.
/// 2. Gradients add up. A regulated rate is offered the samples at which it decides.
/// 3. One update with the rate as it is then.
/// 4. The rate is noted.
/// 5. Labels are exchanged if an exchange is due.
///
/// The order of the samples is shuffled at the end of an epoch, so no memory crosses it.
///
/// ```java
/// EluNet net = EluNet.ofPaper(784, seeds.child("net"));
/// RegulatedRate eta = new Homeostatic(HomeostaticRegulator.from(0.05));
/// OnlineRun run = OnlineLearner.at(eta, net).learn(task, seeds);
/// ```
///
/// References: [1] in the package.
@FromPaper(value = "homeostatic", at = "lrh.py")
public final class OnlineLearner {
  private static final int RECENT = 200;
  private static final double RECOVERED = 0.9;

  private final EluNet net;
  private final Descent descent;

  private OnlineLearner(EluNet net, Descent descent) {
    this.net = net;
    this.descent = descent;
  }

  /// Plain gradient descent at the rate of a policy, regulated or not. The net is changed.
  public static OnlineLearner at(LearningRatePolicy policy, EluNet net) {
    return new OnlineLearner(net, new Descent.AtRate(policy));
  }

  /// Adam, which has a rate for each weight. The net is changed.
  public static OnlineLearner by(Adam adam, EluNet net) {
    return new OnlineLearner(net, new Descent.ByAdam(net, adam));
  }

  /// Learns all epochs.
  ///
  /// @param seeds streams `order` and `swaps` are drawn from it, and nothing else, so that learners
  ///   under equal seeds see equal samples and exchanges
  /// @throws engram.error.NumericalException if the loss of a batch is not finite
  public OnlineRun learn(OnlineTask task, Seeds seeds) {
    requireFits(task);
    Passage passage = new Passage(net, descent, task, new LabelSwaps(net.classes()));
    Answers answers = new Answers(net, OnlineTask.HELD_ROWS);
    RandomStream order = seeds.stream("order");
    RandomStream swaps = seeds.stream("swaps");
    int[] samples = indices(task.samples());
    int[] heldSamples = indices(task.heldSamples());
    int[] heldLabels = task.held().labels(all(task.held().count()));
    List<Double> rates = new ArrayList<>();
    RecoveryMeter recovery = new RecoveryMeter(RECENT, RECOVERED);
    List<OnlineRun.Epoch> epochs = new ArrayList<>();
    for (int epoch = 0; epoch < task.epochs(); epoch++) {
      order.shuffle(samples);
      PrequentialMeter online = new PrequentialMeter(RECENT);
      for (int from = 0; from < samples.length; from += task.batch()) {
        passage.answer(samples, from, online, recovery);
        passage.decide(from);
        rates.add(descent.apply(passage.pass(), rates.size()));
        if (task.shift().isDue(epoch, from + task.batch(), samples.length)) {
          passage.swaps().swap(swaps);
          recovery.shifted();
        }
      }
      double held =
          answers.accuracy(task.held().images(), heldSamples, heldLabels, passage.swaps());
      epochs.add(new OnlineRun.Epoch(online.accuracy(), held, rates.getLast()));
    }
    return new OnlineRun(epochs, rates, decisions(), passage.swaps().count(), read(recovery));
  }

  private void requireFits(OnlineTask task) {
    int pixels = task.train().images().size();
    if (pixels != net.inputs(1)) {
      throw new IllegalArgumentException(
          "images must have the net's " + net.inputs(1) + " pixels, was " + pixels);
    }
    if (task.train().classes() > net.classes() || task.held().classes() > net.classes()) {
      throw new IllegalArgumentException(
          "classes must be at most the net's "
              + net.classes()
              + ", was "
              + Math.max(task.train().classes(), task.held().classes()));
    }
    if (descent instanceof Descent.AtRate(RegulatedRate regulated)) {
      regulated.regulator().times().requireFits(task.batch(), task.samples().size());
    }
  }

  private Decisions decisions() {
    return descent instanceof Descent.AtRate(RegulatedRate regulated)
        ? regulated.decisions()
        : Decisions.NONE;
  }

  private static OnlineRun.Recovery read(RecoveryMeter meter) {
    return new OnlineRun.Recovery(meter.shifts(), meter.recovered(), meter.meanSamples());
  }

  private static int[] indices(List<Integer> of) {
    return of.stream().mapToInt(i -> i).toArray();
  }

  private static int[] all(int count) {
    return IntStream.range(0, count).toArray();
  }
}
