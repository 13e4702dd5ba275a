// SPDX-License-Identifier: Apache-2.0
package engram.spiking.criticality;

import engram.random.RandomStream;
import engram.signal.spike.SpikeRaster;
import engram.source.FromPaper;
import engram.spiking.replay.RecurrentWeights;
import java.util.Arrays;

/// A net of probabilistic integrate-and-fire neurons in steps of 1 ms: what arrives is the chance
/// to fire.
///
///     P(s_i(t) = 1) = clip(p + sum_j W_ij s_j(t-1), 0, 1), and 0 for r steps after a spike
///
/// Each spike has W's column sum of descendants in the mean. With the largest eigenvalue of W at 1
/// activity neither grows nor dies out in the mean: the net is critical, its avalanches have no
/// size of their own, and their sizes fall off as s^(-3/2).
///
/// A single uniform number decides each neuron's step: below p the spike is external, above it and
/// below the whole chance it is a descendant. So the external events of a run are known and can be
/// given to another net.
///
/// | symbol | meaning | component | default |
/// | --- | --- | --- | --- |
/// | W | chances that a spike brings | `weights` | the caller's |
/// | p | chance to fire by itself | `spontaneous` | the caller's |
/// | r | steps of rest | `rest` | 0 |
///
/// Without rest, a net of excitatory neurons at the critical point sooner or later fires as a whole
/// and never stops: all neurons firing is a state that it cannot leave. One step of rest prevents
/// it.
///
/// References: see the package, [1], [2].
@FromPaper(value = "pspm", at = "spec: networks, PIF")
public final class PifNetwork {
  private final RecurrentWeights weights;
  private final double spontaneous;
  private final int rest;

  /// A net.
  ///
  /// @param spontaneous in [0, 1]
  /// @param rest 0 or more steps
  public PifNetwork(RecurrentWeights weights, double spontaneous, int rest) {
    if (!(spontaneous >= 0 && spontaneous <= 1)) {
      throw new IllegalArgumentException("spontaneous must be in [0, 1], was " + spontaneous);
    }
    if (rest < 0) {
      throw new IllegalArgumentException("rest must be 0 or more, was " + rest);
    }
    this.weights = weights.copy();
    this.spontaneous = spontaneous;
    this.rest = rest;
  }

  /// What a run did.
  ///
  /// @param spikes all of them
  /// @param external those among them that came from outside
  public record Run(SpikeRaster spikes, SpikeRaster external) {}

  /// One avalanche.
  ///
  /// @param size its spikes, the first among them
  /// @param steps how many steps had a spike
  /// @param over whether it ended before the limit
  public record Avalanche(long size, int steps, boolean over) {}

  /// Runs from silence.
  ///
  /// @param steps 1 or more
  /// @param random one draw a neuron and step
  public Run run(int steps, RandomStream random) {
    int n = weights.neurons();
    SpikeRaster spikes = new SpikeRaster(n, steps);
    SpikeRaster external = new SpikeRaster(n, steps);
    State state = new State(n);
    for (int t = 0; t < steps; t++) {
      state.step(spontaneous, random);
      for (int k = 0; k < state.active; k++) {
        spikes.set(state.fired[k], t);
        if (state.own[k]) {
          external.set(state.fired[k], t);
        }
      }
    }
    return new Run(spikes, external);
  }

  /// Lets one neuron fire and follows its descendants, without spontaneous spikes.
  ///
  /// @param first the neuron
  /// @param limit stop at this size
  /// @param random one draw a neuron and step
  public Avalanche avalanche(int first, long limit, RandomStream random) {
    State state = new State(weights.neurons());
    state.fire(first);
    long size = 1;
    int steps = 1;
    while (state.active > 0 && size < limit) {
      state.step(0, random);
      size += state.active;
      steps += state.active > 0 ? 1 : 0;
    }
    return new Avalanche(size, steps, state.active == 0);
  }

  /// What stays between two steps.
  private final class State {
    private final double[] arriving;
    private final int[] resting;
    private final int[] fired;
    private final boolean[] own;
    private int active;

    State(int n) {
      arriving = new double[n];
      resting = new int[n];
      fired = new int[n];
      own = new boolean[n];
    }

    void fire(int neuron) {
      fired[active++] = neuron;
      resting[neuron] = rest;
    }

    void step(double alone, RandomStream random) {
      Arrays.fill(arriving, 0);
      for (int k = 0; k < active; k++) {
        weights.deliver(fired[k], arriving);
      }
      active = 0;
      for (int i = 0; i < arriving.length; i++) {
        double draw = random.nextDouble();
        if (resting[i] > 0) {
          resting[i]--;
        } else if (draw < alone + arriving[i]) {
          own[active] = draw < alone;
          fire(i);
        }
      }
    }
  }
}
