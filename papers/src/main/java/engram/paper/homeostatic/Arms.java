// SPDX-License-Identifier: Apache-2.0
package engram.paper.homeostatic;

import engram.autodiff.train.Adam;
import engram.credit.rate.Homeostatic;
import engram.credit.rate.HomeostaticRegulator;
import engram.credit.rate.RandomRegulated;
import engram.credit.rate.Shadow;
import engram.credit.rate.online.ConceptShift;
import engram.credit.rate.online.EluNet;
import engram.credit.rate.online.OnlineLearner;
import engram.credit.rate.online.OnlineRun;
import engram.credit.rate.online.OnlineTask;
import engram.data.image.LabelledImages;
import engram.error.NumericalException;
import engram.lab.Stages;
import engram.lab.Trial;
import engram.lab.measure.Notebook;
import engram.plasticity.rate.ConstantRate;
import engram.random.Seeds;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Runs the arms of a replicate: the same first weights, samples and exchanges for all, so that
/// they can be compared in pairs. An arm whose loss leaves the finite numbers has no run. Each arm
/// is a stage of the replicate, which goes on after those that were finished when it was
/// interrupted.
final class Arms {
  /// What later arms need of a run.
  ///
  /// @param online its [OnlineRun#online]
  /// @param meanRate the rate of its shadow
  record Reached(double online, double meanRate) {}

  private static final double ADAM_RATE = 1e-3;

  private final OnlineTask task;
  private final EluNet first;
  private final Seeds seeds;
  private final Notebook out;
  private final Stages stages;

  private Arms(OnlineTask task, EluNet first, Trial trial) {
    this.task = task;
    this.first = first;
    seeds = trial.seeds();
    out = trial.out();
    stages = new Stages(trial);
  }

  static Arms of(Source source, Setting p, Trial trial) {
    LabelledImages train = source.train(trial);
    Seeds seeds = trial.seeds();
    OnlineTask task =
        new OnlineTask(
            train,
            boxed(seeds.stream("images").sample(train.count(), p.samples())),
            source.held(trial),
            IntStream.range(0, p.heldOut()).boxed().toList(),
            Setting.BATCH,
            p.epochs(),
            ConceptShift.none());
    EluNet net = EluNet.ofPaper(Source.PIXELS, seeds.child("net"));
    return new Arms(task, net, trial);
  }

  private static List<Integer> boxed(int[] which) {
    return Arrays.stream(which).boxed().toList();
  }

  /// The same rate at every update: the paper's LRC.
  Optional<Reached> constant(String arm, double eta, ConceptShift shift) {
    return run(arm, net -> OnlineLearner.at(new ConstantRate(eta), net), shift);
  }

  /// The regulated rate: the paper's LRH.
  Optional<Reached> homeostatic(String arm, HomeostaticRegulator with, ConceptShift shift) {
    return run(arm, net -> OnlineLearner.at(new Homeostatic(with), net), shift);
  }

  /// The rate that a coin regulates: the paper's LRR.
  Optional<Reached> random(String arm, HomeostaticRegulator with, ConceptShift shift) {
    return run(
        arm, net -> OnlineLearner.at(new RandomRegulated(with, seeds.stream("coin")), net), shift);
  }

  /// A constant rate at the mean of a run's.
  void shadow(String arm, Optional<Reached> of, ConceptShift shift) {
    if (of.isEmpty()) {
      stages.run(() -> Reading.diverged(out, arm, "the run to be shadowed diverged"));
      return;
    }
    run(arm, net -> OnlineLearner.at(new Shadow(of.get().meanRate()), net), shift);
  }

  /// Adam at its usual rate.
  void adam(String arm, ConceptShift shift) {
    run(arm, net -> OnlineLearner.by(new Adam(ADAM_RATE), net), shift);
  }

  /// How far the regulated run lies above the constant one.
  void advantage(String pace, Optional<Reached> regulated, Optional<Reached> constant) {
    stages.run(() -> Reading.advantage(out, pace, regulated, constant));
  }

  private Optional<Reached> run(
      String arm, Function<EluNet, OnlineLearner> learner, ConceptShift shift) {
    double[] reached = stages.run(() -> reached(arm, learner, shift));
    return reached.length == 0
        ? Optional.empty()
        : Optional.of(new Reached(reached[0], reached[1]));
  }

  private double[] reached(
      String arm, Function<EluNet, OnlineLearner> learner, ConceptShift shift) {
    try {
      OnlineRun run = learner.apply(first.copy()).learn(task.under(shift), seeds);
      Reading.write(out, arm, run);
      return new double[] {run.online(), Shadow.of(run.rates()).eta()};
    } catch (NumericalException e) {
      Reading.diverged(out, arm, String.valueOf(e.getMessage()));
      return new double[0];
    }
  }
}
