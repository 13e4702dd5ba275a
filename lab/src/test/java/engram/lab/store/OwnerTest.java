// SPDX-License-Identifier: Apache-2.0
package engram.lab.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.error.RunFolderException;
import engram.state.Safetensors;
import engram.state.Snapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class OwnerTest {
  @TempDir Path home;

  @Test
  void givesAReplicateToOneOwner() {
    RunFolder folder = Fixture.folder(home);
    try (Owner a = folder.own();
        Owner b = RunFolder.open(folder.path()).own()) {
      TakenReplicate taken = a.take("first", 0).orElseThrow();
      assertTrue(a.take("first", 0).isEmpty());
      assertTrue(b.take("first", 0).isEmpty());
      Fixture.finish(b, "first", 1, 3);
      taken.close();
      assertTrue(b.take("first", 0).isEmpty(), "the owner lives, though it let go");
      Fixture.finish(a, "first", 0, 3);
      assertTrue(a.take("first", 1).isEmpty());
    }
    assertEquals(2, folder.results("first").count());
  }

  @Test
  void racesForEachReplicateHaveOneWinner() throws InterruptedException {
    RunFolder folder = Fixture.folder(home);
    int replicates = 40;
    AtomicInteger taken = new AtomicInteger();
    CountDownLatch start = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      threads.add(
          Thread.ofPlatform()
              .start(() -> {
                try (Owner owner = RunFolder.open(folder.path()).own()) {
                  start.await();
                  for (int r = 0; r < replicates; r++) {
                    owner
                        .take("first", r)
                        .ifPresent(t -> {
                          taken.incrementAndGet();
                          t.append(Fixture.entry(1));
                          t.finish(0);
                          t.close();
                        });
                  }
                } catch (InterruptedException _) {
                  Thread.currentThread().interrupt();
                }
              }));
    }
    start.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(replicates, taken.get());
    assertEquals(replicates, folder.results("first").count());
  }

  @Test
  void keepsWhatStoodBeforeTheCheckpointAndCutsTheRest() throws IOException {
    RunFolder folder = Fixture.folder(home);
    interrupted(folder, 5, 2);
    try (Owner owner = folder.own();
        TakenReplicate taken = owner.take("first", 0).orElseThrow()) {
      assertEquals(5, taken.kept().size());
      assertEquals(Fixture.state(5), taken.resumed().orElseThrow());
      assertEquals(2.5, taken.secondsBefore());
      assertEquals("", taken.problem());
      taken.append(Fixture.entry(5));
      taken.finish(3);
    }
    try (Owner owner = folder.own()) {
      Fixture.finish(owner, "second", 0, 6);
    }
    assertEquals(
        folder.finished("second").getFirst().digest(),
        folder.finished("first").getFirst().digest());
    assertFalse(Files.exists(folder.checkpoint("first", 0)));
  }

  @Test
  void beginsAnewWithoutACheckpoint() {
    RunFolder folder = Fixture.folder(home);
    try (Owner owner = folder.own();
        TakenReplicate taken = owner.take("first", 0).orElseThrow()) {
      taken.append(Fixture.entry(9));
    }
    try (Owner owner = folder.own();
        TakenReplicate taken = owner.take("first", 0).orElseThrow()) {
      assertEquals(List.of(), taken.kept());
      assertTrue(taken.resumed().isEmpty());
    }
  }

  @Test
  void beginsAnewWhereTheCheckpointLies() throws IOException {
    RunFolder folder = Fixture.folder(home);
    interrupted(folder, 5, 2);
    Path file = folder.file("first", 0);
    Path checkpoint = folder.checkpoint("first", 0);
    byte[] lines = Files.readAllBytes(file);
    byte[] whole = Files.readAllBytes(checkpoint);
    Snapshot good = Safetensors.read(checkpoint);
    byte[] lying = whole.clone();
    lying[7] = 1;
    List<byte[]> bad =
        List.of(
            new byte[0],
            lying,
            Arrays.copyOf(whole, whole.length - 1),
            Safetensors.encode(Fixture.state(5)),
            Safetensors.encode(good.withNote("lab.of", folder.id() + "/first/1")),
            Safetensors.encode(good.withNote("lab.lines", "99")),
            Safetensors.encode(good.withNote("lab.lines", "2")),
            Safetensors.encode(good.withNote("lab.lines", "-1")),
            Safetensors.encode(good.withNote("lab.seconds", "NaN")));
    for (byte[] bytes : bad) {
      Files.write(file, lines);
      Files.write(checkpoint, bytes);
      try (Owner owner = folder.own();
          TakenReplicate taken = owner.take("first", 0).orElseThrow()) {
        assertEquals(List.of(), taken.kept());
        assertTrue(taken.resumed().isEmpty());
        assertTrue(taken.problem().startsWith(checkpoint.toString()), taken.problem());
        assertTrue(taken.problem().endsWith("; the replicate begins anew, with the same bits"));
        assertFalse(taken.problem().contains("\n"));
        assertFalse(Files.exists(checkpoint));
      }
    }
  }

  @Test
  void keepsACheckpointOfANewerEngram() throws IOException {
    RunFolder folder = Fixture.folder(home);
    interrupted(folder, 5, 2);
    Path checkpoint = folder.checkpoint("first", 0);
    byte[] whole = Files.readAllBytes(checkpoint);
    int at = new String(whole, StandardCharsets.ISO_8859_1).indexOf("\"1\"");
    whole[at + 1] = '2';
    Files.write(checkpoint, whole);
    try (Owner owner = folder.own()) {
      RunFolderException e = assertThrows(RunFolderException.class, () -> owner.take("first", 0));
      assertEquals(
          checkpoint + " is of layout 2, newer than 1: a newer Engram reads it", e.getMessage());
    }
    assertTrue(Files.exists(checkpoint));
  }

  /// Leaves a replicate as a kill does: `before` points, a checkpoint, `after` points more.
  private static void interrupted(RunFolder folder, int before, int after) {
    try (Owner owner = folder.own();
        TakenReplicate taken = owner.take("first", 0).orElseThrow()) {
      for (int i = 0; i < before; i++) {
        taken.append(Fixture.entry(i));
      }
      taken.checkpoint(before, Fixture.state(before), 2.5);
      for (int i = 0; i < after; i++) {
        taken.append(Fixture.entry(100 + i));
      }
    }
  }
}
