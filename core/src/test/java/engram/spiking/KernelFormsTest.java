// SPDX-License-Identifier: Apache-2.0
package engram.spiking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whole processes, since the form of the kernel is chosen once in each.
final class KernelFormsTest {
  @TempDir Path folder;

  @Test
  void spikesAndWeightsAreTheSameForEveryFormAndNumberOfThreads() throws Exception {
    List<String> scalar = run("scalar", 1);
    assertEquals("scalar (asked for)", scalar.getFirst());
    assertEquals(4, scalar.size(), scalar.toString());
    for (String line : scalar.subList(1, scalar.size())) {
      int spikes = Integer.parseInt(line.replaceAll(".*: (\\d+) spikes.*", "$1"));
      assertTrue(spikes > 1_000, "too few spikes to tell: " + line);
    }
    assertSame(scalar, "vector 256", run("256", 1));
    assertSame(scalar, "vector 512", run("512", 2));
  }

  private static void assertSame(List<String> scalar, String form, List<String> lines) {
    assertEquals(form, lines.getFirst());
    assertEquals(scalar.subList(1, scalar.size()), lines.subList(1, lines.size()), form);
  }

  private List<String> run(String form, int threads) throws Exception {
    Path out = folder.resolve("out");
    Path errors = folder.resolve("errors");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--add-modules=jdk.incubator.vector");
    command.add("-Dengram.kernel=" + form);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(SpikingDigest.class.getName(), Integer.toString(threads)));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(errors.toFile())
            .start();
    assertEquals(0, process.waitFor(), Files.readString(errors));
    return Files.readAllLines(out, StandardCharsets.UTF_8);
  }
}
