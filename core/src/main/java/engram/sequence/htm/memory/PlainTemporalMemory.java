// SPDX-License-Identifier: Apache-2.0
package engram.sequence.htm.memory;

import engram.random.RandomStream;
import engram.random.Seeds;
import engram.sequence.sdr.Sdr;
import engram.source.FromPaper;
import engram.state.Snapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// The temporal memory as it is defined, to be read: small, slow, and equal in each anomaly, cell
/// and permanence to [TemporalMemory]. A step, for columns in ascending order:
///
/// | column | becomes active | winner | learns |
/// | --- | --- | --- | --- |
/// | active, predicted | cells with active segments | the same | all active segments: adapt, grow |
/// | active, not predicted (bursts) | all its cells | the cell of the best matching segment | that segment: adapt, grow |
/// | the same without a match | all its cells | a cell with fewest segments | a new segment: grow |
/// | not active, matching segments | | | these: weaken |
///
/// Then each segment counts its synapses from active cells: with `activationThreshold` connected
/// ones it is active and its cell predicted for the next step, with `minThreshold` of any it
/// matches.
///
/// References: see the package, [1] and [2].
@FromPaper(value = "htm", at = "spec temporal memory")
public final class PlainTemporalMemory {
  /// A segment: the permanence of each of its synapses, by presynaptic cell.
  private static final class Segment {
    final int number;
    final int cell;
    final NavigableMap<Integer, Integer> permanences = new TreeMap<>();
    long lastUse;
    int connected;
    int potential;

    Segment(int number, int cell, long lastUse) {
      this.number = number;
      this.cell = cell;
      this.lastUse = lastUse;
    }
  }

  private final MemorySettings settings;
  private final MemorySettings.Dendrites dendrites;
  private final MemorySettings.Plasticity plasticity;
  private final RandomStream growth;
  private final RandomStream ties;
  private final NavigableMap<Integer, Segment> segments = new TreeMap<>();
  private final NavigableSet<Integer> deadCells = new TreeSet<>();
  private NavigableSet<Integer> activeCells = new TreeSet<>();
  private NavigableSet<Integer> winnerCells = new TreeSet<>();
  private boolean learning = true;
  private long iteration;

  /// A memory without segments.
  ///
  /// @param seeds where its two streams come from
  public PlainTemporalMemory(MemorySettings settings, Seeds seeds) {
    this.settings = settings;
    this.dendrites = settings.dendrites();
    this.plasticity = settings.plasticity();
    this.growth = seeds.stream("growth");
    this.ties = seeds.stream("ties");
  }

  /// Whether it learns in the steps to come.
  public void setLearning(boolean learning) {
    this.learning = learning;
  }

  /// Forgets what was just active, as between two sequences; what is learned stays.
  public void reset() {
    activeCells.clear();
    winnerCells.clear();
    respond();
  }

  /// Kills cells: their segments go, they never become active or winner again.
  public void kill(Sdr cells) {
    for (int cell : cells.cells()) {
      deadCells.add(cell);
      activeCells.remove(cell);
      winnerCells.remove(cell);
      segments.values().removeIf(segment -> segment.cell == cell);
    }
    respond();
  }

  /// Takes the active columns and gives the share of them that was not predicted.
  public double step(Sdr columns) {
    NavigableSet<Integer> active = new TreeSet<>();
    NavigableSet<Integer> winners = new TreeSet<>();
    int unpredicted = 0;
    for (int column = 0; column < settings.columns(); column++) {
      List<Segment> matching = matchingSegments(column);
      List<Segment> predicting = matching.stream().filter(this::isActive).toList();
      if (!columns.contains(column)) {
        punish(matching);
      } else if (predicting.isEmpty()) {
        unpredicted++;
        burst(column, matching, active, winners);
      } else {
        for (Segment segment : predicting) {
          active.add(segment.cell);
          winners.add(segment.cell);
          reinforce(segment);
        }
      }
    }
    activeCells = active;
    winnerCells = winners;
    respond();
    if (learning) {
      segments.values().stream().filter(this::isActive).forEach(s -> s.lastUse = iteration);
      iteration++;
    }
    return columns.size() == 0 ? 0 : (double) unpredicted / columns.size();
  }

  /// By cell, then by number.
  private List<Segment> matchingSegments(int column) {
    return segments.values().stream()
        .filter(s -> s.cell / settings.cellsPerColumn() == column)
        .filter(s -> s.potential >= dendrites.minThreshold())
        .sorted(Comparator.comparingInt(s -> s.cell))
        .toList();
  }

  private boolean isActive(Segment segment) {
    return segment.connected >= dendrites.activationThreshold();
  }

  private void burst(
      int column,
      List<Segment> matching,
      NavigableSet<Integer> active,
      NavigableSet<Integer> winners) {
    List<Integer> cells = new ArrayList<>();
    for (int k = 0; k < settings.cellsPerColumn(); k++) {
      cells.add(column * settings.cellsPerColumn() + k);
    }
    cells.removeAll(deadCells);
    active.addAll(cells);
    if (!matching.isEmpty()) {
      Segment best = matching.getFirst();
      for (Segment segment : matching) {
        best = segment.potential > best.potential ? segment : best;
      }
      winners.add(best.cell);
      reinforce(best);
    } else if (!cells.isEmpty()) {
      int winner = leastUsedCell(cells);
      winners.add(winner);
      if (learning && !winnerCells.isEmpty()) {
        grow(newSegment(winner), dendrites.maxNewSynapses());
      }
    }
  }

