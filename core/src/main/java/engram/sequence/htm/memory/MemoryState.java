// SPDX-License-Identifier: Apache-2.0
package engram.sequence.htm.memory;

import engram.error.DataCorruptException;
import engram.state.Snapshot;
import java.util.Arrays;

/// All of a temporal memory between two steps, in one order that both of its forms share: segments
/// by number, the synapses of a segment by cell. Which segments are active or match follows from
/// it.
///
/// @param moment what is not learned
/// @param segmentCells by segment number, -1 where the number is not in use
/// @param synapseCells of all segments, one after another
@SuppressWarnings("ArrayRecordComponent") // never compared, never leaves the package
record MemoryState(
    Moment moment,
    int[] segmentCells,
    long[] segmentUses,
    int[] segmentSizes,
    int[] synapseCells,
    int[] permanences) {
  private static final String FORMAT = "temporal-memory";
  private static final int VERSION = 1;

  /// What a memory holds beside its segments.
  ///
  /// @param growthDraws position of the stream of growth
  /// @param tieDraws position of the stream of ties
  @SuppressWarnings("ArrayRecordComponent") // as above
  record Moment(
      boolean learning,
      long iteration,
      long growthDraws,
      long tieDraws,
      int[] activeCells,
      int[] winnerCells,
      int[] deadCells) {
    private void check(int cells) {
      MemoryState.check("iteration", iteration >= 0);
      MemoryState.check("growth-draws", growthDraws >= 0);
      MemoryState.check("tie-draws", tieDraws >= 0);
      MemoryState.check("active-cells", ascends(activeCells, 0, activeCells.length, cells));
      MemoryState.check("winner-cells", ascends(winnerCells, 0, winnerCells.length, cells));
      MemoryState.check("dead-cells", ascends(deadCells, 0, deadCells.length, cells));
      for (int winner : winnerCells) {
        MemoryState.check("winner-cells", Arrays.binarySearch(activeCells, winner) >= 0);
      }
      for (int active : activeCells) {
        MemoryState.check("active-cells", !isDead(active));
      }
    }

    private boolean isDead(int cell) {
      return Arrays.binarySearch(deadCells, cell) >= 0;
    }
  }

  Snapshot snapshot(MemorySettings settings) {
    return Snapshot.named(FORMAT, VERSION)
        .longs("settings", "1", describe(settings))
        .booleans("learning", new boolean[] {moment.learning})
        .number("iteration", "1", moment.iteration)
        .number("growth-draws", "1", moment.growthDraws)
        .number("tie-draws", "1", moment.tieDraws)
        .ints("active-cells", "1", moment.activeCells)
        .ints("winner-cells", "1", moment.winnerCells)
        .ints("dead-cells", "1", moment.deadCells)
        .ints("segment-cells", "1", segmentCells)
        .longs("segment-uses", "1", segmentUses)
        .ints("segment-sizes", "1", segmentSizes)
        .ints("synapse-cells", "1", synapseCells)
        .ints("permanences", "1e-4", permanences)
        .build();
  }

  /// @throws DataCorruptException if it is not the state of a memory with these settings
  static MemoryState of(Snapshot snapshot, MemorySettings settings) {
    snapshot.require(FORMAT, VERSION);
    check("settings", Arrays.equals(snapshot.longs("settings"), describe(settings)));
    boolean[] learning = snapshot.booleans("learning");
    check("learning", learning.length == 1);
    MemoryState state =
        new MemoryState(
            new Moment(
                learning[0],
                snapshot.number("iteration"),
                snapshot.number("growth-draws"),
                snapshot.number("tie-draws"),
                snapshot.ints("active-cells"),
                snapshot.ints("winner-cells"),
                snapshot.ints("dead-cells")),
            snapshot.ints("segment-cells"),
            snapshot.longs("segment-uses"),
            snapshot.ints("segment-sizes"),
            snapshot.ints("synapse-cells"),
            snapshot.ints("permanences"));
    state.check(settings);
    return state;
  }

  private static long[] describe(MemorySettings settings) {
    MemorySettings.Dendrites dendrites = settings.dendrites();
    MemorySettings.Plasticity plasticity = settings.plasticity();
    return new long[] {
      settings.columns(),
      settings.cellsPerColumn(),
      dendrites.activationThreshold(),
      dendrites.minThreshold(),
      dendrites.maxNewSynapses(),
      dendrites.maxSegments(),
      dendrites.maxSynapses(),
      MemorySettings.Plasticity.units("initial", plasticity.initial()),
      MemorySettings.Plasticity.units("connected", plasticity.connected()),
      MemorySettings.Plasticity.units("increment", plasticity.increment()),
      MemorySettings.Plasticity.units("decrement", plasticity.decrement()),
      MemorySettings.Plasticity.units("predictedDecrement", plasticity.predictedDecrement())
    };
  }

  private void check(MemorySettings settings) {
    int cells = settings.cells();
    moment.check(cells);
    check("segment-uses", segmentUses.length == segmentCells.length);
    check("segment-sizes", segmentSizes.length == segmentCells.length);
    check("permanences", permanences.length == synapseCells.length);
    check("segment-cells", segmentCells.length == 0 || segmentCells[segmentCells.length - 1] >= 0);
    int[] ofCell = new int[cells];
    int from = 0;
    for (int segment = 0; segment < segmentCells.length; segment++) {
      int cell = segmentCells[segment];
      int size = segmentSizes[segment];
      boolean used = cell >= 0;
      check("segment-cells", cell >= -1 && cell < cells && !moment.isDead(cell));
      check("segment-cells", !used || ++ofCell[cell] <= settings.dendrites().maxSegments());
      check("segment-sizes", used ? size >= 1 : size == 0);
      check("segment-sizes", size <= settings.dendrites().maxSynapses());
      check("segment-sizes", size <= synapseCells.length - from);
      check("segment-uses", segmentUses[segment] >= 0 && segmentUses[segment] <= moment.iteration);
      check("synapse-cells", ascends(synapseCells, from, from + size, cells));
      from += size;
    }
    check("synapse-cells", from == synapseCells.length);
    for (int permanence : permanences) {
      check("permanences", permanence >= 1 && permanence <= MemorySettings.Plasticity.UNITS);
    }
  }

  private static boolean ascends(int[] cells, int from, int to, int bound) {
    int before = -1;
    for (int i = from; i < to; i++) {
      if (cells[i] <= before || cells[i] >= bound) {
        return false;
      }
      before = cells[i];
    }
    return true;
  }

  private static void check(String name, boolean believable) {
    if (!believable) {
      throw new DataCorruptException(
          name + " of a temporal memory must be those of a memory with its settings, was not");
    }
  }
}
