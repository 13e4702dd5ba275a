// SPDX-License-Identifier: Apache-2.0
package engram.spiking.replay;

import engram.random.RandomStream;
import engram.signal.spike.SpikeRaster;
import engram.source.FromPaper;
import java.util.Arrays;

/// A net of leaky integrate-and-fire neurons in steps of 1 ms, all to all, with a delay of one
///
///     v_i <- max(-1, lambda v_i + sum_j W_ij s_j(t-1) + x_i e_i(t))
///     s_i(t) = 1 and v_i <- 0   where v_i >= 1
///
/// | symbol | meaning | unit | default |
/// | --- | --- | --- | --- |
/// | v | potential; threshold 1, reset 0, bound -1 | 1 | 0 at the start |
/// | lambda | what a step leaves of the potential, exp(-1 / tau) | 1 | .9 |
/// | W | recurrent weights | 1 | the caller's |
/// | x | input weights | 1 | uniform in [.5, .7] |
/// | e | recorded input | 0, 1 | the caller's |
///
/// Input of a step is summed over sources in ascending order, then added to the leaked potential,
/// then the external input: this order is part of the definition.
///
/// References: see the package, [1]; constants are ours.
@FromPaper(value = "pspm", at = "spec: networks")
public final class DiscreteLif implements ReplayNetwork {
  /// What a step leaves of a potential where nothing else is said: tau is about 9.5 ms.
  public static final double LEAK = 0.9;

  /// A potential at or above it is a spike.
  public static final double THRESHOLD = 1;

  /// No potential is below it.
  public static final double FLOOR = -1;

  private final double leak;
  private final double[] inputWeights;
  private final double[] start;

  /// A net that starts from given potentials.
  ///
  /// @param leak in [0, 1)
  /// @param inputWeights finite, one a neuron
  /// @param start potentials in [-1, 1), one a neuron
  public DiscreteLif(double leak, double[] inputWeights, double[] start) {
    if (!(leak >= 0 && leak < 1)) {
      throw new IllegalArgumentException("leak must be in [0, 1), was " + leak);
    }
    if (inputWeights.length == 0 || start.length != inputWeights.length) {
      throw new IllegalArgumentException(
          "inputWeights and start must have one length above 0, was %d and %d"
              .formatted(inputWeights.length, start.length));
    }
    for (int i = 0; i < start.length; i++) {
      if (!Double.isFinite(inputWeights[i])) {
        throw new IllegalArgumentException(
            "inputWeights must be finite, was " + inputWeights[i] + " at neuron " + i);
      }
      if (!(start[i] >= FLOOR && start[i] < THRESHOLD)) {
        throw new IllegalArgumentException(
            "start must be in [-1, 1), was " + start[i] + " at neuron " + i);
      }
    }
    this.leak = leak;
    this.inputWeights = inputWeights.clone();
    this.start = start.clone();
  }

  /// The default: lambda .9, input weights uniform in [.5, .7), potentials 0.
  public static DiscreteLif standard(int neurons, RandomStream random) {
    double[] x = new double[neurons];
    for (int i = 0; i < neurons; i++) {
      x[i] = random.nextDouble(0.5, 0.7);
    }
    return new DiscreteLif(LEAK, x, new double[neurons]);
  }

  @Override
  public int neurons() {
    return start.length;
  }

  /// What a step leaves of a potential.
  public double leak() {
    return leak;
  }

  /// What an input event adds to a neuron.
  public double inputWeight(int neuron) {
    return inputWeights[neuron];
  }

  /// The potential of a neuron before the first step.
  public double start(int neuron) {
    return start[neuron];
  }

  @Override
  public SpikeRaster replay(RecurrentWeights weights, SpikeRaster input) {
    SpikeRaster spikes = new SpikeRaster(neurons(), input.steps());
    run(weights, input, spikes, spikes);
    return spikes;
  }

  @Override
  public SpikeRaster driven(RecurrentWeights weights, SpikeRaster input, SpikeRaster teacher) {
    Rasters.requireShape("teacher", teacher, neurons(), input.steps());
    SpikeRaster spikes = new SpikeRaster(neurons(), input.steps());
    run(weights, input, teacher, spikes);
    return spikes;
  }

  private void run(
      RecurrentWeights weights, SpikeRaster input, SpikeRaster feedback, SpikeRaster spikes) {
    int n = neurons();
    Rasters.requireShape("input", input, n, input.steps());
    weights.requireNeurons(n);
    double[] v = start.clone();
    double[] arriving = new double[n];
    for (int t = 0; t < input.steps(); t++) {
      Arrays.fill(arriving, 0);
      for (int j = 0; t > 0 && j < n; j++) {
        if (feedback.get(j, t - 1)) {
          weights.deliver(j, arriving);
        }
      }
      for (int i = 0; i < n; i++) {
        double external = input.get(i, t) ? inputWeights[i] : 0;
        v[i] = Math.max(FLOOR, leak * v[i] + arriving[i] + external);
        if (v[i] >= THRESHOLD) {
          spikes.set(i, t);
          v[i] = 0;
        }
      }
    }
  }
}
