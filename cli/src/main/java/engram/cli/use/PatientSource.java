// SPDX-License-Identifier: Apache-2.0
package engram.cli.use;

import engram.state.Snapshot;
import engram.state.stream.StreamSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// A source that waits for its next record where there may be one later. It says that there is none
/// now where it was stopped, and where records were given and not kept for a while, so that whoever
/// pulls writes a checkpoint.
///
/// @param <I> a record
final class PatientSource<I> implements StreamSource<I> {
  private static final Duration KEPT_AFTER = Duration.ofSeconds(10);
  private static final long LOOK_MS = 100;

  private final StreamSource<I> source;
  private final BooleanSupplier mayGrow;
  private final CountDownLatch stopped;
  private final InstantSource clock;
  private Instant kept;
  private boolean given;
  private boolean over;

  /// @param mayGrow whether there may be a record later where there is none now
  /// @param stopped opens when nobody wants more
  PatientSource(
      StreamSource<I> source,
      BooleanSupplier mayGrow,
      CountDownLatch stopped,
      InstantSource clock) {
    this.source = source;
    this.mayGrow = mayGrow;
    this.stopped = stopped;
    this.clock = clock;
    this.kept = clock.instant();
  }

  /// Whether no record will come any more.
  boolean isOver() {
    return over || isStopped();
  }

  boolean isStopped() {
    return stopped.getCount() == 0;
  }

  @Override
  public Optional<I> next() {
    while (!isStopped() && !isDue()) {
      // Asked before the look: what came between the two is not missed.
      boolean growing = mayGrow.getAsBoolean();
      Optional<I> record = source.next();
      if (record.isPresent()) {
        given = true;
        return record;
      }
      if (!growing) {
        over = true;
        return record;
      }
      await();
    }
    return Optional.empty();
  }

  private boolean isDue() {
    return given && Duration.between(kept, clock.instant()).compareTo(KEPT_AFTER) > 0;
  }

  private void await() {
    try {
      boolean _ = stopped.await(LOOK_MS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      stopped.countDown();
    }
  }

  @Override
  public Snapshot position() {
    kept = clock.instant();
    given = false;
    return source.position();
  }

  @Override
  public void seek(Snapshot position) {
    source.seek(position);
  }
}
