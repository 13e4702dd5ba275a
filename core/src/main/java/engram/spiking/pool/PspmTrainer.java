// SPDX-License-Identifier: Apache-2.0
package engram.spiking.pool;

import engram.random.Seeds;
import engram.signal.spike.SpikeRaster;
import engram.source.FromPaper;
import engram.spiking.replay.Rasters;
import engram.spiking.replay.RecurrentWeights;
import engram.spiking.replay.ReplayNetwork;
import java.util.Arrays;

/// Trains the recurrent weights of a net by pre-synaptic pool modification, so that the net gives
/// recorded spikes again on the recorded input. See [PspmRule] for the rule.
///
/// ```java
/// var trainer = new PspmTrainer(net, PspmRule.local(), SynapseMask.allToAll(100), Seeds.of(7));
/// PspmTraining training = trainer.begin(first, input, target);
/// training.run(200);
/// RecurrentWeights learned = training.best();
/// ```
///
/// Draws are functions of (seed, epoch, i, t, j), so the same seed gives the same weights for any
/// number of workers.
///
/// References: see the package.
@FromPaper(value = "pspm", at = "spec: PSPM update")
@FromPaper(value = "pspm", at = "spec: partial observation")
public final class PspmTrainer {
  private final ReplayNetwork net;
  private final PspmRule rule;
  private final SynapseMask mask;
  private final Seeds seeds;
  private final int[] labels;
  private final boolean accepting;
  private final boolean[] seen;

  private PspmTrainer(
      ReplayNetwork net,
      PspmRule rule,
      SynapseMask mask,
      Seeds seeds,
      int[] labels,
      boolean accepting,
      boolean[] seen) {
    this.net = net;
    this.rule = rule;
    this.mask = mask;
    this.seeds = seeds;
    this.labels = labels;
    this.accepting = accepting;
    this.seen = seen;
  }

  /// A trainer that keeps every change.
  ///
  /// @param mask of the net's size
  /// @param seeds where draws come from
  public PspmTrainer(ReplayNetwork net, PspmRule rule, SynapseMask mask, Seeds seeds) {
    this(net, rule, mask, seeds, identity(net.neurons()), false, all(net.neurons()));
    if (mask.neurons() != net.neurons()) {
      throw new IllegalArgumentException(
          "mask must be of " + net.neurons() + " neurons, was " + mask.neurons());
    }
  }

  private static int[] identity(int n) {
    int[] labels = new int[n];
    for (int i = 0; i < n; i++) {
      labels[i] = i;
    }
    return labels;
  }

  private static boolean[] all(int n) {
    boolean[] all = new boolean[n];
    Arrays.fill(all, true);
    return all;
  }

  /// The same that takes a neuron's change back if the neuron makes more errors in the next run:
  /// hill climbing, each neuron by itself. A neuron whose change was taken back waits an epoch, in
  /// which its old weights are judged again among the others' new ones.
  public PspmTrainer accepting() {
    return new PspmTrainer(net, rule, mask, seeds, labels, true, seen);
  }

  /// The same with neurons known to the draws by these labels: two nets that differ in the order of
  /// their neurons alone learn weights that differ in order alone.
  ///
  /// @param order a permutation of 0 to n - 1
  public PspmTrainer labelled(int... order) {
    boolean[] seen = new boolean[net.neurons()];
    for (int label : order) {
      if (order.length != seen.length || label < 0 || label >= seen.length || seen[label]) {
        throw new IllegalArgumentException(
            "labels must be a permutation of 0 to "
                + (seen.length - 1)
                + ", was "
                + Arrays.toString(order));
      }
      seen[label] = true;
    }
    return new PspmTrainer(net, rule, mask, seeds, order.clone(), accepting, seen);
  }

  /// The same that sees the target of some neurons alone, as a recording of part of a net does. The
  /// others take part in every run and in the pools, by the spikes that the net gives them; weights
  /// into them stay as they are, since nothing tells their errors, nor their rates. Rows of the
  /// target that are not seen are not read, and similarity is that of seen neurons.
  ///
  /// @param neurons ascending, one or more
  public PspmTrainer seeing(int... neurons) {
    if (rule.drive() != PspmRule.Drive.FREE) {
      throw new IllegalArgumentException(
          "drive must be FREE where neurons are hidden, was " + rule.drive());
    }
    boolean[] some = new boolean[net.neurons()];
    int before = -1;
    for (int neuron : neurons) {
      if (neuron <= before || neuron >= some.length) {
        throw new IllegalArgumentException(
            "neurons must ascend in [0, %d], was %s"
                .formatted(some.length - 1, Arrays.toString(neurons)));
      }
      some[neuron] = true;
      before = neuron;
    }
    if (before < 0) {
      throw new IllegalArgumentException("neurons must be 1 or more, was none");
    }
    return new PspmTrainer(net, rule, mask, seeds, labels, accepting, some);
  }

  /// Begins at given weights, which stay as they are.
  ///
  /// @param first 0 where the mask has no synapse
  /// @param input recorded, a row a neuron
  /// @param target the spikes that should come, of the input's shape
  public PspmTraining begin(RecurrentWeights first, SpikeRaster input, SpikeRaster target) {
    mask.require(first);
    Rasters.requireShape("input", input, net.neurons(), input.steps());
    Rasters.requireShape("target", target, net.neurons(), input.steps());
    PoolUpdate update = new PoolKernel(rule, mask, new WeightLimits(rule.bounds(), first));
    return new PspmTraining(this, update, first.copy(), input, target);
  }

  boolean sees(int neuron) {
    return seen[neuron];
  }

  boolean isAccepting() {
    return accepting;
  }

  double eta(int epoch) {
    double eta = rule.step().eta();
    for (int k = 0; k < epoch && rule.step().annealing() < 1; k++) {
      eta *= rule.step().annealing();
    }
    return eta;
  }

  PoolDraws draws(int epoch, int steps) {
    return new PoolDraws(seeds, epoch, labels, steps);
  }

  SpikeRaster run(RecurrentWeights weights, SpikeRaster input, SpikeRaster target) {
    return switch (rule.drive()) {
      case FREE -> net.replay(weights, input);
      case TEACHER -> net.driven(weights, input, target);
    };
  }
}
