// SPDX-License-Identifier: Apache-2.0
package engram.data.image;

import engram.data.internal.StoredBytes;
import engram.error.DataCorruptException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Reads PNG images of 8 bits a channel as brightness: grey or colour, with or without alpha, not
/// interlaced, at most 4,096 pixels a side. Colour becomes `(299 R + 587 G + 114 B) / 1000`, to the
/// nearest; alpha is left out. Palettes, other depths and interlacing are refused with the name of
/// the file, and so is what is cut off or has a wrong checksum.
///
/// References: W3C: Portable Network Graphics (PNG) specification, second edition (2003).
public final class PngFile {
  private static final long SIGNATURE = 0x89504E470D0A1A0AL;
  private static final int MOST_SIDE = 4096;
  private static final int LEVELS = 255;

  private final String name;
  private int width;
  private int height;
  private int channels;
  private byte[] packed = new byte[0];

  private PngFile(String name) {
    this.name = name;
  }

  /// Reads an image.
  ///
  /// @throws DataCorruptException if it is not what it should be
  /// @throws engram.error.DataMissingException if there is no such file
  public static Images image(Path file) {
    return image(StoredBytes.of(file), file.toString());
  }

  /// Reads an image from the bytes of its file.
  ///
  /// @param name what messages call the file
  public static Images image(byte[] bytes, String name) {
    PngFile png = new PngFile(name);
    png.chunks(ByteBuffer.wrap(bytes));
    return new Images(png.width, png.height, LEVELS, png.brightness(png.unfiltered()));
  }

  private void chunks(ByteBuffer in) {
    if (in.remaining() < 8 || in.getLong() != SIGNATURE) {
      throw broken("must begin as a PNG image does, did not");
    }
    String type = "";
    while (!type.equals("IEND")) {
      if (in.remaining() < 12) {
        throw broken("must end with a chunk IEND, was cut off");
      }
      int length = in.getInt();
      if (length < 0 || length > in.remaining() - 8) {
        throw broken("must have whole chunks, was cut off");
      }
      byte[] body = new byte[length + 4];
      in.get(body);
      CRC32 crc = new CRC32();
      crc.update(body);
      if ((int) crc.getValue() != in.getInt()) {
        throw broken("must have right checksums, had a wrong one");
      }
      type = new String(body, 0, 4, StandardCharsets.US_ASCII);
      take(type, ByteBuffer.wrap(body, 4, length));
    }
    if (channels == 0) {
      throw broken("must have a header, was without");
    }
  }

  private void take(String type, ByteBuffer body) {
    if (type.equals("IHDR")) {
      header(body);
    } else if (type.equals("IDAT")) {
      byte[] longer = Arrays.copyOf(packed, packed.length + body.remaining());
      body.get(longer, packed.length, body.remaining());
      packed = longer;
    }
  }

  private void header(ByteBuffer in) {
    if (in.remaining() != 13) {
      throw broken("must have a header of 13 bytes, was " + in.remaining());
    }
    width = in.getInt();
    height = in.getInt();
    int depth = in.get();
    int colour = in.get();
    if (width < 1 || height < 1 || width > MOST_SIDE || height > MOST_SIDE) {
      throw broken("must have sides in [1, " + MOST_SIDE + "], was " + width + " x " + height);
    }
    channels =
        switch (colour) {
          case 0 -> 1;
          case 2 -> 3;
          case 4 -> 2;
          case 6 -> 4;
          default -> throw broken("must be grey or RGB, was of colour type " + colour);
        };
    if (depth != 8) {
      throw broken("must have 8 bits a channel, was " + depth);
    }
    in.get();
    in.get();
    if (in.get() != 0) {
      throw broken("must not be interlaced, was");
    }
  }

  /// The rows without their filters: height x width x channels.
  private byte[] unfiltered() {
    int line = width * channels;
    byte[] rows = inflated(height * (line + 1));
    byte[] plain = new byte[height * line];
    for (int row = 0; row < height; row++) {
      int filter = rows[row * (line + 1)];
      for (int i = 0; i < line; i++) {
        int at = row * line + i;
        int left = i < channels ? 0 : plain[at - channels] & 0xff;
        int up = row == 0 ? 0 : plain[at - line] & 0xff;
        int corner = row == 0 || i < channels ? 0 : plain[at - line - channels] & 0xff;
        int guess =
            switch (filter) {
              case 0 -> 0;
              case 1 -> left;
              case 2 -> up;
              case 3 -> (left + up) / 2;
              case 4 -> nearest(left, up, corner);
              default -> throw broken("must have filters in [0, 4], was " + filter);
            };
        plain[at] = (byte) (rows[row * (line + 1) + 1 + i] + guess);
      }
    }
    return plain;
  }

  /// Of left, up and corner the one nearest to `left + up - corner`, in this order.
  private static int nearest(int left, int up, int corner) {
    int guess = left + up - corner;
    int toLeft = Math.abs(guess - left);
    int toUp = Math.abs(guess - up);
    int toCorner = Math.abs(guess - corner);
    if (toLeft <= toUp && toLeft <= toCorner) {
      return left;
    }
    return toUp <= toCorner ? up : corner;
  }

  private byte[] inflated(int length) {
    byte[] rows = new byte[length];
    try (Inflater inflater = new Inflater()) {
      inflater.setInput(packed);
      int at = 0;
      int got = 1;
      while (at < length && got > 0) {
        got = inflater.inflate(rows, at, length - at);
        at += got;
      }
      if (at < length) {
        throw broken("must have %d bytes of pixels, was %d".formatted(length, at));
      }
    } catch (DataFormatException e) {
      throw new DataCorruptException(
          name + " must be a whole PNG image, was broken: " + e.getMessage(), e);
    }
    return rows;
  }

  private byte[] brightness(byte[] plain) {
    byte[] pixels = new byte[width * height];
    for (int p = 0; p < pixels.length; p++) {
      int at = p * channels;
      int red = plain[at] & 0xff;
      if (channels < 3) {
        pixels[p] = (byte) red;
      } else {
        int sum = 299 * red + 587 * (plain[at + 1] & 0xff) + 114 * (plain[at + 2] & 0xff);
        pixels[p] = (byte) ((sum + 500) / 1000);
      }
    }
    return pixels;
  }

  private DataCorruptException broken(String why) {
    return new DataCorruptException(name + " " + why);
  }
}
