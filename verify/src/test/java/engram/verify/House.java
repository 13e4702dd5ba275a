// SPDX-License-Identifier: Apache-2.0
package engram.verify;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Where the house stands and what is in it.
final class House {
  /// Modules with code that is shipped or run, in the order of the layers.
  static final List<String> MODULES = List.of("core", "lab", "papers", "cli", "bench");

  /// The layer of each package directly below the root; a package imports smaller numbers only, or
  /// its own.
  static final Map<String, Integer> LAYERS =
      Map.ofEntries(
          Map.entry("error", 0),
          Map.entry("source", 0),
          Map.entry("kernel", 0),
          Map.entry("math", 0),
          Map.entry("random", 0),
          Map.entry("stats", 0),
          Map.entry("state", 0),
          Map.entry("plasticity", 1),
          Map.entry("autodiff", 1),
          Map.entry("graph", 1),
          Map.entry("signal", 1),
          Map.entry("neuron", 1),
          Map.entry("data", 1),
          Map.entry("readout", 1),
          Map.entry("memory", 2),
          Map.entry("spiking", 2),
          Map.entry("sequence", 2),
          Map.entry("belief", 2),
          Map.entry("credit", 2),
          Map.entry("flow", 2),
          Map.entry("continual", 2),
          Map.entry("vision", 2),
          Map.entry("fusion", 2),
          Map.entry("function", 2),
          Map.entry("language", 2),
          Map.entry("brain", 2),
          Map.entry("lens", 2),
          Map.entry("world", 2),
          Map.entry("lab", 3),
          Map.entry("paper", 4),
          Map.entry("cli", 5),
          Map.entry("bench", 5));

  private House() {}

  /// The root of the checkout.
  static Path root() {
    return Repository.file("").normalize();
  }

  /// Every class of the modules, without their tests.
  static JavaClasses classes() {
    List<Path> folders =
        MODULES.stream()
            .map(m -> root().resolve(m).resolve("target/classes"))
            .filter(Files::isDirectory)
            .toList();
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_PACKAGE_INFOS)
        .withImportOption(location -> !location.contains("module-info"))
        .withImportOption(location -> !location.contains("jmh_generated"))
        .importPaths(folders);
  }

  /// The hand-written Java files of a module, tests among them if asked.
  static List<Path> sources(String module, boolean tests) {
    Path folder = root().resolve(module).resolve(tests ? "src" : "src/main/java");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A file's text.
  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
