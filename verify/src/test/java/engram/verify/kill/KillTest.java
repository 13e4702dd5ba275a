// SPDX-License-Identifier: Apache-2.0
package engram.verify.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.lab.measure.Replicate;
import engram.lab.store.ReplicateState;
import engram.lab.store.RunFolder;
import engram.random.RandomStream;
import engram.random.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 300, unit = TimeUnit.SECONDS)
class KillTest {
  private static final int KILLS = 50;
  private static final long SEED = 20261124;

  @TempDir Path home;

  /// Kills (SIGKILL) a running process 50 times at random moments, from its start to some way into
  /// its work, and lets the next one go on. Whatever was finished stays finished, and each folder
  /// comes out with the digest of a run that nobody disturbed.
  @Test
  void losesNothingAndDoublesNothingOverFiftyKills() throws IOException, InterruptedException {
    RunFolder whole = Forked.folder(home);
    Forked.run(whole);
    RandomStream random = Seeds.of(SEED).stream("kills");
    Path log = Files.createFile(home.resolve("log"));
    RunFolder folder = Forked.folder(home);
    int kills = 0;
    int inWork = 0;
    int folders = 1;
    Set<Integer> finished = new HashSet<>();
    while (kills < KILLS) {
      long begun = began(log);
      Process process = Forked.start(folder, log);
      if (random.nextInt(5) > 0) {
        while (process.isAlive() && began(log) == begun) {
          process.waitFor(2, TimeUnit.MILLISECONDS);
        }
      }
      if (!process.waitFor(random.nextInt(120), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
        kills++;
        inWork += began(log) > begun ? 1 : 0;
      }
      Set<Integer> now = finishedIn(folder);
      assertTrue(now.containsAll(finished), "seed " + SEED + ", kill " + kills + ": " + now);
      finished = now;
      if (finished.size() == Forked.REPLICATES && kills < KILLS) {
        assertEquals(whole.digest(), folder.digest(), "seed " + SEED + ", kill " + kills);
        folder = Forked.folder(home);
        finished = new HashSet<>();
        folders++;
      }
    }
    Process last = Forked.start(folder, log);
    assertEquals(0, last.waitFor(), () -> tail(log));
    assertEquals(whole.digest(), folder.digest(), "seed " + SEED);
    assertWhole(folder, whole);
    long resumed = Forked.said(log, "resumed ");
    assertTrue(
        inWork >= KILLS / 2 && resumed >= 10,
        inWork + " kills in work, " + resumed + " resumed, " + folders + " folders");
    assertEquals(0, Forked.said(log, "failed ") + Forked.said(log, "refused "), () -> tail(log));
  }

  /// Two processes on one folder share its replicates: each is computed once.
  @Test
  void twoProcessesShareARun() throws IOException, InterruptedException {
    RunFolder whole = Forked.folder(home);
    Forked.run(whole);
    RunFolder folder = Forked.folder(home);
    List<Path> logs = List.of(home.resolve("log0"), home.resolve("log1"));
    Process one = Forked.start(folder, logs.get(0));
    Process two = Forked.start(folder, logs.get(1));
    assertEquals(0, one.waitFor(), () -> tail(logs.get(0)));
    assertEquals(0, two.waitFor(), () -> tail(logs.get(1)));
    assertEquals(whole.digest(), folder.digest());
    assertWhole(folder, whole);
    long finished = Forked.said(logs.get(0), "finished ") + Forked.said(logs.get(1), "finished ");
    long begun = began(logs.get(0)) + began(logs.get(1));
    assertEquals(Forked.REPLICATES, finished);
    assertEquals(Forked.REPLICATES, begun);
  }

  /// Nothing stands twice, nothing is left over.
  private static void assertWhole(RunFolder folder, RunFolder whole) throws IOException {
    List<Replicate> expected = whole.results("wanderer").replicates();
    assertEquals(expected, folder.results("wanderer").replicates());
    try (Stream<Path> files = Files.list(folder.path().resolve("wanderer"))) {
      assertEquals(
          Set.of("params.json", "000.jsonl", "001.jsonl", "002.jsonl", "003.jsonl", "004.jsonl"),
          Set.copyOf(files.map(file -> file.getFileName().toString()).toList()));
    }
  }

  private static Set<Integer> finishedIn(RunFolder folder) {
    Set<Integer> finished = new HashSet<>();
    for (int i = 0; i < Forked.REPLICATES; i++) {
      if (folder.state("wanderer", i) == ReplicateState.FINISHED) {
        finished.add(i);
      }
    }
    return finished;
  }

  private static long began(Path log) throws IOException {
    return Forked.said(log, "began ") + Forked.said(log, "resumed ");
  }

  private static String tail(Path log) {
    try {
      String text = Files.readString(log);
      return text.substring(Math.max(0, text.length() - 2000));
    } catch (IOException e) {
      return e.toString();
    }
  }
}
