// SPDX-License-Identifier: Apache-2.0
package engram.data.image;

import engram.data.internal.StoredBytes;
import engram.error.DataCorruptException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/// Reads the IDX format in which MNIST and its successors are published.
///
/// | bytes | images | labels |
/// | --- | --- | --- |
/// | 0-3 | magic number 2051 | magic number 2049 |
/// | 4-7 | count | count |
/// | 8-11, 12-15 | rows, columns | - |
/// | rest | an unsigned byte a pixel, row by row | an unsigned byte a label |
///
/// Whole numbers are big-endian. A file may be plain or gzip. What is not exactly this is refused
/// with the name of the file and the place.
public final class IdxFile {
  private static final int IMAGES_MAGIC = 2051;
  private static final int LABELS_MAGIC = 2049;
  private static final int BYTE_LEVELS = 255;

  private IdxFile() {}

  /// Reads images.
  ///
  /// @throws DataCorruptException if the file is not what it says
  /// @throws engram.error.DataMissingException if there is no such file
  public static Images images(Path file) {
    return images(StoredBytes.of(file), file.toString());
  }

  /// Reads images from uncompressed bytes.
  ///
  /// @param name what messages call the file
  public static Images images(byte[] bytes, String name) {
    ByteBuffer in = header(bytes, name, IMAGES_MAGIC, 16, "images");
    long count = positive(in, name, 4, "count", 0);
    long rows = positive(in, name, 8, "rows", 1);
    long columns = positive(in, name, 12, "columns", 1);
    if (rows > Integer.MAX_VALUE / columns) {
      throw new DataCorruptException(
          name + " byte 8: rows x columns must fit in memory, was " + rows + " x " + columns);
    }
    requireLength(bytes.length, 16, count, rows * columns, name);
    byte[] pixels = new byte[bytes.length - 16];
    System.arraycopy(bytes, 16, pixels, 0, pixels.length);
    return new Images((int) columns, (int) rows, BYTE_LEVELS, pixels);
  }

  /// Reads labels.
  ///
  /// @throws DataCorruptException if the file is not what it says
  /// @throws engram.error.DataMissingException if there is no such file
  public static int[] labels(Path file) {
    return labels(StoredBytes.of(file), file.toString());
  }

  /// Reads labels from uncompressed bytes.
  ///
  /// @param name what messages call the file
  public static int[] labels(byte[] bytes, String name) {
    ByteBuffer in = header(bytes, name, LABELS_MAGIC, 8, "labels");
    long count = positive(in, name, 4, "count", 0);
    requireLength(bytes.length, 8, count, 1, name);
    int[] labels = new int[(int) count];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = bytes[8 + i] & 0xff;
    }
    return labels;
  }

  private static ByteBuffer header(byte[] bytes, String name, int magic, int length, String what) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    if (bytes.length >= 4 && in.getInt(0) != magic) {
      throw new DataCorruptException(
          name
              + " byte 0: magic number of "
              + what
              + " must be "
              + magic
              + ", was "
              + in.getInt(0));
    }
    if (bytes.length < length) {
      throw new DataCorruptException(
          name
              + " must have a header of "
              + length
              + " bytes, was "
              + bytes.length
              + " bytes long");
    }
    return in;
  }

  private static long positive(ByteBuffer in, String name, int at, String what, int least) {
    int value = in.getInt(at);
    if (value < least) {
      throw new DataCorruptException(
          name + " byte " + at + ": " + what + " must be at least " + least + ", was " + value);
    }
    return value;
  }

  private static void requireLength(long length, int header, long count, long each, String name) {
    if (count > (length - header) / each || length != header + count * each) {
      throw new DataCorruptException(
          name
              + " byte 4: "
              + count
              + " records of "
              + each
              + " bytes must fill the "
              + (length - header)
              + " bytes after the header, was another length (cut off, or a lying count)");
    }
  }
}
