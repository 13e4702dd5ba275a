// SPDX-License-Identifier: Apache-2.0
package engram.sequence.encode;

import java.util.Arrays;
import java.util.List;

/// A cell of a grid, and how far around it is looked.
///
/// @param cell one number a dimension
/// @param radius in cells, 0 or more; a larger one makes codes change more slowly
public record Coordinate(List<Integer> cell, int radius) {
  /// Checks the ranges.
  public Coordinate {
    cell = List.copyOf(cell);
    if (cell.isEmpty()) {
      throw new IllegalArgumentException("dimensions must be 1 or more, was 0");
    }
    if (radius < 0) {
      throw new IllegalArgumentException("radius must be 0 or more, was " + radius);
    }
  }

  /// A cell of a grid.
  public static Coordinate of(int radius, int... cell) {
    return new Coordinate(Arrays.stream(cell).boxed().toList(), radius);
  }
}
