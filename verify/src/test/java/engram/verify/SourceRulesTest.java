// SPDX-License-Identifier: Apache-2.0
package engram.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The rules of the house over source files.
final class SourceRulesTest {
  private static final int MOST_LINES = 600;
  private static final int MOST_LINES_OF_AN_EXPERIMENT = 150;
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([a-z.]+);");

  @Test
  void noFileIsTooLong() {
    Map<String, String> exempt = new HashMap<>();
    House.text(House.root().resolve("verify/src/test/resources/engram/verify/long-files.txt"))
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .forEach(line -> exempt.put(line.split("\\|", 2)[0].strip(), line));
    List<String> tooLong = new ArrayList<>();
    int seen = 0;
    for (String module : List.of("core", "lab", "papers", "cli", "verify", "bench")) {
      for (Path file : House.sources(module, true)) {
        String name = House.root().relativize(file).toString();
        seen++;
        long lines = House.text(file).lines().count();
        if (lines > most(file) && exempt.remove(name) == null) {
          tooLong.add(name + ": " + lines + " lines, at most " + most(file));
        }
      }
    }
    assertTrue(seen > 60, "the rule saw only " + seen + " files");
    assertEquals(List.of(), tooLong);
    assertEquals(Map.of(), exempt, "exemptions that nothing needs any more");
  }

  private static int most(Path file) {
    return House.text(file).contains("implements Experiment<") && file.toString().contains("papers")
        ? MOST_LINES_OF_AN_EXPERIMENT
        : MOST_LINES;
  }

  @Test
  void everyPackageSaysWhatItIsAndWhatItRefersTo() {
    List<String> faults = new ArrayList<>();
    int seen = 0;
    for (String module : House.MODULES) {
      TreeSet<Path> folders = new TreeSet<>();
      House.sources(module, false).stream()
          .filter(f -> !f.endsWith("module-info.java"))
          .forEach(f -> folders.add(f.getParent()));
      for (Path folder : folders) {
        seen++;
        Path info = folder.resolve("package-info.java");
        String text = Files.exists(info) ? House.text(info) : "";
        if (!text.contains("@NullMarked")) {
          faults.add(folder + " is not @NullMarked");
        }
        if (!text.contains("References") && !text.contains("No references")) {
          faults.add(folder + " names neither References nor No references");
        }
      }
    }
    assertTrue(seen > 12, "the rule saw only " + seen + " packages");
    assertEquals(List.of(), faults);
  }

  @Test
  void everyPackageOfALibraryModuleIsExported() {
    List<String> faults = new ArrayList<>();
    for (String module : List.of("core", "lab")) {
      String info = House.text(House.root().resolve(module + "/src/main/java/module-info.java"));
      for (Path file : House.sources(module, false)) {
        Matcher name = PACKAGE.matcher(House.text(file));
        if (file.endsWith("package-info.java")
            && name.find()
            && !name.group(1).contains(".internal")
            && !info.contains("exports " + name.group(1) + ";")) {
          faults.add(name.group(1) + " is not exported by module " + module);
        }
      }
    }
    assertEquals(List.of(), faults);
  }

  @Test
  void noPathOfAMachineStandsInTheTree() {
    List<String> faults = new ArrayList<>();
    Pattern machine = Pattern.compile("/(work|root|home/[a-z]+)/[a-z]");
    for (String module : List.of("core", "lab", "papers", "cli", "verify", "bench")) {
      for (Path file : House.sources(module, true)) {
        if (!file.endsWith("SourceRulesTest.java") && machine.matcher(House.text(file)).find()) {
          faults.add(file.toString());
        }
      }
    }
    assertEquals(List.of(), faults);
  }
}
