// SPDX-License-Identifier: Apache-2.0
package engram.paper.pspm.shared;

import engram.lab.measure.Notebook;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.signal.spike.SpikeRaster;
import engram.spiking.pool.PspmRule;
import engram.spiking.pool.PspmTrainer;
import engram.spiking.pool.PspmTraining;
import engram.spiking.pool.SynapseMask;
import engram.spiking.replay.DiscreteLif;
import engram.spiking.replay.RecurrentWeights;
import engram.spiking.replay.ReferenceWeights;

/// What is given to every arm of a replicate: a net, its true weights, a recording of them, the
/// same net on input that was not recorded, and the weights at which training begins.
public record Recording(
    DiscreteLif net,
    ReferenceWeights law,
    RecurrentWeights truth,
    RecurrentWeights first,
    Episode train,
    Episode fresh) {
  private static final double INPUT = 0.1;
  private static final int CURVE_POINTS = 50;

  /// Input and what the true weights make of it.
  public record Episode(SpikeRaster input, SpikeRaster target) {}

  /// With as many fresh steps as recorded ones.
  public static Recording of(Setting p, Seeds seeds) {
    return of(p, p.steps(), p.steps(), seeds);
  }

  /// With so many steps to learn from and so many fresh ones.
  public static Recording of(Setting p, int trainSteps, int freshSteps, Seeds seeds) {
    DiscreteLif net = DiscreteLif.standard(p.neurons(), seeds.stream("net"));
    ReferenceWeights law = new ReferenceWeights(p.neurons(), p.strength());
    RecurrentWeights truth = law.draw(seeds.stream("truth"));
    RecurrentWeights first = law.draw(seeds.stream("first"));
    return new Recording(
        net,
        law,
        truth,
        first,
        episode(net, truth, trainSteps, seeds.stream("input")),
        episode(net, truth, freshSteps, seeds.stream("fresh")));
  }

  private static Episode episode(
      DiscreteLif net, RecurrentWeights truth, int steps, RandomStream random) {
    SpikeRaster input = new SpikeRaster(net.neurons(), steps);
    for (int i = 0; i < net.neurons(); i++) {
      for (int t = 0; t < steps; t++) {
        if (random.nextDouble() < INPUT) {
          input.set(i, t);
        }
      }
    }
    return new Episode(input, net.replay(truth, input));
  }

  /// Where every pair of different neurons has a synapse.
  public SynapseMask mask() {
    return SynapseMask.allToAll(net.neurons());
  }

  /// Trains by a rule and writes F1 within its window over the epochs.
  public PspmTraining trained(PspmRule rule, int epochs, Seeds seeds, Notebook out, String arm) {
    return trained(new PspmTrainer(net, rule, mask(), seeds.child(arm)), epochs, out, arm);
  }

  /// Trains and writes F1 within the rule's window over the epochs.
  public PspmTraining trained(PspmTrainer trainer, int epochs, Notebook out, String arm) {
    PspmTraining training = trainer.begin(first, train.input(), train.target());
    int every = Math.max(1, epochs / CURVE_POINTS);
    for (int epoch = 0; epoch < epochs; epoch++) {
      PspmTraining.Epoch found = training.run(1);
      if (epoch % every == 0 || epoch == epochs - 1) {
        out.series(Reading.CURVE.in(arm), epoch, found.matches().f1());
      }
    }
    return training;
  }

  /// The same with other weights at which training begins.
  public Recording startingAt(RecurrentWeights other) {
    return new Recording(net, law, truth, other, train, fresh);
  }

  /// What weights make of the recorded input.
  public SpikeRaster replay(RecurrentWeights weights) {
    return net.replay(weights, train.input());
  }

  /// What they make of fresh input.
  public SpikeRaster onFresh(RecurrentWeights weights) {
    return net.replay(weights, fresh.input());
  }

  /// No synapse at all.
  public RecurrentWeights none() {
    return RecurrentWeights.none(net.neurons());
  }
}
