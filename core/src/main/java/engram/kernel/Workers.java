// SPDX-License-Identifier: Apache-2.0
package engram.kernel;

import engram.kernel.internal.Ranges;
import java.util.function.IntConsumer;

/// Threads that a computation may use. Who opened it closes it. Work is cut into parts whose
/// borders do not depend on the number of threads, or whose results do not depend on the borders;
/// each part owns its targets, so results are the same for any number.
public interface Workers extends AutoCloseable {
  /// How many parts can run at once.
  int count();

  /// Runs `part.accept(i)` for every i in [0, parts) and returns when all are done; an exception of
  /// a part is thrown here, after the parts that run have ended and without starting others. A part
  /// may itself call `run`.
  void run(int parts, IntConsumer part);

  @Override
  void close();

  /// The calling thread alone.
  static Workers one() {
    return new Workers() {
      @Override
      public int count() {
        return 1;
      }

      @Override
      public void run(int parts, IntConsumer part) {
        Ranges.count("parts", parts);
        for (int i = 0; i < parts; i++) {
          part.accept(i);
        }
      }

      @Override
      public void close() {}
    };
  }

  /// The calling thread and `threads - 1` of its own, which end when this is closed.
  ///
  /// @param threads 1 or more
  static Workers of(int threads) {
    return threads == 1 ? one() : new ThreadWorkers(threads);
  }
}
