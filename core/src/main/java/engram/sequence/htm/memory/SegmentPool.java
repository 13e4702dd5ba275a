// SPDX-License-Identifier: Apache-2.0
package engram.sequence.htm.memory;

import java.util.Arrays;

/// Segments and their synapses in flat arrays. A segment has a range of the synapses' arrays, which
/// is exchanged for one of twice the length when it is full; freed ranges and numbers are used
/// again. The order of synapses within a segment has no meaning.
final class SegmentPool {
  private static final int LEAST = 3;
  private static final int NONE = -1;

  private final int units = MemorySettings.Plasticity.UNITS;
  private final int connected;
  private final Axons axons;

  private final int[] firstOfCell;
  private final int[] countOfCell;

  private final Numbers numbers = new Numbers();
  private int[] cell = new int[256];
  private int[] nextOfCell = new int[256];
  private int[] start = new int[256];
  private int[] size = new int[256];
  private byte[] exponent = new byte[256];
  private long[] lastUse = new long[256];

  private final Blocks blocks = new Blocks();
  private int[] from = new int[1024];
  private int[] place = new int[1024];
  private short[] permanence = new short[1024];

  private int segments;
  private long synapses;

  /// @param connected units from which a synapse is connected
  SegmentPool(int cells, int connected) {
    this.connected = connected;
    this.axons = new Axons(cells);
    this.firstOfCell = new int[cells];
    this.countOfCell = new int[cells];
    Arrays.fill(firstOfCell, NONE);
  }

  Axons axons() {
    return axons;
  }

  /// How many segments there are.
  int segments() {
    return segments;
  }

  /// How many synapses there are.
  long synapses() {
    return synapses;
  }

  /// One above the largest number in use.
  int end() {
    return numbers.end();
  }

  boolean isUsed(int segment) {
    return numbers.isUsed(segment);
  }

  int cell(int segment) {
    return cell[segment];
  }

  int size(int segment) {
    return size[segment];
  }

  int countOfCell(int ofCell) {
    return countOfCell[ofCell];
  }

  long lastUse(int segment) {
    return lastUse[segment];
  }

  void setLastUse(int segment, long step) {
    lastUse[segment] = step;
  }

  int presynapticCell(int segment, int slot) {
    return from[start[segment] + slot];
  }

  int permanence(int segment, int slot) {
    return permanence[start[segment] + slot];
  }

  /// A new segment of a cell, without synapses.
  int create(int ofCell, long step) {
    int segment = numbers.take();
    place(segment, ofCell, step);
    return segment;
  }

  /// A new segment with a given number that is not in use.
  void create(int segment, int ofCell, long step) {
    numbers.use(segment);
    place(segment, ofCell, step);
  }

  private void place(int segment, int ofCell, long step) {
    if (segment >= cell.length) {
      int length = Math.max(segment + 1, segment * 3 / 2);
      cell = Arrays.copyOf(cell, length);
      nextOfCell = Arrays.copyOf(nextOfCell, length);
      start = Arrays.copyOf(start, length);
      size = Arrays.copyOf(size, length);
      exponent = Arrays.copyOf(exponent, length);
      lastUse = Arrays.copyOf(lastUse, length);
    }
    cell[segment] = ofCell;
    lastUse[segment] = step;
    size[segment] = 0;
    exponent[segment] = LEAST;
    start[segment] = blocks.take(LEAST);
    makeRoom();
    nextOfCell[segment] = firstOfCell[ofCell];
    firstOfCell[ofCell] = segment;
    countOfCell[ofCell]++;
    segments++;
  }

  private void makeRoom() {
    int length = blocks.grown(from.length);
    if (length > from.length) {
      from = Arrays.copyOf(from, length);
      place = Arrays.copyOf(place, length);
      permanence = Arrays.copyOf(permanence, length);
    }
  }

  /// Destroys a segment with its synapses.
  void destroy(int segment) {
    while (size[segment] > 0) {
      remove(segment, size[segment] - 1);
    }
    blocks.give(start[segment], exponent[segment]);
    int ofCell = cell[segment];
    if (firstOfCell[ofCell] == segment) {
      firstOfCell[ofCell] = nextOfCell[segment];
    } else {
      int before = firstOfCell[ofCell];
      while (nextOfCell[before] != segment) {
        before = nextOfCell[before];
      }
      nextOfCell[before] = nextOfCell[segment];
    }
    countOfCell[ofCell]--;
    segments--;
    numbers.give(segment);
  }

  /// Destroys all segments of a cell.
  void destroyAll(int ofCell) {
    while (firstOfCell[ofCell] != NONE) {
      destroy(firstOfCell[ofCell]);
    }
  }

  /// The segment of a cell that was not used for longest; the lowest number of several.
  int leastRecentlyUsed(int ofCell) {
    int oldest = firstOfCell[ofCell];
    for (int segment = oldest; segment != NONE; segment = nextOfCell[segment]) {
      long age = lastUse[segment] - lastUse[oldest];
      if (age < 0 || (age == 0 && segment < oldest)) {
        oldest = segment;
      }
    }
    return oldest;
  }

  /// Adds a synapse from a cell that the segment has none from.
  void add(int segment, int fromCell, int initial) {
    int slot = size[segment];
    if (slot == 1 << exponent[segment]) {
      widen(segment);
    }
    int at = start[segment] + slot;
    from[at] = fromCell;
    permanence[at] = (short) initial;
    place[at] = axons.add(fromCell, segment, initial >= connected, slot);
    size[segment]++;
    synapses++;
  }

  private void widen(int segment) {
    int old = start[segment];
    int wider = exponent[segment] + 1;
    int fresh = blocks.take(wider);
    makeRoom();
    System.arraycopy(from, old, from, fresh, size[segment]);
    System.arraycopy(place, old, place, fresh, size[segment]);
    System.arraycopy(permanence, old, permanence, fresh, size[segment]);
    blocks.give(old, exponent[segment]);
    start[segment] = fresh;
    exponent[segment] = (byte) wider;
  }

  /// Removes a synapse; the segment's last one takes its slot.
  void remove(int segment, int slot) {
    int first = start[segment];
    int at = first + slot;
    int ofCell = from[at];
    if (axons.remove(ofCell, place[at])) {
      int moved = axons.segment(ofCell, place[at]);
      place[start[moved] + axons.slot(ofCell, place[at])] = place[at];
    }
    int last = first + --size[segment];
    if (at < last) {
      from[at] = from[last];
      place[at] = place[last];
      permanence[at] = permanence[last];
      axons.setSlot(from[at], place[at], slot);
    }
    synapses--;
  }

  /// Changes each permanence by what its cell did; synapses at 0 or below go.
  ///
  /// @param active cells that were active
  /// @param ofActive change of synapses from them, in units
  /// @param ofInactive change of the others
  void adapt(int segment, CellSet active, int ofActive, int ofInactive) {
    int first = start[segment];
    for (int slot = size[segment] - 1; slot >= 0; slot--) {
      int at = first + slot;
      int old = permanence[at];
      int changed = Math.min(old + (active.has(from[at]) ? ofActive : ofInactive), units);
      if (changed <= 0) {
        remove(segment, slot);
      } else {
        permanence[at] = (short) changed;
        if (old >= connected != changed >= connected) {
          axons.flip(from[at], place[at]);
        }
      }
    }
  }

  /// Bytes of all arrays.
  long bytes() {
    return 10L * from.length + 25L * cell.length + 8L * firstOfCell.length + axons.bytes();
  }
}
