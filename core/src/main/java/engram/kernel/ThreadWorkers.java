// SPDX-License-Identifier: Apache-2.0
package engram.kernel;

import engram.kernel.internal.Ranges;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// Workers with threads. Parts are taken one after the other by whoever is free, the caller
/// included; a caller waits only for helpers that have begun, so a part may call `run` again.
final class ThreadWorkers implements Workers {
  private final int count;
  private final ExecutorService helpers;

  ThreadWorkers(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be 1 or more, was " + threads);
    }
    count = threads;
    helpers =
        Executors.newFixedThreadPool(
            threads - 1, Thread.ofPlatform().daemon().name("engram-worker-", 1).factory());
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public void run(int parts, IntConsumer part) {
    Ranges.count("parts", parts);
    if (helpers.isShutdown()) {
      throw new IllegalStateException("workers must be open, were closed");
    }
    Job job = new Job(parts, part);
    for (int i = 1; i < Math.min(count, parts); i++) {
      helpers.execute(job::help);
    }
    job.work();
    job.await();
  }

  @Override
  public void close() {
    helpers.close();
  }

  /// One call of run.
  private static final class Job {
    private final int parts;
    private final IntConsumer part;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final Phaser begun = new Phaser(1);

    Job(int parts, IntConsumer part) {
      this.parts = parts;
      this.part = part;
    }

    /// Registers before it looks for parts, so that a caller who finds none left waits for it.
    void help() {
      if (begun.register() == 0) {
        work();
        begun.arriveAndDeregister();
      }
    }

    void work() {
      try {
        for (int i = next.getAndIncrement(); i < parts; i = next.getAndIncrement()) {
          part.accept(i);
        }
      } catch (Throwable t) { // any failure of a part belongs to the caller
        next.set(parts);
        failure.compareAndSet(null, t);
      }
    }

    void await() {
      begun.awaitAdvance(begun.arrive());
      Throwable t = failure.get();
      if (t instanceof Error e) {
        throw e;
      }
      if (t instanceof RuntimeException e) {
        throw e;
      }
    }
  }
}
