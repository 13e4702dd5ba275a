// SPDX-License-Identifier: Apache-2.0
package engram.sequence.htm.memory;

import java.util.Arrays;

/// Cells that are walked in the order in which they were added and looked up as bits. Their number
/// is bounded by the population, so nothing is allocated once it has held as many.
public final class CellSet {
  private int[] cells = new int[64];
  private final long[] bits;
  private int size;

  CellSet(int population) {
    bits = new long[(population + 63) >> 6];
  }

  public int size() {
    return size;
  }

  int get(int i) {
    return cells[i];
  }

  /// The cells, in the order in which they were added; what stands behind [#size] has no meaning.
  public int[] array() {
    return cells;
  }

  boolean has(int cell) {
    return (bits[cell >> 6] >>> cell & 1) != 0;
  }

  /// Adds a cell that it does not hold.
  void add(int cell) {
    if (size == cells.length) {
      cells = Arrays.copyOf(cells, 2 * size);
    }
    cells[size++] = cell;
    bits[cell >> 6] |= 1L << cell;
  }

  void clear() {
    for (int i = 0; i < size; i++) {
      bits[cells[i] >> 6] = 0;
    }
    size = 0;
  }

  /// Holds these instead of what it held.
  void set(int[] others) {
    clear();
    for (int cell : others) {
      add(cell);
    }
  }

  int[] toArray() {
    return Arrays.copyOf(cells, size);
  }
}
