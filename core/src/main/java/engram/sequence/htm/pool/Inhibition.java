// SPDX-License-Identifier: Apache-2.0
package engram.sequence.htm.pool;

import engram.sequence.encode.ActiveBits;

/// Which columns win: those with the highest scores, of all or of their neighbours. Of equal scores
/// the higher column wins among all, the lower one among neighbours.
final class Inhibition {
  private static final double MOST = 0.5;

  private final PoolerSettings.Competition competition;
  private final int columns;
  private final int[] heap;
  private final boolean[] won;
  private int size;

  Inhibition(PoolerSettings settings) {
    this.competition = settings.competition();
    this.columns = settings.columns();
    this.heap = new int[Math.min(competition.active(), columns / 2)];
    this.won = new boolean[columns];
  }

  /// The share of columns that becomes active at a radius.
  double density(int radius) {
    double area = competition.global() ? columns : Math.min(columns, 2L * radius + 1);
    return Math.min(MOST, competition.active() / area);
  }

  /// Writes the winners.
  ///
  /// @param overlaps boosted; those below the stimulus threshold do not win
  /// @param scores what decides
  /// @param radius of local competition
  void winners(double[] overlaps, double[] scores, int radius, ActiveBits into) {
    if (competition.global()) {
      ofAll(scores);
    } else {
      ofNeighbours(overlaps, scores, radius);
    }
    into.clear();
    for (int column = 0; column < columns; column++) {
      if (won[column] && overlaps[column] >= competition.stimulusThreshold()) {
        into.add(column);
      }
      won[column] = false;
    }
  }

  private void ofNeighbours(double[] overlaps, double[] scores, int radius) {
    int near = (int) Math.min(columns, 2L * radius + 1);
    int winners = (int) Math.floor(0.5 + density(radius) * near);
    for (int column = 0; column < columns; column++) {
      int better = 0;
      int first = column - (near - 1) / 2;
      for (int i = first; i < first + near; i++) {
        int other = Math.floorMod(i, columns);
        boolean tied = scores[other] == scores[column] && won[other];
        better += scores[other] > scores[column] || tied ? 1 : 0;
      }
      won[column] = overlaps[column] >= competition.stimulusThreshold() && better < winners;
    }
  }

  /// A heap of the best so far, the least of them at the root.
  private void ofAll(double[] scores) {
    size = 0;
    for (int column = 0; column < columns; column++) {
      if (size < heap.length) {
        rise(size++, column, scores);
      } else if (size > 0 && less(heap[0], column, scores)) {
        sink(column, scores);
      }
    }
    for (int i = 0; i < size; i++) {
      won[heap[i]] = true;
    }
  }

  private static boolean less(int one, int other, double[] scores) {
    return scores[one] < scores[other] || (scores[one] == scores[other] && one < other);
  }

  private void rise(int from, int column, double[] scores) {
    int at = from;
    while (at > 0 && less(column, heap[(at - 1) / 2], scores)) {
      heap[at] = heap[(at - 1) / 2];
      at = (at - 1) / 2;
    }
    heap[at] = column;
  }

  private void sink(int column, double[] scores) {
    int at = 0;
    for (int child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && less(heap[child + 1], heap[child], scores)) {
        child++;
      }
      if (!less(heap[child], column, scores)) {
        break;
      }
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = column;
  }
}
