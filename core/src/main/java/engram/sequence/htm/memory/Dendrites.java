// SPDX-License-Identifier: Apache-2.0
package engram.sequence.htm.memory;

import engram.random.RandomStream;
import java.util.Arrays;

/// All dendrites of a memory: their segments, how they respond to the active cells, how they learn.
final class Dendrites {
  private final MemorySettings.Dendrites settings;
  private final int initial;
  private final int increment;
  private final int decrement;
  private final int predictedDecrement;
  private final SegmentPool pool;

  /// Of each segment: synapses from active cells below, connected ones above 16 bits.
  private int[] counts = new int[256];

  /// Segments that match; first as found, then as cell and segment, ascending.
  private int[] found = new int[256];

  private long[] matching = new long[256];
  private int matchingCount;

  private int[] candidates = new int[64];
  private final long[] taken;
  private long[] weakest = new long[64];

  Dendrites(MemorySettings settings) {
    this.settings = settings.dendrites();
    MemorySettings.Plasticity plasticity = settings.plasticity();
    this.initial = MemorySettings.Plasticity.units("initial", plasticity.initial());
    this.increment = MemorySettings.Plasticity.units("increment", plasticity.increment());
    this.decrement = MemorySettings.Plasticity.units("decrement", plasticity.decrement());
    this.predictedDecrement =
        MemorySettings.Plasticity.units("predictedDecrement", plasticity.predictedDecrement());
    this.pool =
        new SegmentPool(
            settings.cells(), MemorySettings.Plasticity.units("connected", plasticity.connected()));
    this.taken = new long[(settings.cells() + 63) >> 6];
  }

  /// The dendrites of a state, before they respond.
  Dendrites(MemorySettings settings, MemoryState state) {
    this(settings);
    int synapse = 0;
    for (int segment = 0; segment < state.segmentCells().length; segment++) {
      if (state.segmentCells()[segment] >= 0) {
        pool.create(segment, state.segmentCells()[segment], state.segmentUses()[segment]);
        for (int i = 0; i < state.segmentSizes()[segment]; i++, synapse++) {
          pool.add(segment, state.synapseCells()[synapse], state.permanences()[synapse]);
        }
      }
    }
  }

  SegmentPool pool() {
    return pool;
  }

  /// Counts what the active cells do to each segment.
  void respond(CellSet active) {
    if (counts.length < pool.end()) {
      int length = Math.max(pool.end(), counts.length * 3 / 2);
      counts = new int[length];
      found = new int[length];
      matching = new long[length];
    }
    Arrays.fill(counts, 0, pool.end(), 0);
    matchingCount = pool.axons().count(active, counts, settings.minThreshold(), found);
    for (int i = 0; i < matchingCount; i++) {
      matching[i] = (long) pool.cell(found[i]) << 32 | found[i];
    }
    Arrays.sort(matching, 0, matchingCount);
  }

  /// Marks the active segments as used.
  void use(long step) {
    for (int i = 0; i < matchingCount; i++) {
      if (isActive(matching(i))) {
        pool.setLastUse(matching(i), step);
      }
    }
  }

  /// The i-th matching segment, by cell and then by number.
  int matching(int i) {
    return (int) matching[i];
  }

  /// The end of those from the i-th that belong to cells before a given one.
  int matchingBefore(int i, int cell) {
    int end = i;
    while (end < matchingCount && matching[end] >>> 32 < cell) {
      end++;
    }
    return end;
  }

  boolean isActive(int segment) {
    return counts[segment] >>> 16 >= settings.activationThreshold();
  }

  int potential(int segment) {
    return counts[segment] & 0xffff;
  }

  /// The distinct groups of `cells` neighbouring cells that hold a predicted cell, ascending.
  int[] predicted(int cells) {
    int[] groups = new int[matchingCount];
    int count = 0;
    for (int i = 0; i < matchingCount; i++) {
      int group = (int) (matching[i] >>> 32) / cells;
      if (isActive(matching(i)) && (count == 0 || groups[count - 1] != group)) {
        groups[count++] = group;
      }
    }
    return Arrays.copyOf(groups, count);
  }

