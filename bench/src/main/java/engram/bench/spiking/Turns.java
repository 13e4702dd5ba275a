// SPDX-License-Identifier: Apache-2.0
package engram.bench.spiking;

/// Turns of a loop that are long enough to be timed.
final class Turns {
  private static final double SECONDS = 0.2;

  private Turns() {}

  /// How much is done a wall second, in the second half of a turn; in the first it warms up.
  ///
  /// @param amount that one call does
  static double perSecond(double amount, Runnable call) {
    half(amount, call);
    return half(amount, call);
  }

  private static double half(double amount, Runnable call) {
    long begun = System.nanoTime();
    double done = 0;
    double seconds = 0;
    while (seconds < SECONDS / 2) {
      call.run();
      done += amount;
      seconds = (System.nanoTime() - begun) / 1e9;
    }
    return done / seconds;
  }
}
