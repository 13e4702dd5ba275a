// SPDX-License-Identifier: Apache-2.0
package engram.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The programs of `docs/your-first-network.md` run as they stand there and print what their
/// comments say.
final class YourFirstNetworkTest {
  private static final Pattern PROGRAM = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern PRINTED = Pattern.compile("IO\\.println\\(.*\\); // (.*)");

  @TempDir Path folder;

  @Test
  void programsPrintWhatTheySay() throws IOException, InterruptedException {
    Matcher programs =
        PROGRAM.matcher(House.text(House.root().resolve("docs/your-first-network.md")));
    int count = 0;
    while (programs.find()) {
      count++;
      String program = programs.group(1);
      List<String> expected = PRINTED.matcher(program).results().map(m -> m.group(1)).toList();
      assertFalse(expected.isEmpty(), "a program must say what it prints");
      assertEquals(expected, run(program));
    }
    assertEquals(3, count);
  }

  private List<String> run(String program) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("Network.java"), program);
    Path notes = folder.resolve("notes");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules",
                "jdk.incubator.vector",
                "-cp",
                System.getProperty("java.class.path"),
                file.toString())
            .redirectError(notes.toFile())
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), Files.readString(notes));
    return out.lines().toList();
  }
}
