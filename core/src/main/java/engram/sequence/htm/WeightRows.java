// SPDX-License-Identifier: Apache-2.0
package engram.sequence.htm;

import engram.kernel.Doubles;
import java.util.Arrays;

/// A matrix of weights, cells by buckets, of which only rows that were ever learned are kept; the
/// others are zero.
final class WeightRows {
  private static final int NONE = -1;
  private static final int FEW = 16;

  private final int[] rowOf;
  private int[] cells = new int[FEW];
  private int rows;
  private int stride = FEW;
  private double[] weights = new double[FEW * FEW];

  WeightRows(int population) {
    rowOf = new int[population];
    Arrays.fill(rowOf, NONE);
  }

  /// The softmax of the sums over active cells.
  void probabilities(int[] active, int size, int buckets, double[] into) {
    Arrays.fill(into, 0, buckets, 0);
    for (int i = 0; i < size; i++) {
      int row = rowOf[active[i]];
      if (row != NONE) {
        int used = Math.min(stride, buckets);
        for (int bucket = 0; bucket < used; bucket++) {
          into[bucket] += weights[row * stride + bucket];
        }
      }
    }
    double most = into[0];
    for (int bucket = 1; bucket < buckets; bucket++) {
      most = Math.max(most, into[bucket]);
    }
    double sum = 0;
    for (int bucket = 0; bucket < buckets; bucket++) {
      into[bucket] = Doubles.exp(into[bucket] - most);
      sum += into[bucket];
    }
    for (int bucket = 0; bucket < buckets; bucket++) {
      into[bucket] /= sum;
    }
  }

  /// Adds the same changes to the rows of all active cells.
  void add(int[] active, int size, int buckets, double[] changes) {
    widen(buckets);
    for (int i = 0; i < size; i++) {
      int at = row(active[i]) * stride;
      for (int bucket = 0; bucket < buckets; bucket++) {
        weights[at + bucket] += changes[bucket];
      }
    }
  }

  private void widen(int buckets) {
    if (buckets > stride) {
      int wider = Math.max(buckets, 2 * stride);
      double[] moved = new double[Math.multiplyExact(cells.length, wider)];
      for (int row = 0; row < rows; row++) {
        System.arraycopy(weights, row * stride, moved, row * wider, stride);
      }
      stride = wider;
      weights = moved;
    }
  }

  private int row(int cell) {
    if (rowOf[cell] == NONE) {
      if (rows == cells.length) {
        cells = Arrays.copyOf(cells, 2 * rows);
        weights = Arrays.copyOf(weights, Math.multiplyExact(2 * rows, stride));
      }
      cells[rows] = cell;
      rowOf[cell] = rows++;
    }
    return rowOf[cell];
  }

  /// The cells with rows, ascending.
  int[] cells() {
    int[] sorted = Arrays.copyOf(cells, rows);
    Arrays.sort(sorted);
    return sorted;
  }

  /// The rows of [#cells], one after another.
  double[] weights(int buckets) {
    double[] all = new double[rows * buckets];
    int used = Math.min(stride, buckets);
    int at = 0;
    for (int cell : cells()) {
      System.arraycopy(weights, rowOf[cell] * stride, all, at, used);
      at += buckets;
    }
    return all;
  }

  /// Puts back what [#cells] and [#weights] gave.
  void put(int[] ofCells, double[] all, int buckets) {
    widen(buckets);
    for (int i = 0; i < ofCells.length; i++) {
      int row = row(ofCells[i]);
      System.arraycopy(all, i * buckets, weights, row * stride, buckets);
    }
  }
}
