// SPDX-License-Identifier: Apache-2.0
package engram.spiking.internal.synapse;

import engram.spiking.internal.part.Ring;
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
public record Synapses(
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
  public record Runs(int[] starts, char[] delays, int[] ends) {
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

  /// The number of the first run of a source; that of the next source is the end. Where all delays
  /// are equal, each source has one run.
  public int firstRun(int source) {
    return runs == null ? source : runs.starts[source];
  }

  /// The delay of a run, in steps.
  public int delay(int run) {
    return runs == null ? delay : runs.delays[run];
  }

  /// Where a run ends among the synapses.
  public int end(int run) {
    return runs == null ? starts[run + 1] : runs.ends[run];
  }

  /// Adds the weights of a source's synapses, times a factor, to what will arrive.
  ///
  /// @param now the weights; null for those that were built
  /// @param step of the spike
  public void send(Ring ring, int source, float @Nullable [] now, float factor, long step) {
    float[] current = now == null ? weights : now;
    int k = starts[source];
    for (int run = firstRun(source); run < firstRun(source + 1); run++) {
      float[] row = ring.row(step + delay(run));
      for (int end = end(run); k < end; k++) {
        row[targets[k]] += factor * (current == null ? weight : current[k]);
      }
    }
  }

  /// How many.
  public int count() {
    return targets.length;
  }

  /// In steps; 0 if there are none and delays are unlike.
  public int longestDelay() {
    return runs == null ? delay : runs.longest();
  }

  /// In steps.
  public int shortestDelay() {
    return runs == null ? delay : runs.shortest();
  }

  /// The weights of all synapses, in an array of one's own.
  public float[] ownWeights() {
    if (weights != null) {
      return weights.clone();
    }
    float[] all = new float[targets.length];
    Arrays.fill(all, weight);
    return all;
  }

  /// The weight of a synapse.
  ///
  /// @param now the weights, if they are no longer those that were built
  public float weight(int synapse, float @Nullable [] now) {
    float[] current = now == null ? weights : now;
    return current == null ? weight : current[synapse];
  }

  /// How many bytes they take.
  public long bytes() {
    return 2L * targets.length
        + (weights == null ? 0 : 4L * weights.length)
        + 4L * starts.length
        + (runs == null ? 0 : 4L * runs.starts.length + 6L * runs.delays.length);
  }
}