  void reinforce(int segment, CellSet active, CellSet winners, RandomStream growth) {
    pool.adapt(segment, active, increment, -decrement);
    grow(segment, settings.maxNewSynapses() - potential(segment), winners, growth);
  }

  void punish(int segment, CellSet active) {
    if (predictedDecrement > 0) {
      pool.adapt(segment, active, -predictedDecrement, 0);
      if (pool.size(segment) == 0) {
        pool.destroy(segment);
      }
    }
  }

  /// A new segment of a cell, grown from the winners.
  void begin(int cell, long step, CellSet winners, RandomStream growth) {
    if (pool.countOfCell(cell) == settings.maxSegments()) {
      pool.destroy(pool.leastRecentlyUsed(cell));
    }
    grow(pool.create(cell, step), settings.maxNewSynapses(), winners, growth);
  }

  private void grow(int segment, int wanted, CellSet winners, RandomStream growth) {
    if (wanted <= 0) {
      return;
    }
    int left = collectCandidates(segment, winners);
    int count = Math.min(wanted, left);
    int surplus = pool.size(segment) + count - settings.maxSynapses();
    if (surplus > 0) {
      removeWeakest(segment, surplus, winners);
      count = Math.min(count, settings.maxSynapses() - pool.size(segment));
    }
    boolean all = count == left;
    for (int i = 0; i < count; i++) {
      int chosen = all ? i : i + growth.nextInt(left - i);
      pool.add(segment, candidates[chosen], initial);
      candidates[chosen] = candidates[i];
    }
  }

  /// The winners from which the segment has no synapse.
  private int collectCandidates(int segment, CellSet winners) {
    if (candidates.length < winners.size()) {
      candidates = new int[2 * winners.size()];
    }
    int size = pool.size(segment);
    for (int slot = 0; slot < size; slot++) {
      int cell = pool.presynapticCell(segment, slot);
      taken[cell >> 6] |= 1L << cell;
    }
    int count = 0;
    for (int i = 0; i < winners.size(); i++) {
      int cell = winners.get(i);
      if ((taken[cell >> 6] >>> cell & 1) == 0) {
        candidates[count++] = cell;
      }
    }
    for (int slot = 0; slot < size; slot++) {
      taken[pool.presynapticCell(segment, slot) >> 6] = 0;
    }
    return count;
  }

  /// Removes the weakest synapses that do not come from winners.
  private void removeWeakest(int segment, int surplus, CellSet winners) {
    int size = pool.size(segment);
    if (weakest.length < size) {
      weakest = new long[2 * size];
    }
    int count = 0;
    for (int slot = 0; slot < size; slot++) {
      int cell = pool.presynapticCell(segment, slot);
      if (!winners.has(cell)) {
        weakest[count++] = (long) pool.permanence(segment, slot) << 32 | cell;
      }
    }
    Arrays.sort(weakest, 0, count);
    for (int i = 0; i < Math.min(surplus, count); i++) {
      int slot = 0;
      while (pool.presynapticCell(segment, slot) != (int) weakest[i]) {
        slot++;
      }
      pool.remove(segment, slot);
    }
  }

  /// The whole state, given what is not in the dendrites.
  MemoryState state(MemoryState.Moment moment) {
    int end = pool.end();
    int[] cells = new int[end];
    long[] uses = new long[end];
    int[] sizes = new int[end];
    int[] from = new int[Math.toIntExact(pool.synapses())];
    int[] permanences = new int[from.length];
    int at = 0;
    for (int segment = 0; segment < end; segment++) {
      cells[segment] = pool.isUsed(segment) ? pool.cell(segment) : -1;
      if (pool.isUsed(segment)) {
        uses[segment] = pool.lastUse(segment);
        sizes[segment] = pool.size(segment);
        long[] sorted = new long[sizes[segment]];
        for (int slot = 0; slot < sorted.length; slot++) {
          long cell = pool.presynapticCell(segment, slot);
          sorted[slot] = cell << 32 | pool.permanence(segment, slot);
        }
        Arrays.sort(sorted);
        for (long synapse : sorted) {
          from[at] = (int) (synapse >>> 32);
          permanences[at++] = (int) synapse;
        }
      }
    }
    return new MemoryState(moment, cells, uses, sizes, from, permanences);
  }
}
