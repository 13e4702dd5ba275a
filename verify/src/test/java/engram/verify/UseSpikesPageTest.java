// SPDX-License-Identifier: Apache-2.0
package engram.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.verify.Engram.Did;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs the program that `docs/use-spikes.md` prints and the tool on what it writes, and holds both
/// against what the page shows.
final class UseSpikesPageTest {
  @TempDir Path folder;

  private static String page() throws Exception {
    return Files.readString(Repository.file("docs/use-spikes.md"));
  }

  /// What the page shows behind a command.
  private static String shown(String command) throws Exception {
    Matcher block =
        Pattern.compile(
                "    \\$ \\./engram " + Pattern.quote(command) + "[^\n]*\n((    [^\n]*\n)+)")
            .matcher(page());
    assertTrue(block.find(), command);
    return block.group(1).replaceAll("(?m)^    ", "");
  }

  @Test
  void programAndToolSayWhatThePageShows() throws Exception {
    Matcher block = Pattern.compile("```java\n(import .*?)```", Pattern.DOTALL).matcher(page());
    assertTrue(block.find(), "a block of Java in the page");
    String one = folder.resolve("one.txt").toString();
    String twin = folder.resolve("twin.txt").toString();
    String code = block.group(1).replace("one.txt", one).replace("twin.txt", twin);
    Path file = Files.writeString(folder.resolve("Twins.java"), code);
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp"));
    command.addAll(List.of(System.getProperty("java.class.path"), file.toString()));
    Did made = EngramProcess.start(folder, command).join();
    assertEquals(0, made.code(), made::toString);
    Engram engram = Engram.alone(folder.resolve("home"));
    assertEquals(shown("use spikes one.txt --figure"), engram.run("use", "spikes", one).out());
    assertEquals(
        shown("use spikes one.txt twin.txt"),
        engram.run("use", "spikes", one, twin, "--allow-silent").out());
    Path drawn = folder.resolve("one.svg");
    assertEquals(0, engram.run("use", "spikes", one, "--figure", drawn.toString()).code());
    assertEquals(
        Files.readString(Repository.file("docs/pictures/spikes.svg")), Files.readString(drawn));
  }

  @Test
  void optionsOfThePageExist() throws Exception {
    String help = Engram.alone(folder.resolve("home")).run("use", "spikes", "--help").out();
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
