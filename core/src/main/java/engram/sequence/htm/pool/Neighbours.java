// SPDX-License-Identifier: Apache-2.0
package engram.sequence.htm.pool;

/// Values of columns on a circle, as their neighbours see them. A column is its own neighbour.
final class Neighbours {
  private Neighbours() {}

  static double mean(double[] values, int column, int radius) {
    int near = count(values, radius);
    int first = column - (near - 1) / 2;
    double sum = 0;
    for (int i = first; i < first + near; i++) {
      sum += values[Math.floorMod(i, values.length)];
    }
    return sum / near;
  }

  static double largest(double[] values, int column, int radius) {
    int near = count(values, radius);
    int first = column - (near - 1) / 2;
    double largest = values[column];
    for (int i = first; i < first + near; i++) {
      largest = Math.max(largest, values[Math.floorMod(i, values.length)]);
    }
    return largest;
  }

  private static int count(double[] values, int radius) {
    return (int) Math.min(values.length, 2L * radius + 1);
  }
}
