// SPDX-License-Identifier: Apache-2.0
package engram.spiking.pool.rival;

import engram.kernel.Doubles;
import engram.signal.spike.SpikeRaster;
import engram.source.FromPaper;
import engram.spiking.pool.SynapseMask;
import engram.spiking.replay.DiscreteLif;
import engram.spiking.replay.Rasters;
import engram.spiking.replay.RecurrentWeights;
import java.util.Arrays;

/// A rival that knows the neuron: a perceptron for each neuron of a [DiscreteLif], driven by the
/// target's spikes. With the target feeding back and resetting, a neuron's potential is linear in
/// its weights, so that each step of each neuron is one example of a two-class problem:
///
///     x_j <- lambda x_j + sigma_j(t-1)      b <- lambda b + x_i e_i(t)      both 0 after sigma_i
///     v = w . x + b
///     w += rate x   if sigma_i(t) = 1 and v < 1 + margin
///     w -= rate x   if sigma_i(t) = 0 and v > 1 - margin
///
/// The weights that gave the target separate the classes but for the bound of the potential at -1,
/// which is left out. Where it separates them, the net gives the target freely, too.
///
/// References: [1] in the package.
///
/// @param rate size of a correction, above 0
/// @param margin 0 or more
/// @param epochs passes over the recording at most, 1 or more
@FromPaper(value = "pspm", at = "spec: rivals")
public record DrivenPerceptron(double rate, double margin, int epochs) {
  /// Checks.
  public DrivenPerceptron {
    if (!(rate > 0 && rate < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("rate must be above 0 and finite, was " + rate);
    }
    if (!(margin >= 0 && margin < 1)) {
      throw new IllegalArgumentException("margin must be in [0, 1), was " + margin);
    }
    if (epochs < 1) {
      throw new IllegalArgumentException("epochs must be 1 or more, was " + epochs);
    }
  }

  /// What it found.
  ///
  /// @param weights of each neuron those of its pass with the fewest corrections
  /// @param corrections of those passes together: 0 where all is separated with the margin
  public record Fit(RecurrentWeights weights, long corrections) {}

  /// Trains every neuron by itself.
  ///
  /// @param first weights to begin at, which stay as they are
  /// @param mask which synapses exist
  public Fit fit(
      DiscreteLif net,
      RecurrentWeights first,
      SynapseMask mask,
      SpikeRaster input,
      SpikeRaster target) {
    mask.require(first);
    Rasters.requireShape("input", input, net.neurons(), input.steps());
    Rasters.requireShape("target", target, net.neurons(), input.steps());
    SpikeRaster columns = target.transposed();
    double[] found = first.bySource();
    long corrections = 0;
    for (int i = 0; i < net.neurons(); i++) {
      Neuron neuron = new Neuron(net, i, mask, input, target, columns);
      corrections += neuron.fit(found);
    }
    return new Fit(RecurrentWeights.bySource(net.neurons(), found), corrections);
  }

  /// One neuron's problem.
  private final class Neuron {
    private final DiscreteLif net;
    private final int i;
    private final SynapseMask mask;
    private final SpikeRaster input;
    private final SpikeRaster target;
    private final SpikeRaster columns;

    Neuron(
        DiscreteLif net,
        int i,
        SynapseMask mask,
        SpikeRaster input,
        SpikeRaster target,
        SpikeRaster columns) {
      this.net = net;
      this.i = i;
      this.mask = mask;
      this.input = input;
      this.target = target;
      this.columns = columns;
    }

    /// Puts the best weights into this neuron among all, by source.
    long fit(double[] weights) {
      int n = net.neurons();
      double[] w = new double[n];
      for (int j = 0; j < n; j++) {
        w[j] = weights[j * n + i];
      }
      long fewest = Long.MAX_VALUE;
      for (int epoch = 0; epoch < epochs && fewest > 0; epoch++) {
        double[] before = w.clone();
        long corrections = pass(w);
        if (corrections < fewest) {
          fewest = corrections;
          for (int j = 0; j < n; j++) {
            weights[j * n + i] = before[j];
          }
        }
      }
      return fewest;
    }

    /// Goes through the recording once, correcting.
    private long pass(double[] w) {
      double[] x = new double[w.length];
      double b = net.start(i);
      long corrections = 0;
      for (int t = 0; t < input.steps(); t++) {
        b = net.leak() * b + (input.get(i, t) ? net.inputWeight(i) : 0);
        double v = b + trace(x, w, t);
        boolean wanted = target.get(i, t);
        if (wanted ? v < 1 + margin : v > 1 - margin) {
          double signed = wanted ? rate : -rate;
          for (int j = 0; j < w.length; j++) {
            w[j] += signed * x[j];
          }
          corrections++;
        }
        if (wanted) {
          Arrays.fill(x, 0);
          b = 0;
        }
      }
      return corrections;
    }

    /// Moves the traces of existing synapses to step t and gives their product with the weights.
    private double trace(double[] x, double[] w, int t) {
      for (int j = 0; j < x.length; j++) {
        x[j] *= net.leak();
      }
      for (int j = t == 0 ? -1 : columns.next(t - 1, 0); j >= 0; j = columns.next(t - 1, j + 1)) {
        x[j] += mask.has(i, j) ? 1 : 0;
      }
      return Doubles.dot(w, x);
    }
  }
}