  private int leastUsedCell(List<Integer> cells) {
    Map<Integer, Long> counts = new HashMap<>();
    segments.values().forEach(segment -> counts.merge(segment.cell, 1L, Long::sum));
    long fewest = cells.stream().mapToLong(c -> counts.getOrDefault(c, 0L)).min().orElseThrow();
    List<Integer> tied = cells.stream().filter(c -> counts.getOrDefault(c, 0L) == fewest).toList();
    return tied.get(tied.size() == 1 ? 0 : ties.nextInt(tied.size()));
  }

  private Segment newSegment(int cell) {
    List<Segment> own = segments.values().stream().filter(s -> s.cell == cell).toList();
    if (own.size() == dendrites.maxSegments()) {
      Comparator<Segment> age = Comparator.comparingLong(s -> s.lastUse);
      segments.remove(own.stream().min(age).orElseThrow().number);
    }
    int number = 0;
    while (segments.containsKey(number)) {
      number++;
    }
    Segment segment = new Segment(number, cell, iteration);
    segments.put(number, segment);
    return segment;
  }

  private void reinforce(Segment segment) {
    if (learning) {
      adapt(segment, units(plasticity.increment()), -units(plasticity.decrement()));
      grow(segment, dendrites.maxNewSynapses() - segment.potential);
    }
  }

  private void punish(List<Segment> matching) {
    if (learning && plasticity.predictedDecrement() > 0) {
      for (Segment segment : matching) {
        adapt(segment, -units(plasticity.predictedDecrement()), 0);
        if (segment.permanences.isEmpty()) {
          segments.remove(segment.number);
        }
      }
    }
  }

  private void adapt(Segment segment, int ofActive, int ofInactive) {
    segment.permanences.replaceAll((cell, p) ->
        Math.min(
            p + (activeCells.contains(cell) ? ofActive : ofInactive),
            MemorySettings.Plasticity.UNITS));
    segment.permanences.values().removeIf(p -> p <= 0);
  }

  private void grow(Segment segment, int wanted) {
    List<Integer> candidates = new ArrayList<>(winnerCells);
    candidates.removeAll(segment.permanences.keySet());
    int count = Math.clamp(wanted, 0, candidates.size());
    int surplus = segment.permanences.size() + count - dendrites.maxSynapses();
    if (surplus > 0) {
      segment.permanences.entrySet().stream()
          .filter(synapse -> !winnerCells.contains(synapse.getKey()))
          .sorted(Map.Entry.comparingByValue())
          .limit(surplus)
          .map(Map.Entry::getKey)
          .toList()
          .forEach(segment.permanences::remove);
      count = Math.min(count, dendrites.maxSynapses() - segment.permanences.size());
    }
    for (int i = 0; i < count; i++) {
      int left = candidates.size();
      int chosen = count - i == left ? 0 : growth.nextInt(left);
      segment.permanences.put(candidates.get(chosen), units(plasticity.initial()));
      candidates.set(chosen, candidates.getFirst());
      candidates.removeFirst();
    }
  }

  private void respond() {
    int connected = units(plasticity.connected());
    for (Segment segment : segments.values()) {
      segment.connected = 0;
      segment.potential = 0;
      segment.permanences.forEach((cell, permanence) -> {
        if (activeCells.contains(cell)) {
          segment.potential++;
          segment.connected += permanence >= connected ? 1 : 0;
        }
      });
    }
  }

  private static int units(double permanence) {
    return MemorySettings.Plasticity.units("permanence", permanence);
  }

  /// Its state, in the format of [TemporalMemory].
  public Snapshot snapshot() {
    int numbers = segments.isEmpty() ? 0 : segments.lastKey() + 1;
    int[] cells = new int[numbers];
    long[] uses = new long[numbers];
    int[] sizes = new int[numbers];
    List<Integer> synapses = new ArrayList<>();
    List<Integer> permanences = new ArrayList<>();
    for (int number = 0; number < numbers; number++) {
      Segment segment = segments.get(number);
      cells[number] = segment == null ? -1 : segment.cell;
      if (segment != null) {
        uses[number] = segment.lastUse;
        sizes[number] = segment.permanences.size();
        synapses.addAll(segment.permanences.keySet());
        permanences.addAll(segment.permanences.values());
      }
    }
    return new MemoryState(
            new MemoryState.Moment(
                learning,
                iteration,
                growth.position(),
                ties.position(),
                array(activeCells),
                array(winnerCells),
                array(deadCells)),
            cells,
            uses,
            sizes,
            array(synapses),
            array(permanences))
        .snapshot(settings);
  }

  private static int[] array(Collection<Integer> values) {
    return values.stream().mapToInt(Integer::intValue).toArray();
  }
}
