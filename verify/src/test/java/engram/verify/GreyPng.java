// SPDX-License-Identifier: Apache-2.0
package engram.verify;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Square PNG images of one grey.
final class GreyPng {
  private GreyPng() {}

  static byte[] of(int side, int grey) {
    byte[] rows = new byte[side * (side + 1)];
    Arrays.fill(rows, (byte) grey);
    for (int row = 0; row < side; row++) {
      rows[row * (side + 1)] = 0;
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    byte[] greyOfEightBits = {8, 0, 0, 0, 0};
    ByteBuffer head = ByteBuffer.allocate(13).putInt(side).putInt(side).put(greyOfEightBits);
    chunk(file, "IHDR", head.array());
    chunk(file, "IDAT", packed(rows));
    chunk(file, "IEND", new byte[0]);
    return file.toByteArray();
  }

  private static byte[] packed(byte[] rows) {
    byte[] buffer = new byte[rows.length + 100];
    try (Deflater deflater = new Deflater()) {
      deflater.setInput(rows);
      deflater.finish();
      return Arrays.copyOf(buffer, deflater.deflate(buffer));
    }
  }

  private static void chunk(ByteArrayOutputStream file, String type, byte[] body) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(body);
    ByteBuffer ends = ByteBuffer.allocate(8).putInt(body.length).putInt((int) sum.getValue());
    file.write(ends.array(), 0, 4);
    file.writeBytes(name);
    file.writeBytes(body);
    file.write(ends.array(), 4, 4);
  }
}
