// SPDX-License-Identifier: Apache-2.0
package engram.kernel.internal.product;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Supplier;

/// Large arrays that wait to be used again: a fresh one costs its zeros and comes from memory, a
/// used one is still in the cache. At most one a processor waits; contents are whatever was left.
final class Spare<T> {
  private final Supplier<T> fresh;
  private final ArrayBlockingQueue<T> waiting =
      new ArrayBlockingQueue<>(Runtime.getRuntime().availableProcessors());

  Spare(Supplier<T> fresh) {
    this.fresh = fresh;
  }

  T take() {
    T used = waiting.poll();
    return used != null ? used : fresh.get();
  }

  /// Keeps it, unless as many wait as there are processors.
  void giveBack(T used) {
    waiting.offer(used);
  }
}
