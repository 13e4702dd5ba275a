// SPDX-License-Identifier: Apache-2.0
package engram.sequence.htm.memory;

import engram.random.RandomStream;
import engram.random.Seeds;
import engram.sequence.encode.ActiveBits;
import engram.sequence.sdr.Sdr;
import engram.source.FromPaper;
import engram.state.Machine;
import engram.state.Snapshot;
import java.util.Arrays;

/// A memory of sequences. It takes the active columns of a step, gives the share of them that it
/// did not expect, and expects others for the next.
///
/// ```java
/// TemporalMemory memory = new TemporalMemory(MemorySettings.PUBLISHED, Seeds.of(1));
/// for (Sdr columns : sequence) {
///   double anomaly = memory.step(columns);   // 1 at first, 0 once it is known
/// }
/// ```
///
/// What a step does stands in [PlainTemporalMemory], to which this is equal in every bit. Memory is
/// bounded by the settings. Not for several threads at once.
///
/// References: see the package, [1] and [2].
@FromPaper(value = "htm", at = "spec temporal memory")
public final class TemporalMemory implements Machine<Sdr, Double> {
  private final MemorySettings settings;
  private final Seeds seeds;
  private final RandomStream growth;
  private final RandomStream ties;
  private final ActiveBits input;
  private Dendrites dendrites;
  private CellSet active;
  private CellSet winners;
  private CellSet nextActive;
  private CellSet nextWinners;
  private final CellSet dead;
  private final int[] tied;
  private boolean learning = true;
  private long iteration;
  private int unpredicted;

  /// A memory without segments, which learns.
  ///
  /// @param seeds where its streams `growth` and `ties` come from
  public TemporalMemory(MemorySettings settings, Seeds seeds) {
    this.settings = settings;
    this.seeds = seeds;
    this.growth = seeds.stream("growth");
    this.ties = seeds.stream("ties");
    this.input = new ActiveBits(settings.columns());
    this.dendrites = new Dendrites(settings);
    this.active = new CellSet(settings.cells());
    this.winners = new CellSet(settings.cells());
    this.nextActive = new CellSet(settings.cells());
    this.nextWinners = new CellSet(settings.cells());
    this.dead = new CellSet(settings.cells());
    this.tied = new int[settings.cellsPerColumn()];
  }

  /// What it is made of.
  public MemorySettings settings() {
    return settings;
  }

  /// Whether it learns in the steps to come; part of its state.
  public void setLearning(boolean on) {
    learning = on;
  }

  /// Forgets what was just active, as between two sequences; what is learned stays.
  public void reset() {
    active.clear();
    winners.clear();
    dendrites.respond(active);
  }

  /// Kills cells: their segments go, they never become active or winner again. Synapses that others
  /// have from them stay and are idle.
  ///
  /// @param cells of a population of [MemorySettings#cells]
  public void kill(Sdr cells) {
    if (cells.population() != settings.cells()) {
      throw new IllegalArgumentException(
          "population of the cells must be " + settings.cells() + ", was " + cells.population());
    }
    dead.set(Sdr.of(settings.cells(), dead.toArray()).union(cells).cells());
    for (int i = 0; i < dead.size(); i++) {
      dendrites.pool().destroyAll(dead.get(i));
    }
    active.set(Arrays.stream(active.toArray()).filter(cell -> !dead.has(cell)).toArray());
    winners.set(Arrays.stream(winners.toArray()).filter(cell -> !dead.has(cell)).toArray());
    dendrites.respond(active);
  }

  /// Takes the active columns and gives the share of them that was not predicted, 0 if there are
  /// none.
  ///
  /// @throws IllegalArgumentException if there are not as many columns
  @Override
  public Double step(Sdr columns) {
    input.clear();
    input.addAll(columns);
    return advance(input);
  }

  /// [#step] without a value in between.
  public double advance(ActiveBits columns) {
    if (columns.population() != settings.columns()) {
      throw new IllegalArgumentException(
          "population of the columns must be "
              + settings.columns()
              + ", was "
              + columns.population());
    }
    nextActive.clear();
    nextWinners.clear();
    unpredicted = 0;
    int matching = 0;
    for (int i = 0; i < columns.size(); i++) {
      int column = columns.get(i);
      matching = punishBefore(matching, column * settings.cellsPerColumn());
      int end = dendrites.matchingBefore(matching, (column + 1) * settings.cellsPerColumn());
      activate(column, matching, end);
      matching = end;
    }
    punishBefore(matching, settings.cells());
    swap();
    dendrites.respond(active);
    if (learning) {
      dendrites.use(iteration++);
    }
    return columns.size() == 0 ? 0 : (double) unpredicted / columns.size();
  }

