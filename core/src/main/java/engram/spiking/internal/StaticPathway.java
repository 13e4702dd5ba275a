// SPDX-License-Identifier: Apache-2.0
package engram.spiking.internal;

/// Synapses that stay as they are. Within a source the targets ascend, so the row of a ring that
/// they are added to is walked from one end to the other.
record StaticPathway(int source, Synapses synapses, Ring ring) implements Pathway {
  @Override
  public void deliver(int[] neurons, int from, int to, int first, long step) {
    if (synapses.runs() != null) {
      for (int k = from; k < to; k++) {
        deliverRuns(first + neurons[k], step, synapses.runs());
      }
      return;
    }
    float[] row = ring.row(step + synapses.delay());
    int[] starts = synapses.starts();
    for (int k = from; k < to; k++) {
      int source = first + neurons[k];
      add(row, starts[source], starts[source + 1]);
    }
  }

  private void deliverRuns(int source, long step, Synapses.Runs runs) {
    int at = synapses.starts()[source];
    int last = runs.starts()[source + 1];
    for (int run = runs.starts()[source]; run < last; run++) {
      int end = runs.ends()[run];
      add(ring.row(step + runs.delays()[run]), at, end);
      at = end;
    }
  }

  private void add(float[] row, int from, int to) {
    char[] targets = synapses.targets();
    float[] weights = synapses.weights();
    if (weights == null) {
      float weight = synapses.weight();
      for (int k = from; k < to; k++) {
        row[targets[k]] += weight;
      }
    } else {
      for (int k = from; k < to; k++) {
        row[targets[k]] += weights[k];
      }
    }
  }
}
