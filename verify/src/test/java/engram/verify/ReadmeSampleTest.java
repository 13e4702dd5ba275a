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

/// The README's program runs as it stands there and prints what its comments say.
final class ReadmeSampleTest {
  private static final Pattern SAMPLE =
      Pattern.compile("```java\n(.*?void main\\(\\).*?)```", Pattern.DOTALL);
  private static final Pattern PRINTED = Pattern.compile("IO\\.println\\(.*\\); // (.*)");

  @TempDir Path folder;

  @Test
  void printsWhatItSays() throws IOException, InterruptedException {
    Matcher sample = SAMPLE.matcher(House.text(House.root().resolve("README.md")));
    int samples = 0;
    while (sample.find()) {
      samples++;
      String program = sample.group(1);
      List<String> expected = PRINTED.matcher(program).results().map(m -> m.group(1)).toList();
      assertFalse(expected.isEmpty(), "the sample must say what it prints");
      assertEquals(expected, run(program));
    }
    assertFalse(samples == 0, "README must have a program");
  }

  private List<String> run(String program) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("Sample.java"), program);
    Path notes = folder.resolve("notes");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
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
