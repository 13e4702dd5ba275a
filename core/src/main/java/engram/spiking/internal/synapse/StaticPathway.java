// SPDX-License-Identifier: Apache-2.0
package engram.spiking.internal.synapse;

import engram.spiking.internal.part.Ring;

/// Synapses that stay as they are. Within a source the targets ascend, so the row of a ring that
/// they are added to is walked from one end to the other.
public record StaticPathway(int source, Synapses synapses, Ring ring) implements Pathway {
  @Override
  public void deliver(int[] neurons, int from, int to, int first, long step) {
    Synapses.Runs runs = synapses.runs();
    int[] starts = synapses.starts();
    if (runs == null) {
      float[] row = ring.row(step + synapses.delay());
      for (int k = from; k < to; k++) {
        int source = first + neurons[k];
        add(row, starts[source], starts[source + 1]);
      }
      return;
    }
    int now = ring.place(step);
    for (int k = from; k < to; k++) {
      int source = first + neurons[k];
      deliverRuns(now, starts[source], runs, runs.starts()[source], runs.starts()[source + 1]);
    }
  }

  /// @param now place of the step's row
  /// @param start where the synapses of the first run begin
  private void deliverRuns(int now, int start, Synapses.Runs runs, int from, int to) {
    char[] delays = runs.delays();
    int[] ends = runs.ends();
    int at = start;
    for (int run = from; run < to; run++) {
      int end = ends[run];
      add(ring.ahead(now, delays[run]), at, end);
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
