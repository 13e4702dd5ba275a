// SPDX-License-Identifier: Apache-2.0
package engram.sequence.htm.memory;

import java.util.Arrays;

/// The synapses seen from where they come from: for each cell the segments it reaches, in one range
/// of a shared array, so that counting what an active cell does is one walk through neighbouring
/// memory. An entry is twice the segment's number, plus 1 if the synapse is connected. Kept in step
/// with [SegmentPool], which owns it: a synapse knows its place here, an entry its slot there.
final class Axons {
  private static final int LEAST = 2;

  private final Blocks blocks = new Blocks();
  private final int[] start;
  private final int[] size;
  private final byte[] exponent;
  private int[] entries = new int[1024];
  private int[] slots = new int[1024];

  Axons(int cells) {
    start = new int[cells];
    size = new int[cells];
    exponent = new byte[cells];
  }

  /// Adds a synapse and gives its place.
  int add(int cell, int segment, boolean connected, int slot) {
    int place = size[cell];
    if (exponent[cell] == 0 || place == 1 << exponent[cell]) {
      widen(cell);
    }
    entries[start[cell] + place] = segment << 1 | (connected ? 1 : 0);
    slots[start[cell] + place] = slot;
    size[cell]++;
    return place;
  }

  private void widen(int cell) {
    int wider = exponent[cell] == 0 ? LEAST : exponent[cell] + 1;
    int from = start[cell];
    int to = blocks.take(wider);
    int length = blocks.grown(entries.length);
    if (length > entries.length) {
      entries = Arrays.copyOf(entries, length);
      slots = Arrays.copyOf(slots, length);
    }
    if (exponent[cell] > 0) {
      System.arraycopy(entries, from, entries, to, size[cell]);
      System.arraycopy(slots, from, slots, to, size[cell]);
      blocks.give(from, exponent[cell]);
    }
    start[cell] = to;
    exponent[cell] = (byte) wider;
  }

  /// Removes the synapse at a place; the cell's last one takes it.
  ///
  /// @return whether another synapse now stands at that place
  boolean remove(int cell, int place) {
    int last = --size[cell];
    entries[start[cell] + place] = entries[start[cell] + last];
    slots[start[cell] + place] = slots[start[cell] + last];
    return place < last;
  }

  int segment(int cell, int place) {
    return entries[start[cell] + place] >>> 1;
  }

  int slot(int cell, int place) {
    return slots[start[cell] + place];
  }

  void setSlot(int cell, int place, int slot) {
    slots[start[cell] + place] = slot;
  }

  /// Turns connected into not connected, and back.
  void flip(int cell, int place) {
    entries[start[cell] + place] ^= 1;
  }

  /// Counts the synapses that the active cells have on each segment: those of any kind in the lower
  /// 16 bits of `counts`, the connected ones above.
  ///
  /// @param matching takes the segments that reach `threshold` of any kind
  /// @return how many those are
  int count(CellSet active, int[] counts, int threshold, int[] matching) {
    int found = 0;
    for (int i = 0; i < active.size(); i++) {
      int cell = active.get(i);
      int from = start[cell];
      int to = from + size[cell];
      for (int at = from; at < to; at++) {
        int entry = entries[at];
        int segment = entry >>> 1;
        int count = counts[segment] + 1 + ((entry & 1) << 16);
        counts[segment] = count;
        if ((count & 0xffff) == threshold) {
          matching[found++] = segment;
        }
      }
    }
    return found;
  }

  long bytes() {
    return 8L * entries.length + 9L * start.length;
  }
}
