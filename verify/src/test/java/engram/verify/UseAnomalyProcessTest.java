// SPDX-License-Identifier: Apache-2.0
package engram.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.state.Safetensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `engram use anomaly` in a process of its own: killed for good, short of disk, on a file that
/// grows or shrinks while it is read.
@Timeout(value = 300, unit = TimeUnit.SECONDS)
final class UseAnomalyProcessTest {
  private static final int ROWS = 900;
  private static final int KILLS = 3;
  private static final int PATIENCE_MS = 60_000;
  private static final List<String> SMALL_JVM = List.of("-XX:+UseSerialGC", "-Xmx256m");

  @TempDir Path folder;

  private static String row(int i) {
    Instant time = Instant.ofEpochSecond(1_400_000_000 + 300L * i);
    return time + "," + (10 * (i % 6) + i * 7 % 3 + (i == 700 ? 500 : 0)) + "\n";
  }

  private Path table(int rows) throws IOException {
    StringBuilder table = new StringBuilder("time,load\n");
    for (int i = 0; i < rows; i++) {
      table.append(row(i));
    }
    return Files.writeString(folder.resolve("table.csv"), table);
  }

  private Path checkpoint() {
    return folder.resolve("checkpoint");
  }

  private String[] words(String... more) {
    List<String> words =
        new ArrayList<>(
            List.of("use", "anomaly", folder.resolve("table.csv").toString(), "--warm-up=40"));
    words.addAll(List.of(more));
    return words.toArray(String[]::new);
  }

  private String[] keeping() {
    return words(
        "--checkpoint",
        checkpoint().toString(),
        "--every=30",
        "--out",
        folder.resolve("rows").toString());
  }

  /// The rows of a run that nobody disturbs.
  private String whole() {
    Engram.Did did = Engram.alone(folder.resolve("home")).run(words());
    assertEquals(0, did.code(), did::toString);
    return did.out();
  }

  private long behind() {
    return Files.exists(checkpoint()) ? Safetensors.read(checkpoint()).number("records") : 0;
  }

  private static void waitFor(Process process, Callable<Boolean> what) throws Exception {
    for (int ms = 0; !what.call() && process.isAlive() && ms < PATIENCE_MS; ms += 5) {
      process.waitFor(5, TimeUnit.MILLISECONDS);
    }
  }

  @Test
  void killedForGoodItNeitherRepeatsNorLosesARow() throws Exception {
    table(ROWS);
    int kills = 0;
    for (int k = 1; k <= KILLS; k++) {
      int from = k * (ROWS / (KILLS + 2)) + 17;
      EngramProcess engram = EngramProcess.java(folder, SMALL_JVM, keeping());
      try {
        waitFor(engram.process(), () -> behind() >= from);
        kills += engram.process().isAlive() ? 1 : 0;
      } finally {
        engram.process().destroyForcibly().waitFor();
      }
    }
    assertTrue(kills >= 2, kills + " kills");
    Engram.Did last = EngramProcess.java(folder, SMALL_JVM, keeping()).join();
    assertEquals(0, last.code(), last::toString);
    assertTrue(last.err().contains("goes on after "), last::toString);
    assertTrue(last.out().startsWith("1 alarm in 900 rows"), last::toString);
    assertEquals(whole(), Files.readString(folder.resolve("rows")));
  }

  /// A limit on the size of files stands for a disk that is full when the checkpoint grows.
  @Test
  void aFullDiskKeepsTheFormerCheckpoint() throws Exception {
    table(200);
    String limited = "ulimit -f 48; exec \"$@\"";
    List<String> command =
        new ArrayList<>(
            List.of(
                "bash",
                "-c",
                limited,
                "bash",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "engram.cli.Main"));
    command.addAll(List.of(keeping()));
    Engram.Did full = EngramProcess.start(folder, command).join();
    assertEquals(50, full.code(), full::toString);
    assertTrue(full.err().contains("the former one is kept"), full::toString);
    long kept = behind();
    assertTrue(kept < 200, "kept " + kept);
    Engram.Did last = EngramProcess.java(folder, SMALL_JVM, keeping()).join();
    assertEquals(0, last.code(), last::toString);
    assertEquals(whole(), Files.readString(folder.resolve("rows")));
  }

  @Test
  void itFollowsAFileThatGrowsUntilInterrupted() throws Exception {
    Path table = table(60);
    EngramProcess engram =
        EngramProcess.java(
            folder, SMALL_JVM, words("--follow", "--checkpoint", checkpoint().toString()));
    waitFor(engram.process(), () -> Files.readString(engram.out()).lines().count() == 61);
    for (int i = 60; i < 80; i++) {
      Files.writeString(table, row(i), StandardOpenOption.APPEND);
    }
    Files.writeString(table, "2014-05-1", StandardOpenOption.APPEND);
    waitFor(engram.process(), () -> Files.readString(engram.out()).lines().count() == 81);
    engram.interrupt();
    Engram.Did did = engram.join();
    assertEquals(130, did.code(), did::toString);
    assertTrue(did.err().contains("what was read is kept"), did::toString);
    assertEquals(80, behind());
    table(80);
    assertEquals(whole(), did.out());
  }

  @Test
  void aFileThatShrinksWhileItIsReadIsRefused() throws Exception {
    Path table = table(60);
    EngramProcess engram = EngramProcess.java(folder, SMALL_JVM, words("--follow"));
    waitFor(engram.process(), () -> Files.readString(engram.out()).lines().count() == 61);
    Files.writeString(table, "time,load\n");
    Engram.Did did = engram.join();
    assertEquals(21, did.code(), did::toString);
    assertTrue(did.err().contains("it became shorter"), did::toString);
  }
}