  private void swap() {
    CellSet before = active;
    active = nextActive;
    nextActive = before;
    before = winners;
    winners = nextWinners;
    nextWinners = before;
  }

  private int punishBefore(int matching, int cell) {
    int end = dendrites.matchingBefore(matching, cell);
    if (learning) {
      for (int i = matching; i < end; i++) {
        dendrites.punish(dendrites.matching(i), active);
      }
    }
    return end;
  }

  /// The matching segments of the column are those from `from` to `to - 1`.
  private void activate(int column, int from, int to) {
    boolean predicted = false;
    int best = from;
    int before = -1;
    for (int i = from; i < to; i++) {
      int segment = dendrites.matching(i);
      if (dendrites.isActive(segment)) {
        predicted = true;
        int cell = dendrites.pool().cell(segment);
        if (cell != before) {
          nextActive.add(cell);
          nextWinners.add(cell);
          before = cell;
        }
        reinforce(segment);
      }
      if (dendrites.potential(segment) > dendrites.potential(dendrites.matching(best))) {
        best = i;
      }
    }
    if (!predicted) {
      unpredicted++;
      int winner = burst(column);
      if (from < to) {
        nextWinners.add(dendrites.pool().cell(dendrites.matching(best)));
        reinforce(dendrites.matching(best));
      } else if (winner >= 0) {
        learnAnew(winner);
      }
    }
  }

  private void reinforce(int segment) {
    if (learning) {
      dendrites.reinforce(segment, active, winners, growth);
    }
  }

  /// Activates all living cells and leaves those with fewest segments in `tied`.
  ///
  /// @return how many of them there are, less 1
  private int burst(int column) {
    int fewest = Integer.MAX_VALUE;
    int count = 0;
    int first = column * settings.cellsPerColumn();
    for (int cell = first; cell < first + settings.cellsPerColumn(); cell++) {
      if (dead.size() == 0 || !dead.has(cell)) {
        nextActive.add(cell);
        int segments = dendrites.pool().countOfCell(cell);
        if (segments < fewest) {
          fewest = segments;
          count = 0;
        }
        if (segments == fewest) {
          tied[count++] = cell;
        }
      }
    }
    return count - 1;
  }

  private void learnAnew(int last) {
    int winner = tied[last == 0 ? 0 : ties.nextInt(last + 1)];
    nextWinners.add(winner);
    if (learning && winners.size() > 0) {
      dendrites.begin(winner, iteration, winners, growth);
    }
  }

  /// The active cells, ascending.
  public int[] activeCells() {
    return active.toArray();
  }

  /// The active cells, ascending, to look at until the next step.
  public CellSet active() {
    return active;
  }

  /// The winners of the last step, ascending: the cells from which segments grow.
  public int[] winnerCells() {
    return winners.toArray();
  }

  /// The cells that are predicted for the next step, ascending.
  public int[] predictedCells() {
    return dendrites.predicted(1);
  }

  /// The columns that are predicted for the next step, ascending.
  public int[] predictedColumns() {
    return dendrites.predicted(settings.cellsPerColumn());
  }

  /// How many segments it has.
  public int segments() {
    return dendrites.pool().segments();
  }

  /// How many synapses it has.
  public long synapses() {
    return dendrites.pool().synapses();
  }

  /// The bytes of its segments, synapses and index.
  public long bytes() {
    return dendrites.pool().bytes();
  }

  @Override
  public Snapshot snapshot() {
    return dendrites
        .state(
            new MemoryState.Moment(
                learning,
                iteration,
                growth.position(),
                ties.position(),
                active.toArray(),
                winners.toArray(),
                dead.toArray()))
        .snapshot(settings);
  }

  @Override
  public void restore(Snapshot snapshot) {
    MemoryState state = MemoryState.of(snapshot, settings);
    dendrites = new Dendrites(settings, state);
    MemoryState.Moment moment = state.moment();
    learning = moment.learning();
    iteration = moment.iteration();
    growth.seek(moment.growthDraws());
    ties.seek(moment.tieDraws());
    active.set(moment.activeCells());
    winners.set(moment.winnerCells());
    dead.set(moment.deadCells());
    dendrites.respond(active);
  }

  @Override
  public TemporalMemory fork() {
    TemporalMemory fork = new TemporalMemory(settings, seeds);
    fork.restore(snapshot());
    return fork;
  }
}
