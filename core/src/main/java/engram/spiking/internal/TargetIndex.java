// SPDX-License-Identifier: Apache-2.0
package engram.spiking.internal;

/// Synapses by target.
///
/// @param starts by target, where its synapses begin; one more at the end
/// @param synapses their numbers, those of a target in ascending order
/// @param sources where they come from
@SuppressWarnings("ArrayRecordComponent") // stays in its pathway
record TargetIndex(int[] starts, int[] synapses, int[] sources) {
  static TargetIndex of(Synapses all, int targets) {
    int[] starts = new int[targets + 1];
    for (char target : all.targets()) {
      starts[target + 1]++;
    }
    for (int i = 0; i < targets; i++) {
      starts[i + 1] += starts[i];
    }
    int[] next = starts.clone();
    int[] synapses = new int[all.count()];
    int[] sources = new int[all.count()];
    for (int source = 0; source < all.starts().length - 1; source++) {
      for (int k = all.starts()[source]; k < all.starts()[source + 1]; k++) {
        int at = next[all.targets()[k]]++;
        synapses[at] = k;
        sources[at] = source;
      }
    }
    return new TargetIndex(starts, synapses, sources);
  }
}
