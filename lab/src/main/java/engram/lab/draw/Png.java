// SPDX-License-Identifier: Apache-2.0
package engram.lab.draw;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Grey images as PNG, without java.desktop.
final class Png {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  private Png() {}

  /// The image as an address that a page can carry: 8 bits a pixel, from the least value (black) to
  /// the greatest (white); a missing value is black.
  static String address(int width, int height, List<Double> values) {
    return "data:image/png;base64,"
        + Base64.getEncoder().encodeToString(grey(width, height, values));
  }

  /// The bytes of the image's file.
  static byte[] grey(int width, int height, List<Double> values) {
    double least = FigureTable.least(values);
    double range = FigureTable.most(values) - least;
    byte[] rows = new byte[height * (width + 1)];
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        double share = range > 0 ? (values.get(row * width + column) - least) / range : 0;
        rows[row * (width + 1) + 1 + column] = (byte) Math.round(255 * Math.clamp(share, 0, 1));
      }
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(SIGNATURE);
    byte[] header = {8, 0, 0, 0, 0};
    chunk(file, "IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put(header).array());
    chunk(file, "IDAT", deflated(rows));
    chunk(file, "IEND", new byte[0]);
    return file.toByteArray();
  }

  private static byte[] deflated(byte[] rows) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
      deflater.setInput(rows);
      deflater.finish();
      byte[] buffer = new byte[8192];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
    }
    return out.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream file, String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    file.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    file.writeBytes(name);
    file.writeBytes(data);
    file.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }
}
