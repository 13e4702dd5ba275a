// SPDX-License-Identifier: Apache-2.0
package engram.data.internal;

import engram.error.DataCorruptException;
import engram.error.DataMissingException;
import engram.state.Sha256;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/// Whole files as bytes, plain or gzip by their first two bytes.
public final class StoredBytes {
  private static final int GZIP_FIRST = 0x1f;
  private static final int GZIP_SECOND = 0x8b;

  private StoredBytes() {}

  /// The bytes of a file, uncompressed.
  public static byte[] of(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return of(in, file.toString());
    } catch (NoSuchFileException e) {
      throw new DataMissingException("data file " + file + " is not there", e);
    } catch (IOException e) {
      throw new DataMissingException("data file " + file + " cannot be read: " + e, e);
    }
  }

  /// The bytes of a stream, uncompressed.
  ///
  /// @param name what messages call it
  public static byte[] of(InputStream stream, String name) throws IOException {
    BufferedInputStream in = new BufferedInputStream(stream, 1 << 16);
    in.mark(2);
    boolean gzip = in.read() == GZIP_FIRST && in.read() == GZIP_SECOND;
    in.reset();
    if (!gzip) {
      return in.readAllBytes();
    }
    try (GZIPInputStream unpacked = new GZIPInputStream(in, 1 << 16)) {
      return unpacked.readAllBytes();
    } catch (IOException e) {
      throw new DataCorruptException(
          name + " must be a whole gzip file, was broken: " + e.getMessage(), e);
    }
  }

  /// Hands the bytes on if they have the checksum.
  public static byte[] checked(byte[] bytes, String sha256, String name) {
    String found = Sha256.hex(bytes);
    if (!found.equals(sha256)) {
      throw new DataCorruptException(
          "SHA-256 of "
              + name
              + " (uncompressed) must be "
              + sha256
              + ", was "
              + found
              + ": fetch the file again");
    }
    return bytes;
  }
}
