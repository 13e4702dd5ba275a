// SPDX-License-Identifier: Apache-2.0
package engram.sequence.sdr;

import engram.random.RandomStream;
import java.util.Arrays;

/// The synapses of all segments of a neuron: s places a segment, each empty or a cell with a
/// permanence. An inverted index in compressed rows (cell c is seen by the segments from place
/// start of c to before start of c + 1) is made when it is asked for after a change.
final class SynapseTable {
  private static final int EMPTY = -1;

  private final int population;
  private final int segments;
  private final int places;
  private final int[] cells;
  private final double[] permanences;
  private final int[] start;
  private int[] seenBy = new int[0];
  private boolean stale = true;

  SynapseTable(int population, int segments, int places) {
    this.population = population;
    this.segments = segments;
    this.places = places;
    this.cells = new int[Math.multiplyExact(segments, places)];
    this.permanences = new double[cells.length];
    this.start = new int[population + 1];
    Arrays.fill(cells, EMPTY);
  }

  /// Replaces a segment's synapses by these; no more than its places.
  void connect(int segment, int[] targets, double permanence) {
    int from = segment * places;
    Arrays.fill(cells, from, from + places, EMPTY);
    Arrays.fill(permanences, from, from + places, 0);
    System.arraycopy(targets, 0, cells, from, targets.length);
    Arrays.fill(permanences, from, from + targets.length, permanence);
    stale = true;
  }

  /// The cells of a segment's synapses.
  int[] cells(int segment) {
    return Arrays.stream(cells, segment * places, (segment + 1) * places)
        .filter(cell -> cell != EMPTY)
        .toArray();
  }

  /// Adds to each segment's count how many of its synapses see an active cell.
  void addOverlaps(Sdr input, int[] counts) {
    if (stale) {
      index();
    }
    for (int i = 0; i < input.size(); i++) {
      int cell = input.cell(i);
      for (int k = start[cell]; k < start[cell + 1]; k++) {
        counts[seenBy[k]]++;
      }
    }
  }

  /// Changes permanences by whether a synapse sees an active cell; what falls below `connected` is
  /// lost.
  void change(int segment, Sdr input, double active, double inactive, double connected) {
    for (int k = segment * places; k < (segment + 1) * places; k++) {
      if (cells[k] != EMPTY) {
        double changed = permanences[k] + (input.has(cells[k]) ? active : inactive);
        permanences[k] = Math.min(1, changed);
        if (changed < connected) {
          cells[k] = EMPTY;
          permanences[k] = 0;
          stale = true;
        }
      }
    }
  }

  /// Fills a segment's empty places with random active cells that it does not see yet, while there
  /// are some.
  void replaceLost(int segment, Sdr input, double permanence, RandomStream random) {
    int[] free = Arrays.stream(input.cells()).filter(cell -> !sees(segment, cell)).toArray();
    random.shuffle(free);
    int next = 0;
    for (int k = segment * places; k < (segment + 1) * places && next < free.length; k++) {
      if (cells[k] == EMPTY) {
        cells[k] = free[next++];
        permanences[k] = permanence;
        stale = true;
      }
    }
  }

  /// The segment with the smallest sum of permanences, the first of equals.
  int weakest() {
    int weakest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int segment = 0; segment < segments; segment++) {
      double sum = 0;
      for (int k = segment * places; k < (segment + 1) * places; k++) {
        sum += permanences[k];
      }
      if (sum < least) {
        least = sum;
        weakest = segment;
      }
    }
    return weakest;
  }

  /// The median permanence over a segment's places, an empty one counting 0.
  double medianPermanence(int segment) {
    return SdrMath.median(
        Arrays.copyOfRange(permanences, segment * places, (segment + 1) * places));
  }

  private boolean sees(int segment, int cell) {
    for (int k = segment * places; k < (segment + 1) * places; k++) {
      if (cells[k] == cell) {
        return true;
      }
    }
    return false;
  }

  private void index() {
    Arrays.fill(start, 0);
    for (int cell : cells) {
      if (cell != EMPTY) {
        start[cell + 1]++;
      }
    }
    for (int cell = 0; cell < population; cell++) {
      start[cell + 1] += start[cell];
    }
    seenBy = new int[start[population]];
    int[] next = Arrays.copyOf(start, population);
    for (int k = 0; k < cells.length; k++) {
      if (cells[k] != EMPTY) {
        seenBy[next[cells[k]]++] = k / places;
      }
    }
    stale = false;
  }
}
