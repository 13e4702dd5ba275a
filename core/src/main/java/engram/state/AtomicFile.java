// SPDX-License-Identifier: Apache-2.0
package engram.state;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/// Files that are there whole or not at all: written beside their place, forced to the disk, then
/// renamed. Whoever is killed at any moment leaves the former file.
public final class AtomicFile {
  private AtomicFile() {}

  /// Writes the content of a file.
  @FunctionalInterface
  public interface Content {
    /// Writes everything to the channel.
    void writeTo(WritableByteChannel channel) throws IOException;
  }

  /// Replaces the file, or makes it.
  ///
  /// @throws IOException if it cannot be written; the former file, if any, is kept then
  public static void replace(Path file, Content content) throws IOException {
    Path beside = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      try (FileChannel channel =
          FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        content.writeTo(channel);
        channel.force(true);
      }
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(beside);
      throw e;
    }
  }
}
