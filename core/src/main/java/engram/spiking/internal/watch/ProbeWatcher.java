// SPDX-License-Identifier: Apache-2.0
package engram.spiking.internal.watch;

import engram.spiking.internal.part.Emission;
import engram.spiking.internal.part.Part;
import engram.spiking.internal.part.Watcher;
import java.util.Arrays;

/// Keeps a variable of some neurons of a part, every so many steps.
public final class ProbeWatcher implements Watcher {
  private final int variable;
  private final int[] neurons;
  private final int every;
  private float[] values;
  private int rows;

  /// @param neurons indices in the part
  public ProbeWatcher(int variable, int[] neurons, int every) {
    this.variable = variable;
    this.neurons = neurons.clone();
    this.every = every;
    values = new float[64 * neurons.length];
  }

  @Override
  public void see(Part part, long step, Emission emission, int offset) {
    if (step % every != 0) {
      return;
    }
    int at = rows * neurons.length;
    if (at + neurons.length > values.length) {
      values = Arrays.copyOf(values, 2 * values.length);
    }
    float[] x = part.variables()[variable];
    for (int neuron : neurons) {
      values[at++] = x[neuron];
    }
    rows++;
  }

  /// How many neurons.
  public int width() {
    return neurons.length;
  }

  /// How many samples.
  public int rows() {
    return rows;
  }

  /// A sample of the neuron at that place among the probed.
  public float value(int row, int place) {
    return values[row * neurons.length + place];
  }

  /// Forgets all.
  public void clear() {
    rows = 0;
  }
}
