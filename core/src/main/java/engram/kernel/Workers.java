// SPDX-License-Identifier: Apache-2.0
package engram.kernel;

import java.util.function.IntConsumer;

/// Threads that a computation may use. Who opened it closes it. Work is cut into parts whose
/// borders do not depend on the number of threads, each part owns its targets, so results are the
/// same for any number.
public interface Workers extends AutoCloseable {
  /// How many parts can run at once.
  int count();

  /// Runs `part.accept(i)` for every i in [0, parts) and returns when all are done; an exception of
  /// a part is thrown here.
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
        for (int i = 0; i < parts; i++) {
          part.accept(i);
        }
      }

      @Override
      public void close() {}
    };
  }
}
