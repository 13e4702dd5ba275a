// SPDX-License-Identifier: Apache-2.0
package engram.bench.spiking;

import engram.kernel.Workers;
import java.util.Arrays;

/// How fast memory is read from one end to the other, by arrays that no cache holds, one a worker.
final class Reading {
  private static final int INTEGERS = 1 << 25;

  private final Workers workers;
  private final int[][] arrays;

  Reading(Workers workers) {
    this.workers = workers;
    arrays = new int[workers.count()][INTEGERS];
    for (int[] array : arrays) {
      Arrays.fill(array, 3);
    }
  }

  /// Bytes a wall second of all workers together, in one turn.
  double bytesPerSecond() {
    double bytes = 4.0 * INTEGERS * arrays.length;
    return Turns.perSecond(bytes, () -> workers.run(arrays.length, w -> read(arrays[w])));
  }

  private static void read(int[] array) {
    int sum = 0;
    for (int value : array) {
      sum += value;
    }
    if (sum != 3 * INTEGERS) {
      throw new IllegalStateException("sum must be " + 3 * INTEGERS + ", was " + sum);
    }
  }
}
