// SPDX-License-Identifier: Apache-2.0
package engram.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class WorkersTest {
  @Test
  void everyPartRunsOnce() {
    for (int threads = 1; threads < 5; threads++) {
      try (Workers workers = Workers.of(threads)) {
        assertEquals(threads, workers.count());
        for (int parts = 0; parts < 40; parts++) {
          AtomicIntegerArray runs = new AtomicIntegerArray(parts);
          workers.run(parts, runs::incrementAndGet);
          for (int i = 0; i < parts; i++) {
            assertEquals(1, runs.get(i));
          }
        }
      }
    }
  }

  @Test
  void threadsRunAtOnce() {
    try (Workers workers = Workers.of(3)) {
      CountDownLatch all = new CountDownLatch(3);
      Set<Thread> threads = ConcurrentHashMap.newKeySet();
      workers.run(
          3,
          part -> {
            threads.add(Thread.currentThread());
            all.countDown();
            try {
              all.await();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
          });
      assertEquals(3, threads.size());
      assertTrue(threads.contains(Thread.currentThread()));
    }
  }

  @Test
  void aPartMayRunPartsItself() {
    try (Workers workers = Workers.of(2)) {
      AtomicInteger inner = new AtomicInteger();
      workers.run(8, part -> workers.run(8, deeper -> inner.incrementAndGet()));
      assertEquals(64, inner.get());
    }
  }

  @Test
  void failureOfAPartIsThrownToTheCallerAndStopsTheRest() {
    IllegalStateException failure = new IllegalStateException("part 3");
    for (int threads : new int[] {1, 2, 4}) {
      try (Workers workers = Workers.of(threads)) {
        AtomicInteger begun = new AtomicInteger();
        IllegalStateException thrown =
            assertThrows(
                IllegalStateException.class,
                () ->
                    workers.run(
                        1_000_000,
                        part -> {
                          begun.incrementAndGet();
                          if (part == 3) {
                            throw failure;
                          }
                        }));
        assertSame(failure, thrown);
        assertTrue(begun.get() < 1_000_000);
        AtomicInteger after = new AtomicInteger();
        workers.run(5, part -> after.incrementAndGet());
        assertEquals(5, after.get());
      }
    }
  }

  @Test
  void badInputIsRefused() {
    assertEquals(
        "threads must be 1 or more, was 0",
        assertThrows(IllegalArgumentException.class, () -> Workers.of(0)).getMessage());
    assertEquals(
        "parts must be 0 or more, was -1",
        assertThrows(IllegalArgumentException.class, () -> Workers.one().run(-1, part -> {}))
            .getMessage());
    Workers closed = Workers.of(2);
    closed.close();
    assertEquals(
        "workers must be open, were closed",
        assertThrows(IllegalStateException.class, () -> closed.run(2, part -> {})).getMessage());
  }
}
