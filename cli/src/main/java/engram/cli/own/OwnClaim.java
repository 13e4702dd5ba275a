// SPDX-License-Identifier: Apache-2.0
package engram.cli.own;

import engram.cli.words.UsageException;
import engram.lab.Experiment;
import engram.lab.Paper;
import engram.lab.Study;
import engram.lab.claim.Known;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// A person's own claim: one `.java` file, compiled in memory, with one or more public experiments
/// (or a whole study) in it.
public final class OwnClaim {
  private OwnClaim() {}

  /// Compiles the file and finds its study; experiments without one become the study of the file.
  ///
  /// @throws UsageException if the file is not there, does not compile (with the compiler's own
  ///   message, line and column), or holds nothing to run
  public static Study study(Path file) {
    if (!Files.isReadable(file)) {
      throw new UsageException("no file " + file + " to check");
    }
    ClassesInMemory loader =
        new ClassesInMemory(Compilation.of(file), OwnClaim.class.getClassLoader());
    List<Study> studies = loader.services(Study.class);
    if (studies.size() == 1) {
      requireClaims(file, studies.getFirst().experiments());
      return studies.getFirst();
    }
    @SuppressWarnings("unchecked")
    List<Experiment<?>> experiments =
        (List<Experiment<?>>) (List<?>) loader.services(Experiment.class);
    if (experiments.isEmpty()) {
      throw new UsageException(
          file
              + " holds no public class that implements engram.lab.Experiment and has a public constructor without arguments");
    }
    requireClaims(file, experiments);
    return new Own(paper(file), experiments);
  }

  /// Asks for the claims: what the contract refuses in them is a mistake of the file's author.
  private static void requireClaims(Path file, List<Experiment<?>> experiments) {
    try {
      experiments.forEach(Experiment::claims);
    } catch (IllegalArgumentException | IllegalStateException e) {
      UsageException usage = new UsageException(file + ": " + e.getMessage());
      usage.initCause(e);
      throw usage;
    }
  }

  private record Own(Paper paper, List<Experiment<?>> experiments) implements Study {}

  private static Paper paper(Path file) {
    String name = file.getFileName().toString().replaceFirst("\\.java$", "");
    String slug =
        name.replaceAll("([a-z0-9])([A-Z])", "$1-$2")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+|-+$", "");
    return new Paper(
        slug.isEmpty() ? "own-claim" : slug,
        0,
        new Paper.Citation(name, "your own claim", 0, ""),
        Known.NOT_STATED,
        "nothing was published",
        List.of(),
        List.of());
  }
}
