// SPDX-License-Identifier: Apache-2.0
package engram.lab.store;

import engram.error.RunFolderException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All runs under a person's home.
public final class Runs {
  private Runs() {}

  /// A folder among the runs, readable or not.
  ///
  /// @param path where it is
  /// @param run the run; empty if it cannot be read
  /// @param problem why it cannot be read; empty if it can
  public record Listed(Path path, Optional<RunFolder> run, String problem) {}

  /// Every run under the home, the latest first; what cannot be read (a newer format, a damaged
  /// file) is listed with the problem.
  public static List<Listed> list(Path home) {
    return folders(home).stream().map(Runs::read).toList();
  }

  /// The run whose id begins so, or whose folder is called so.
  ///
  /// @throws IllegalArgumentException if there is none, or more than one
  /// @throws RunFolderException if it cannot be read
  public static RunFolder find(Path home, String idPrefix) {
    List<Path> all = folders(home);
    List<Path> found =
        all.stream()
            .filter(path -> id(path).startsWith(idPrefix) || path.endsWith(idPrefix))
            .toList();
    if (idPrefix.isEmpty() || found.size() != 1) {
      List<Path> near = found.isEmpty() ? all : found;
      throw new IllegalArgumentException(
          "run must be the id of one run, or its beginning"
              + (near.isEmpty() ? " (there are no runs)" : ", such as " + id(near.getFirst()))
              + ", was "
              + idPrefix
              + (found.size() > 1 ? ", which is the beginning of " + found.size() : ""));
    }
    return RunFolder.open(found.getFirst());
  }

  /// The folder of all runs under a home.
  static Path folder(Path home) {
    return home.resolve("runs");
  }

  /// Why a file could not be read or written, in words.
  static String reason(IOException e) {
    if (e instanceof AccessDeniedException denied) {
      return denied.getFile() + " may not be written or read";
    }
    if (e instanceof NoSuchFileException missing) {
      return missing.getFile() + " does not exist and cannot be made";
    }
    if (e instanceof FileSystemException file && file.getReason() != null) {
      return file.getReason();
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private static Listed read(Path path) {
    try {
      return new Listed(path, Optional.of(RunFolder.open(path)), "");
    } catch (RunFolderException e) {
      return new Listed(path, Optional.empty(), String.valueOf(e.getMessage()));
    }
  }

  private static List<Path> folders(Path home) {
    Path runs = folder(home);
    if (!Files.isDirectory(runs)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.list(runs)) {
      return paths
          .filter(path -> !path.getFileName().toString().startsWith("."))
          .filter(path -> Files.exists(path.resolve("run.json")))
          .sorted(Comparator.comparing((Path path) -> path.getFileName().toString()).reversed())
          .toList();
    } catch (IOException e) {
      throw new RunFolderException(runs + " cannot be read: " + reason(e), e);
    }
  }

  private static String id(Path path) {
    String name = path.getFileName().toString();
    return name.substring(name.lastIndexOf('-') + 1);
  }
}
