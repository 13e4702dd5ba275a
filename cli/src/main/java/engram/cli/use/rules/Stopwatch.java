// SPDX-License-Identifier: Apache-2.0
package engram.cli.use.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/// What was spent since it was made: time, and the processor's part of it, which other programs on
/// a busy machine do not lengthen.
final class Stopwatch {
  private static final double NANOS = 1e9;

  private final InstantSource clock;
  private final LongSupplier processorNanos;
  private final Instant begin;
  private final long beginNanos;

  /// @param clock the time
  /// @param processorNanos processor time of the calling thread, in nanoseconds
  Stopwatch(InstantSource clock, LongSupplier processorNanos) {
    this.clock = clock;
    this.processorNanos = processorNanos;
    this.begin = clock.instant();
    this.beginNanos = processorNanos.getAsLong();
  }

  /// Seconds that passed.
  double seconds() {
    return Duration.between(begin, clock.instant()).toMillis() / 1e3;
  }

  /// Seconds that the processor worked for this thread.
  double cpuSeconds() {
    return (processorNanos.getAsLong() - beginNanos) / NANOS;
  }
}
