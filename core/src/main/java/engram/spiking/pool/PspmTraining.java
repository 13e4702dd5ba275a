// SPDX-License-Identifier: Apache-2.0
package engram.spiking.pool;

import engram.kernel.Workers;
import engram.signal.spike.SpikeRaster;
import engram.signal.spike.distance.Coincidence;
import engram.spiking.replay.RecurrentWeights;
import java.util.Arrays;

/// A training under way: weights, how many epochs it took, and the best weights so far.
///
/// An epoch runs the net, finds its errors, and changes weights. The rule is stochastic and a small
/// change moves all later spikes, so errors do not fall from epoch to epoch: the weights of the run
/// with the highest F1 are kept. (The fewest errors would favour nets that are nearly silent.) Made
/// by [PspmTrainer]; not for several threads at once.
public final class PspmTraining {
  /// What an epoch found before it changed anything.
  ///
  /// @param number from 0
  /// @param matches which spikes of seen neurons have one of the other's in the window; a spike may
  ///   be matched more than once
  /// @param spikes what the net did
  public record Epoch(int number, Coincidence matches, SpikeRaster spikes) {
    /// Spikes of the target without one of the net's in the window.
    public long missed() {
      return matches.targetCount() - matches.matchedTarget();
    }

    /// Spikes of the net without one of the target's in the window.
    public long spurious() {
      return matches.modelCount() - matches.matchedModel();
    }
  }

  private final PspmTrainer trainer;
  private final PoolUpdate update;
  private final SpikeRaster input;
  private final SpikeRaster target;
  private final RecurrentWeights weights;
  private final RecurrentWeights accepted;
  private final int[] acceptedErrors;
  private final boolean[] waits;
  private RecurrentWeights best;
  private double bestSimilarity = -1;
  private int epochs;

  PspmTraining(
      PspmTrainer trainer,
      PoolUpdate update,
      RecurrentWeights first,
      SpikeRaster input,
      SpikeRaster target) {
    this.trainer = trainer;
    this.update = update;
    this.input = input;
    this.target = target;
    weights = first;
    accepted = first.copy();
    best = first.copy();
    acceptedErrors = new int[first.neurons()];
    Arrays.fill(acceptedErrors, Integer.MAX_VALUE);
    waits = new boolean[first.neurons()];
  }

  /// Takes epochs on the calling thread.
  ///
  /// @param count 1 or more
  /// @return the last of them
  public Epoch run(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("count must be 1 or more, was " + count);
    }
    Epoch last = epoch(Workers.one());
    for (int k = 1; k < count; k++) {
      last = epoch(Workers.one());
    }
    return last;
  }

  /// Takes one epoch; workers share the neurons, and change nothing of the result.
  public Epoch epoch(Workers workers) {
    SpikeRaster spikes = trainer.run(weights, input, target);
    PoolUpdate.Judged judged = update.judge(spikes, target);
    int n = weights.neurons();
    Coincidence matches = matches(judged, spikes);
    if (matches.f1() > bestSimilarity) {
      bestSimilarity = matches.f1();
      best = weights.copy();
    }
    if (trainer.isAccepting()) {
      accept(judged);
    }
    double eta = trainer.eta(epochs);
    int number = epochs;
    int parts = Math.min(n, workers.count());
    workers.run(
        parts,
        part -> {
          PoolDraws draws = trainer.draws(number, input.steps());
          for (int i = part; i < n; i += parts) {
            if (trainer.sees(i) && !waits[i]) {
              judged.change(weights, i, eta, draws);
            }
          }
        });
    epochs++;
    return new Epoch(number, matches, spikes);
  }

  private Coincidence matches(PoolUpdate.Judged judged, SpikeRaster spikes) {
    long missed = 0;
    long spurious = 0;
    long wanted = 0;
    long given = 0;
    for (int i = 0; i < weights.neurons(); i++) {
      if (trainer.sees(i)) {
        missed += judged.missed(i);
        spurious += judged.spurious(i);
        wanted += target.count(i);
        given += spikes.count(i);
      }
    }
    return new Coincidence(wanted - missed, wanted, given - spurious, given);
  }

  /// Keeps a neuron's weights if they made no more errors than the ones before, or takes those
  /// back.
  private void accept(PoolUpdate.Judged judged) {
    for (int i = 0; i < waits.length; i++) {
      int errors = judged.missed(i) + judged.spurious(i);
      waits[i] = trainer.sees(i) && !waits[i] && errors > acceptedErrors[i];
      if (waits[i]) {
        weights.takeRow(i, accepted);
      } else {
        accepted.takeRow(i, weights);
        acceptedErrors[i] = errors;
      }
    }
  }

  /// How many epochs it took.
  public int epochs() {
    return epochs;
  }

  /// A copy of the weights after the last epoch's change.
  public RecurrentWeights last() {
    return weights.copy();
  }

  /// A copy of the weights of the run that was most like the target; the first weights before any
  /// run.
  public RecurrentWeights best() {
    return best.copy();
  }

  /// How like the target that run was: F1 of spikes matched in the window, in [0, 1].
  public double bestSimilarity() {
    if (epochs == 0) {
      throw new IllegalStateException("epochs must be 1 or more before one is best, was 0");
    }
    return bestSimilarity;
  }
}
