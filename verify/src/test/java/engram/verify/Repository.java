// SPDX-License-Identifier: Apache-2.0
package engram.verify;

import java.nio.file.Files;
import java.nio.file.Path;

/// Finds files of the repository from whatever folder a test runs in.
final class Repository {
  private Repository() {}

  /// The file at a path below the root of the repository.
  static Path file(String path) {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve("papers/claims.lock"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException("working folder must lie in the repository, did not");
    }
    return folder.resolve(path);
  }
}
