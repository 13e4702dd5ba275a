// SPDX-License-Identifier: Apache-2.0
package engram.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whole processes, because the form is chosen once in each.
class KernelsTest {
  private static final String MODULE = "--add-modules=jdk.incubator.vector";
  private static final int HOT = 40;

  @TempDir Path folder;

  @Test
  void everyFormGivesTheSameBitsColdAndCompiled() throws Exception {
    List<String> oracle = digests(run(1, MODULE, "-Dengram.kernel=scalar", "-Xint"));
    assertEquals(4, oracle.size());
    for (String form : List.of("scalar", "256", "512", "auto")) {
      assertEquals(
          oracle, digests(run(HOT, MODULE, "-Dengram.kernel=" + form)), form + " compiled");
    }
    assertEquals(
        oracle, digests(run(1, MODULE, "-Dengram.kernel=256", "-Xint")), "256 interpreted");
    assertEquals(
        oracle, digests(run(1, MODULE, "-Dengram.kernel=512", "-Xint")), "512 interpreted");
    assertEquals(
        oracle, digests(run(HOT, MODULE, "-Dengram.kernel=512", "-XX:TieredStopAtLevel=1")));
  }

  @Test
  void formIsNamed() throws Exception {
    assertEquals("vector 256", run(1, MODULE, "-Dengram.kernel=256").out().getFirst());
    assertEquals("vector 512", run(1, MODULE, "-Dengram.kernel=512").out().getFirst());
    assertEquals("scalar (asked for)", run(1, MODULE, "-Dengram.kernel=scalar").out().getFirst());
  }

  @Test
  void missingModuleIsSaidOnceAndLoudlyAndChangesNoBit() throws Exception {
    Ended absent = run(3, "-Djava.util.logging.SimpleFormatter.format=%4$s %5$s%n");
    assertEquals("scalar (vector module absent)", absent.out().getFirst());
    assertEquals(
        List.of(
            "WARNING vector module absent: the same results, many times slower; start Java with"
                + " --add-modules jdk.incubator.vector"),
        absent.errors());
    assertEquals(digests(run(1, MODULE, "-Dengram.kernel=512")), digests(absent));
  }

  @Test
  void unknownFormIsRefused() throws Exception {
    Ended refused = start(1, MODULE, "-Dengram.kernel=1024");
    assertNotEquals(0, refused.code());
    assertTrue(
        refused.errors().stream()
            .anyMatch(line ->
                line.endsWith("engram.kernel must be auto, scalar, 256 or 512, was '1024'")),
        refused.toString());
  }

  private static List<String> digests(Ended ended) {
    return ended.out().subList(1, ended.out().size());
  }

  private Ended run(int rounds, String... flags) throws IOException, InterruptedException {
    Ended ended = start(rounds, flags);
    assertEquals(0, ended.code(), ended.toString());
    return ended;
  }

  private Ended start(int rounds, String... flags) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UseSerialGC");
    command.addAll(List.of(flags));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(KernelDigest.class.getName(), Integer.toString(rounds)));
    Path out = folder.resolve("out");
    Path errors = folder.resolve("errors");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(errors.toFile())
            .start();
    int code = process.waitFor();
    List<String> said = new ArrayList<>(Files.readAllLines(errors, StandardCharsets.UTF_8));
    said.removeIf(line -> line.contains("incubator module"));
    return new Ended(code, Files.readAllLines(out, StandardCharsets.UTF_8), said);
  }

  private record Ended(int code, List<String> out, List<String> errors) {}
}
