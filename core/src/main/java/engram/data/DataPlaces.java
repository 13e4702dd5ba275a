// SPDX-License-Identifier: Apache-2.0
package engram.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The folders in which data sets are sought, first to last; a set lies in a folder of its name
/// inside one of them. After these comes the place where a distribution's package puts the set.
///
/// @param folders where to seek, first to last
/// @param own the folder among them into which a person puts data
/// @param systemRoot the root below which distributions install
public record DataPlaces(List<Path> folders, Path own, Path systemRoot) {
  /// Copies.
  public DataPlaces {
    folders = List.copyOf(folders);
  }

  /// The usual order: the option `--data`, the environment's `ENGRAM_DATA`, the person's own data
  /// folder, `../shared/data` beside a checkout.
  ///
  /// @param option what `--data` said
  /// @param environment the environment's variables
  /// @param home Engram's home; see [#home]
  /// @param checkout the root of a checkout, if this runs from one
  public static DataPlaces usual(
      Optional<Path> option, Map<String, String> environment, Path home, Optional<Path> checkout) {
    List<Path> folders = new ArrayList<>();
    option.ifPresent(folders::add);
    String variable = environment.getOrDefault("ENGRAM_DATA", "");
    if (!variable.isBlank()) {
      folders.add(Path.of(variable));
    }
    Path own = home.resolve("data");
    folders.add(own);
    checkout.ifPresent(
        root -> folders.add(root.toAbsolutePath().resolveSibling("shared").resolve("data")));
    return new DataPlaces(folders, own, Path.of("/"));
  }

  /// Engram's home: the environment's `ENGRAM_HOME`, else `engram` in its `XDG_DATA_HOME`, else
  /// `.local/share/engram` in the person's home.
  ///
  /// @param environment the environment's variables
  /// @param userHome the person's home
  public static Path home(Map<String, String> environment, Path userHome) {
    String own = environment.getOrDefault("ENGRAM_HOME", "");
    if (!own.isBlank()) {
      return Path.of(own);
    }
    String shared = environment.getOrDefault("XDG_DATA_HOME", "");
    return shared.isBlank()
        ? userHome.resolve(".local").resolve("share").resolve("engram")
        : Path.of(shared).resolve("engram");
  }

  /// All folders in which a set is sought, first to last.
  public List<Path> candidates(DataSet set) {
    List<Path> candidates = new ArrayList<>();
    for (Path folder : folders) {
      candidates.add(folder.resolve(set.name()));
    }
    if (!set.distributionFolder().isEmpty()) {
      candidates.add(systemRoot.resolve(set.distributionFolder()));
    }
    return List.copyOf(candidates);
  }
}
