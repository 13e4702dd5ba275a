// SPDX-License-Identifier: Apache-2.0
package engram.spiking.internal;

import engram.spiking.connect.SynapseVisitor;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The synapses of a projection onto the neurons of one part, by source. A source's synapses lie
/// together, sorted by delay, then by target, then as drawn; a run of equal delay goes to one row
/// of a ring. What all synapses share is stored once: there are no weights where all are equal, no
/// runs where all delays are.
///
/// @param starts by source, where its synapses begin; one more at the end
/// @param targets index of the target in the part, 16 bits
/// @param weights by synapse; null if all have `weight`
/// @param weight of all, if there are no weights
/// @param runs of equal delay; null if all have `delay`
/// @param delay of all in steps, if there are no runs
@SuppressWarnings("ArrayRecordComponent") // shared by forks, written by nobody
record Synapses(
    int[] starts,
    char[] targets,
    float @Nullable [] weights,
    float weight,
    @Nullable Runs runs,
    int delay) {

  /// Runs of equal delay.
  ///
  /// @param starts by source, where its runs begin; one more at the end
  /// @param delays by run, in steps
  /// @param ends by run, where it ends among the synapses
  record Runs(int[] starts, char[] delays, int[] ends) {
    int longest() {
      int most = 0;
      for (char delay : delays) {
        most = Math.max(most, delay);
      }
      return most;
    }

    int shortest() {
      int least = Integer.MAX_VALUE;
      for (char delay : delays) {
        least = Math.min(least, delay);
      }
      return least;
    }
  }

  /// Adds the weights of a source's synapses, times a factor, to a row of what will arrive.
  void add(float[] row, int source, float factor) {
    for (int k = starts[source]; k < starts[source + 1]; k++) {
      row[targets[k]] += factor * (weights == null ? weight : weights[k]);
    }
  }

  int count() {
    return targets.length;
  }

  int longestDelay() {
    return runs == null ? delay : runs.longest();
  }

  int shortestDelay() {
    return runs == null ? delay : runs.shortest();
  }

  /// The weights of all synapses, in an array of one's own.
  float[] ownWeights() {
    if (weights != null) {
      return weights.clone();
    }
    float[] all = new float[targets.length];
    Arrays.fill(all, weight);
    return all;
  }

  /// Hands the synapses of a source to a visitor.
  ///
  /// @param first number in its population of target 0
  /// @param now their weights, if they are no longer those that were built
  void visit(int source, int first, float @Nullable [] now, SynapseVisitor visitor) {
    float[] current = now == null ? weights : now;
    int run = runs == null ? 0 : runs.starts[source];
    for (int k = starts[source]; k < starts[source + 1]; k++) {
      if (runs != null && k == runs.ends[run]) {
        run++;
      }
      visitor.visit(
          source,
          first + targets[k],
          current == null ? weight : current[k],
          runs == null ? delay : runs.delays[run]);
    }
  }

  long bytes() {
    return 2L * targets.length
        + (weights == null ? 0 : 4L * weights.length)
        + 4L * starts.length
        + (runs == null ? 0 : 4L * runs.starts.length + 6L * runs.delays.length);
  }
}
