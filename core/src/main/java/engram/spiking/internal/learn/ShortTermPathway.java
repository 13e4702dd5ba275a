// SPDX-License-Identifier: Apache-2.0
package engram.spiking.internal.learn;

import engram.kernel.Doubles;
import engram.spiking.internal.part.Ring;
import engram.spiking.internal.synapse.Column;
import engram.spiking.internal.synapse.Pathway;
import engram.spiking.internal.synapse.Synapses;
import engram.spiking.learn.Learning;
import java.util.Arrays;
import java.util.List;

/// Synapses that tire and recover: what a spike uses is a state of its source, so each synapse
/// keeps its weight alone.
public final class ShortTermPathway implements Pathway {
  private final int source;
  private final Synapses synapses;
  private final Ring ring;
  private final Learning.ShortTerm how;
  private final double dtMs;
  private final long[] last;
  private final double[] use;
  private final double[] left;

  /// @param how they tire
  public ShortTermPathway(
      int source, Synapses synapses, Ring ring, Learning.ShortTerm how, double dtMs) {
    this.source = source;
    this.synapses = synapses;
    this.ring = ring;
    this.how = how;
    this.dtMs = dtMs;
    int sources = synapses.starts().length - 1;
    last = new long[sources];
    Arrays.fill(last, -1);
    use = new double[sources];
    left = new double[sources];
    Arrays.fill(left, 1);
  }

  @Override
  public int source() {
    return source;
  }

  @Override
  public void deliver(int[] neurons, int from, int to, int first, long step) {
    for (int k = from; k < to; k++) {
      int neuron = first + neurons[k];
      synapses.send(ring, neuron, null, (float) spent(neuron, step), step);
    }
  }

  /// The share u r of its weight with which a spike is delivered.
  private double spent(int neuron, long step) {
    if (last[neuron] >= 0) {
      double elapsedMs = (step - last[neuron]) * dtMs;
      double recovered = Doubles.exp(-elapsedMs / how.recoveryMs());
      left[neuron] = 1 + (left[neuron] * (1 - use[neuron]) - 1) * recovered;
    }
    double kept =
        last[neuron] < 0 || how.facilitationMs() == 0
            ? 0
            : Doubles.exp(-(step - last[neuron]) * dtMs / how.facilitationMs());
    use[neuron] = how.use() + use[neuron] * (1 - how.use()) * kept;
    last[neuron] = step;
    return use[neuron] * left[neuron];
  }

  @Override
  public List<Column> columns(long step) {
    return List.of(
        new Column(Column.Kind.SOURCE, "last", last),
        new Column(Column.Kind.SOURCE, "use", use),
        new Column(Column.Kind.SOURCE, "left", left));
  }
}
