// SPDX-License-Identifier: Apache-2.0
package engram.data.internal;

import engram.error.DataCorruptException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// A file of a data set as it lies on the disk: by its name, by its name and `.gz`, or inside a zip
/// archive beside.
///
/// @param path the file or the archive
/// @param entry its name inside the archive; empty if it lies there by itself
public record StoredFile(Path path, String entry) {
  /// Finds a file of a folder.
  ///
  /// @param name its name, which may lead through folders
  public static Optional<StoredFile> find(Path folder, String name) {
    for (String stored : List.of(name, name + ".gz")) {
      Path path = folder.resolve(stored);
      if (Files.isRegularFile(path)) {
        return Optional.of(new StoredFile(path, ""));
      }
    }
    return archives(folder).stream()
        .filter(archive -> holds(archive, name))
        .findFirst()
        .map(archive -> new StoredFile(archive, name));
  }

  /// Its bytes, uncompressed.
  public byte[] bytes() {
    if (entry.isEmpty()) {
      return StoredBytes.of(path);
    }
    try (ZipFile zip = new ZipFile(path.toFile())) {
      ZipEntry found = zip.getEntry(entry);
      if (found == null) {
        throw new IOException("the entry is gone");
      }
      try (InputStream in = zip.getInputStream(found)) {
        return StoredBytes.of(in, toString());
      }
    } catch (IOException e) {
      throw new DataCorruptException(this + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static List<Path> archives(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".zip")).sorted().toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static boolean holds(Path archive, String name) {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      return zip.getEntry(name) != null;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public String toString() {
    return entry.isEmpty() ? path.toString() : path + "!" + entry;
  }
}
