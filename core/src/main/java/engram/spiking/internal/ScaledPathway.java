// SPDX-License-Identifier: Apache-2.0
package engram.spiking.internal;

import engram.plasticity.homeostasis.SpikeRateScaling;
import engram.spiking.learn.Learning;
import java.util.Arrays;
import java.util.List;

/// Synapses that are scaled by the rate of their target: the factor of each target gathers at its
/// spikes and is applied to its synapses every so many steps.
public final class ScaledPathway implements Pathway {
  private final int source;
  private final Synapses synapses;
  private final Part target;
  private final Ring ring;
  private final SpikeRateScaling scaling;
  private final long every;
  private final float[] weights;
  private final double[] rateHz;
  private final long[] since;
  private final double[] factor;
  private boolean learning = true;

  ScaledPathway(int source, Synapses synapses, Part target, Ring ring, Learning.Scaled learning) {
    this.source = source;
    this.synapses = synapses;
    this.target = target;
    this.ring = ring;
    scaling = learning.scaling();
    every = Math.max(1, Math.round(learning.everyMs() / target.site().dtMs()));
    weights = synapses.ownWeights();
    rateHz = new double[target.site().count()];
    since = new long[rateHz.length];
    factor = new double[rateHz.length];
    Arrays.fill(factor, 1);
  }

  @Override
  public int source() {
    return source;
  }

  @Override
  public float[] weights() {
    return weights;
  }

  @Override
  public void deliver(int[] neurons, int from, int to, int first, long step) {
    float[] row = ring.row(step + synapses.delay());
    for (int k = from; k < to; k++) {
      int neuron = first + neurons[k];
      for (int s = synapses.starts()[neuron]; s < synapses.starts()[neuron + 1]; s++) {
        row[synapses.targets()[s]] += weights[s];
      }
    }
  }

  @Override
  public void close(long step, int turn, int offset) {
    Emission emission = target.emission(turn);
    for (int k = emission.from(offset); k < emission.to(offset); k++) {
      int i = emission.neurons()[k];
      pass(i, step);
      rateHz[i] = scaling.afterSpike(rateHz[i]);
    }
    if ((step + 1) % every == 0) {
      for (int i = 0; i < factor.length; i++) {
        pass(i, step);
      }
      for (int k = 0; learning && k < weights.length; k++) {
        weights[k] = (float) (weights[k] * factor[synapses.targets()[k]]);
      }
      Arrays.fill(factor, 1);
    }
  }

  private void pass(int i, long step) {
    double elapsedMs = (step - since[i]) * target.site().dtMs();
    factor[i] *= scaling.factor(rateHz[i], elapsedMs);
    rateHz[i] = scaling.decayed(rateHz[i], elapsedMs);
    since[i] = step;
  }

  @Override
  public void setLearning(boolean on) {
    learning = on;
  }

  @Override
  public List<Column> columns(long step) {
    return List.of(
        new Column(Column.Kind.SYNAPSE, "weight", weights),
        new Column(Column.Kind.TARGET, "rate", rateHz),
        new Column(Column.Kind.TARGET, "since", since),
        new Column(Column.Kind.TARGET, "factor", factor));
  }
}
