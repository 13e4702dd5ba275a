// SPDX-License-Identifier: Apache-2.0
package engram.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.verify.Engram.Did;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs the program that `docs/use-anomaly.md` prints, as its reader would, and holds the options
/// that the page names against those that there are.
final class UseAnomalyPageTest {
  @TempDir Path folder;

  private static String page() throws Exception {
    return Files.readString(Repository.file("docs/use-anomaly.md"));
  }

  @Test
  void programRunsAndGoesOnFromItsFile() throws Exception {
    Matcher block = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(page());
    assertTrue(block.find(), "a block of Java in the page");
    Path kept = folder.resolve("detector.safetensors");
    String code = block.group(1).replace("detector.safetensors", kept.toString());
    Path file = Files.writeString(folder.resolve("Watch.java"), code);
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            file.toString());
    Did first = EngramProcess.start(folder, command).join();
    assertEquals(0, first.code(), first::toString);
    assertTrue(first.out().contains("2026-01-01T04:10:00Z came 400.0\n"), first::toString);
    assertTrue(Files.size(kept) > 0);
    assertEquals(0, EngramProcess.start(folder, command).join().code());
  }

  @Test
  void optionsOfThePageExist() throws Exception {
    Engram engram = Engram.alone(folder.resolve("home"));
    String help =
        engram.run("use", "anomaly", "--help").out()
            + engram.run("use", "forecast", "--help").out();
    Matcher option = Pattern.compile("(--[a-z][a-z-]+)").matcher(page());
    int seen = 0;
    while (option.find()) {
      String name = option.group(1);
      assertTrue(help.contains(name), () -> name + " is no option");
      seen++;
    }
    assertTrue(seen > 15, seen + " options");
  }
}
