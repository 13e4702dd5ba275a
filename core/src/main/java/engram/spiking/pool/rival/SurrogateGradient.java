// SPDX-License-Identifier: Apache-2.0
package engram.spiking.pool.rival;

import engram.autodiff.train.Adam;
import engram.error.NumericalException;
import engram.signal.spike.SpikeRaster;
import engram.source.FromPaper;
import engram.spiking.pool.SynapseMask;
import engram.spiking.replay.DiscreteLif;
import engram.spiking.replay.RecurrentWeights;

/// A rival that knows neuron and derivative: backpropagation through time of a whole recording of a
/// freely running [DiscreteLif], with a [FastSigmoid] in place of the step's derivative [3]. The
/// loss is half the square of van Rossum's distance, and Adam follows its gradient, an update an
/// epoch. The net runs freely in training as in the test.
///
/// References: [3] in the package.
///
/// @param adam the optimiser
/// @param spike what stands for a spike's derivative
/// @param tauSteps time constant of the loss's filter in steps, above 0; usual 10
/// @param budget epochs, and how they are judged
@FromPaper(value = "pspm", at = "spec: rivals")
public record SurrogateGradient(Adam adam, Spike spike, double tauSteps, Budget budget) {
  /// What stands for a spike's derivative, and which ways back the gradient takes beside that
  /// through a neuron's own leak.
  ///
  /// @param surrogate in place of the step
  /// @param throughReset whether it goes through the reset
  /// @param throughOthers whether it goes through the neurons that a spike reaches; without, what a
  ///   weight did to later spikes of others is left out, and the gradient is one of each neuron by
  ///   itself
  public record Spike(FastSigmoid surrogate, boolean throughReset, boolean throughOthers) {
    /// All ways.
    public static Spike of(double slope) {
      return new Spike(new FastSigmoid(slope), true, true);
    }

    /// The same for each neuron by itself.
    public Spike byItself() {
      return new Spike(surrogate, throughReset, false);
    }
  }

  /// Checks the filter.
  public SurrogateGradient {
    if (!(tauSteps > 0 && tauSteps < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("tauSteps must be above 0 and finite, was " + tauSteps);
    }
  }

  /// Trains.
  ///
  /// @param first weights to begin at, which stay as they are
  /// @param mask which synapses exist
  /// @throws NumericalException if gradients leave the range of numbers; names the epoch
  public FreeFit fit(
      DiscreteLif net,
      RecurrentWeights first,
      SynapseMask mask,
      SpikeRaster input,
      SpikeRaster target) {
    FreeRuns runs = new FreeRuns(net, first, mask, input, target, budget.tolerance());
    FilteredLoss loss = new FilteredLoss(target, tauSteps);
    UnrolledLif unrolled = new UnrolledLif(net, input, spike, false);
    double[] weights = first.bySource();
    double[] gradient = new double[weights.length];
    double[][] memory = new double[adam.memory().size()][weights.length];
    for (int epoch = 0; epoch < budget.epochs(); epoch++) {
      double[] given = unrolled.forward(weights);
      runs.judge(weights, unrolled.spikes());
      runs.note(loss.of(given));
      unrolled.backward(weights, loss.gradient(), gradient);
      keepExisting(gradient, mask, epoch);
      adam.update(adam.rate(), epoch + 1, weights, gradient, memory);
    }
    return runs.fit(weights);
  }

  private static void keepExisting(double[] gradient, SynapseMask mask, int epoch) {
    int n = mask.neurons();
    for (int k = 0; k < gradient.length; k++) {
      if (!mask.has(k % n, k / n)) {
        gradient[k] = 0;
      } else if (!Double.isFinite(gradient[k])) {
        throw new NumericalException(
            "surrogate gradient of weight %d, %d was %s in epoch %d"
                .formatted(k % n, k / n, gradient[k], epoch));
      }
    }
  }
}
