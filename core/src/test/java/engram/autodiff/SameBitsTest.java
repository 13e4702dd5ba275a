// SPDX-License-Identifier: Apache-2.0
package engram.autodiff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whole processes, since the form of the kernel is chosen once in each.
final class SameBitsTest {
  @TempDir Path folder;

  @Test
  void trainedNetIsTheSameForEveryFormAndNumberOfThreads() throws Exception {
    List<String> expected = digests("scalar", 1);
    assertEquals(2, expected.size(), expected.toString());
    assertEquals(expected, digests("256", 1), "256");
    assertEquals(expected, digests("512", 1), "512");
    assertEquals(expected, digests("auto", 2), "two threads");
  }

  private List<String> digests(String form, int threads) throws Exception {
    Path out = folder.resolve("out");
    Path errors = folder.resolve("errors");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--add-modules=jdk.incubator.vector");
    command.add("-Dengram.kernel=" + form);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(AutodiffDigest.class.getName(), Integer.toString(threads)));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(errors.toFile())
            .start();
    assertEquals(0, process.waitFor(), Files.readString(errors));
    return Files.readAllLines(out, StandardCharsets.UTF_8);
  }
}
