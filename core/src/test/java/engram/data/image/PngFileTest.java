// SPDX-License-Identifier: Apache-2.0
package engram.data.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.error.DataCorruptException;
import engram.error.DataMissingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Images written here, byte by byte, so that every filter is met.
final class PngFileTest {
  @TempDir Path folder;

  private static byte[] png(int width, int height, int colour, int depth, int... rows) {
    byte[] raw = new byte[rows.length];
    for (int i = 0; i < rows.length; i++) {
      raw[i] = (byte) rows[i];
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    byte[] kind = {(byte) depth, (byte) colour, 0, 0, 0};
    chunk(file, "IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put(kind).array());
    byte[] packed = packed(raw);
    chunk(file, "IDAT", Arrays.copyOf(packed, packed.length / 2));
    chunk(file, "tEXt", new byte[] {'a', 0, 'b'});
    chunk(file, "IDAT", Arrays.copyOfRange(packed, packed.length / 2, packed.length));
    chunk(file, "IEND", new byte[0]);
    return file.toByteArray();
  }

  private static byte[] packed(byte[] raw) {
    byte[] buffer = new byte[1000];
    try (Deflater deflater = new Deflater()) {
      deflater.setInput(raw);
      deflater.finish();
      return Arrays.copyOf(buffer, deflater.deflate(buffer));
    }
  }

  private static void chunk(ByteArrayOutputStream file, String type, byte[] body) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(body);
    file.writeBytes(ByteBuffer.allocate(4).putInt(body.length).array());
    file.writeBytes(name);
    file.writeBytes(body);
    file.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }

  /// Rows 10 20 30, 13 26 39, 16 32 48, 19 38 57, 22 44 66, each by another filter.
  @Test
  void everyFilterIsUndone() {
    byte[] file =
        png(3, 5, 0, 8, 0, 10, 20, 30, 1, 13, 13, 13, 2, 3, 6, 9, 3, 11, 13, 14, 4, 3, 6, 9);
    Images image = PngFile.image(file, "a.png");
    for (int row = 0; row < 5; row++) {
      for (int column = 0; column < 3; column++) {
        assertEquals(
            (10 + 3 * row) * (column + 1), image.pixel(0, row, column), row + " " + column);
      }
    }
  }

  @Test
  void colourBecomesBrightness() {
    Images rgb = PngFile.image(png(2, 1, 2, 8, 0, 255, 0, 0, 10, 200, 30), "a.png");
    assertEquals(76, rgb.pixel(0, 0, 0));
    assertEquals(124, rgb.pixel(0, 0, 1));
    Images alpha = PngFile.image(png(1, 1, 6, 8, 0, 9, 9, 9, 0), "a.png");
    assertEquals(9, alpha.pixel(0, 0, 0));
    assertEquals(7, PngFile.image(png(1, 1, 4, 8, 0, 7, 3), "a.png").pixel(0, 0, 0));
  }

  @Test
  void brokenImagesAreNamed() {
    byte[] good = png(1, 1, 0, 8, 0, 7);
    refused("a.png must begin as a PNG image does, did not", new byte[] {1, 2, 3});
    refused("a.png must end with a chunk IEND, was cut off", Arrays.copyOf(good, good.length - 12));
    refused("a.png must have whole chunks, was cut off", Arrays.copyOf(good, 30));
    byte[] changed = good.clone();
    changed[20] ^= 1;
    refused("a.png must have right checksums, had a wrong one", changed);
    refused("a.png must be grey or RGB, was of colour type 3", png(1, 1, 3, 8, 0, 7));
    refused("a.png must have 8 bits a channel, was 16", png(1, 1, 0, 16, 0, 7, 7));
    refused("a.png must have 6 bytes of pixels, was 3", png(2, 2, 0, 8, 0, 7, 7));
    refused("a.png must have filters in [0, 4], was 9", png(1, 1, 0, 8, 9, 7));
    refused("a.png must have sides in [1, 4096], was 0 x 1", png(0, 1, 0, 8, 0));
  }

  private static void refused(String message, byte[] file) {
    assertEquals(
        message,
        assertThrows(DataCorruptException.class, () -> PngFile.image(file, "a.png")).getMessage());
  }

  private Path image(String name, int width, int... rows) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, png(width, rows.length / (width + 1), 0, 8, rows));
  }

  @Test
  void folderOfClasses() throws IOException {
    image("cat/b.png", 2, 0, 3, 4);
    image("cat/a.PNG", 2, 0, 1, 2);
    image("ant/x.png", 2, 0, 5, 6);
    Files.writeString(folder.resolve("cat/notes.txt"), "no image");
    ImageFolder read = ImageFolder.read(folder);
    assertEquals(List.of("ant", "cat"), read.classes());
    assertEquals(3, read.images().count());
    assertEquals(5, read.images().images().pixel(0, 0, 0));
    assertEquals(1, read.images().images().pixel(1, 0, 0));
    assertEquals(1, read.images().label(2));
  }

  @Test
  void folderThatIsNoSetOfImages() throws IOException {
    missing("must have a folder of PNG images for each class, had none", folder);
    missing("cannot be read as a folder", folder.resolve("nowhere"));
    image("cat/a.png", 2, 0, 1, 2);
    image("dog/b.png", 1, 0, 1);
    String mixed =
        assertThrows(DataCorruptException.class, () -> ImageFolder.read(folder)).getMessage();
    assertTrue(
        String.valueOf(mixed)
            .endsWith("b.png must be of 2 x 1 pixels as the first image, was 1 x 1"));
    Files.delete(folder.resolve("dog/b.png"));
    missing("dog must have PNG images, had none", folder);
  }

  private static void missing(String words, Path where) {
    String said =
        assertThrows(DataMissingException.class, () -> ImageFolder.read(where)).getMessage();
    assertTrue(String.valueOf(said).contains(words), said);
  }
}
