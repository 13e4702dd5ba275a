// SPDX-License-Identifier: Apache-2.0
package engram.bench.htm;

import java.lang.management.ManagementFactory;

/// What lives on the heap.
final class Heap {
  private static final int COLLECTIONS = 3;

  private Heap() {}

  /// Bytes in use after collections of garbage.
  static long live() {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
