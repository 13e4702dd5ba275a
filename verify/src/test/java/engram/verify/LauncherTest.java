// SPDX-License-Identifier: Apache-2.0
package engram.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.lab.store.RunFolder;
import engram.lab.store.Runs;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What only a process of its own can show: Ctrl-C, exit codes of the JVM, a JVM without the vector
/// module, the launcher's own words.
@Timeout(value = 150, unit = TimeUnit.SECONDS)
final class LauncherTest {
  private static final List<String> VECTORS = List.of("--add-modules", "jdk.incubator.vector");

  @TempDir Path folder;

  @Test
  void experimentThatHangsIsInterruptedAndResumed() throws Exception {
    Path gate = folder.resolve("gate");
    Path file = waiting(gate, "progress.at(0);");
    Path home = folder.resolve("home");
    RunFolder run = interrupted(file, home);

    Files.createFile(gate);
    Engram.Did resumed = Engram.alone(home).run("runs", "resume", run.id());
    assertEquals(0, resumed.code(), resumed::toString);
    assertTrue(resumed.out().contains("  holds  "), resumed::toString);

    Path other = folder.resolve("other");
    Engram.Did whole = Engram.alone(other).run("check", file.toString());
    assertEquals(0, whole.code(), whole::toString);
    assertEquals(
        Runs.list(other).getFirst().run().orElseThrow().digest(),
        RunFolder.open(run.path()).digest());
  }

  /// One that never calls the lab cannot be asked to leave; it is left behind.
  @Test
  void experimentThatDoesNotAnswerIsInterruptedToo() throws Exception {
    Path file = waiting(folder.resolve("gate"), "");
    RunFolder run = interrupted(file, folder.resolve("home"));
    assertEquals(0, run.finished("coin").size());
  }

  private RunFolder interrupted(Path file, Path home) throws Exception {
    EngramProcess process =
        EngramProcess.java(folder, VECTORS, "check", file.toString(), "--home", home.toString());
    while (process.process().isAlive() && !hasBegun(home)) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    process.interrupt();
    Engram.Did did = process.join();
    assertEquals(130, did.code(), did::toString);
    RunFolder run = Runs.list(home).getFirst().run().orElseThrow();
    assertTrue(did.err().contains("engram runs resume " + run.id()), did::toString);
    return run;
  }

  private static boolean hasBegun(Path home) throws Exception {
    Path runs = home.resolve("runs");
    if (!Files.isDirectory(runs)) {
      return false;
    }
    try (var files = Files.walk(runs)) {
      return files.anyMatch(f -> f.toString().endsWith(".jsonl"));
    } catch (UncheckedIOException _) {
      return false; // A file was renamed while we looked.
    }
  }

  private Path waiting(Path gate, String meanwhile) {
    String run =
        """
        Progress progress = trial.progress("waiting", 1);
            while (!java.nio.file.Files.exists(java.nio.file.Path.of("%s"))) {
              java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
              %s
            }
            %s
        """
            .formatted(gate, meanwhile, OwnFile.COIN);
    return OwnFile.write(folder, "Waiting", OwnFile.CONTROL, run);
  }

  @Test
  void exitCodesReachTheShell() throws Exception {
    Engram.Did unknown = EngramProcess.java(folder, VECTORS, "check", "sdrr").join();
    assertEquals(2, unknown.code(), unknown::toString);
    Engram.Did none =
        EngramProcess.java(folder, VECTORS, "data", "path", "mnist", "--home", folder.toString())
            .join();
    assertTrue(none.code() == 20 || Files.isDirectory(Path.of(none.out().strip())), none::toString);
  }

  @Test
  void missingVectorModuleIsSaidInOneLineAndComputesTheSame() throws Exception {
    Path file = OwnFile.good(folder);
    Path home = folder.resolve("home");
    Engram.Did did =
        EngramProcess.java(
                folder, List.of(), "check", file.toString(), "--quiet", "--home", home.toString())
            .join();
    assertEquals(0, did.code(), did::toString);
    assertTrue(did.out().contains("  holds  "), did::toString);
    RunFolder run = Runs.list(home).getFirst().run().orElseThrow();
    assertEquals("scalar (vector module absent)", run.plan().provenance().computer().kernel());
    assertFalse((did.out() + did.err()).contains("\u001b"), did::toString);
  }

  @Test
  void launcherHelpsWithTheGatesWithoutBuilding() throws Exception {
    String launcher = Repository.file("engram").toString();
    Engram.Did did =
        EngramProcess.start(folder, List.of("bash", launcher, "test", "--help")).join();
    assertEquals(0, did.code(), did::toString);
    assertTrue(did.out().startsWith("Usage: engram test"), did::toString);
    assertEquals("", did.err());
  }
}
