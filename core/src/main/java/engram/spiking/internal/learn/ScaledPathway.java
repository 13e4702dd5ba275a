// SPDX-License-Identifier: Apache-2.0
package engram.spiking.internal.learn;

import engram.spiking.internal.part.Part;
import engram.spiking.internal.part.Ring;
import engram.spiking.internal.synapse.Column;
import engram.spiking.internal.synapse.Pathway;
import engram.spiking.internal.synapse.Synapses;
import engram.spiking.learn.Learning;
import java.util.ArrayList;
import java.util.List;

/// Synapses that are scaled by the rate of their target, alone.
public final class ScaledPathway implements Pathway {
  private final int source;
  private final Synapses synapses;
  private final Part target;
  private final Ring ring;
  private final TargetScaling scaling;
  private final float[] weights;
  private boolean learning = true;

  /// @param learning how weights are scaled
  public ScaledPathway(
      int source, Synapses synapses, Part target, Ring ring, Learning.Scaled learning) {
    this.source = source;
    this.synapses = synapses;
    this.target = target;
    this.ring = ring;
    scaling = new TargetScaling(learning, target.site().count(), target.site().dtMs());
    weights = synapses.ownWeights();
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
    for (int k = from; k < to; k++) {
      synapses.send(ring, first + neurons[k], weights, 1, step);
    }
  }

  @Override
  public void close(long step, int turn, int offset) {
    scaling.take(target.emission(turn), offset, step);
    if (scaling.isDue(step)) {
      scaling.gather(step);
      for (int k = 0; learning && k < weights.length; k++) {
        weights[k] = (float) (weights[k] * scaling.of(synapses.targets()[k]));
      }
      scaling.begin();
    }
  }

  @Override
  public void setLearning(boolean on) {
    learning = on;
  }

  @Override
  public List<Column> columns(long step) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column(Column.Kind.SYNAPSE, "weight", weights));
    scaling.put(columns);
    return columns;
  }
}
