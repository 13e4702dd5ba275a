// SPDX-License-Identifier: Apache-2.0
package engram.spiking.internal.learn;

import engram.spiking.internal.synapse.Synapses;
import java.util.Arrays;

/// Synapses by target, and within a target by delay: a run of equal delay is what a spike of the
/// target reaches in one step.
///
/// @param firstRun by target, the number of its first run; one more at the end
/// @param delays by run, in steps
/// @param ends by run, where it ends among the synapses
/// @param synapses their numbers, within a run ascending
/// @param sources where they come from
@SuppressWarnings("ArrayRecordComponent") // stays in its pathway
record TargetIndex(int[] firstRun, char[] delays, int[] ends, int[] synapses, int[] sources) {
  static TargetIndex of(Synapses all, int targets) {
    int[] starts = new int[targets + 1];
    for (char target : all.targets()) {
      starts[target + 1]++;
    }
    for (int i = 0; i < targets; i++) {
      starts[i + 1] += starts[i];
    }
    long[] keys = keys(all, starts);
    int[] origin = new int[all.count()];
    for (int source = 0; source < all.starts().length - 1; source++) {
      Arrays.fill(origin, all.starts()[source], all.starts()[source + 1], source);
    }
    int[] firstRun = new int[targets + 1];
    char[] delays = new char[keys.length];
    int[] ends = new int[keys.length];
    int[] synapses = new int[keys.length];
    int[] sources = new int[keys.length];
    int runs = 0;
    for (int target = 0; target < targets; target++) {
      firstRun[target] = runs;
      Arrays.sort(keys, starts[target], starts[target + 1]);
      for (int at = starts[target]; at < starts[target + 1]; at++) {
        char delay = (char) (keys[at] >>> Integer.SIZE);
        if (at == starts[target] || delay != delays[runs - 1]) {
          delays[runs++] = delay;
        }
        ends[runs - 1] = at + 1;
        synapses[at] = (int) keys[at];
        sources[at] = origin[synapses[at]];
      }
    }
    firstRun[targets] = runs;
    return new TargetIndex(
        firstRun, Arrays.copyOf(delays, runs), Arrays.copyOf(ends, runs), synapses, sources);
  }

  /// Delay and number of each synapse, by target.
  private static long[] keys(Synapses all, int[] starts) {
    int[] next = starts.clone();
    long[] keys = new long[all.count()];
    for (int source = 0; source < all.starts().length - 1; source++) {
      int k = all.starts()[source];
      for (int run = all.firstRun(source); run < all.firstRun(source + 1); run++) {
        for (int end = all.end(run); k < end; k++) {
          keys[next[all.targets()[k]]++] = (long) all.delay(run) << Integer.SIZE | k;
        }
      }
    }
    return keys;
  }

  /// Where a run begins among the synapses.
  int start(int run) {
    return run == 0 ? 0 : ends[run - 1];
  }
}
