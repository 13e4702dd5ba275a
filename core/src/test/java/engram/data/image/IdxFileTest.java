// SPDX-License-Identifier: Apache-2.0
package engram.data.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.error.DataCorruptException;
import engram.error.DataMissingException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IdxFileTest {
  @TempDir Path folder;

  private static byte[] idx(int magic, int[] header, int... body) {
    ByteBuffer out = ByteBuffer.allocate(4 + 4 * header.length + body.length);
    out.putInt(magic);
    for (int h : header) {
      out.putInt(h);
    }
    for (int b : body) {
      out.put((byte) b);
    }
    return out.array();
  }

  private static byte[] twoImages() {
    return idx(2051, new int[] {2, 2, 3}, 0, 1, 2, 3, 4, 5, 250, 251, 252, 253, 254, 255);
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private Path writeGzip(String name, byte[] bytes, int cutTo) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(bytes);
    }
    if (cutTo > 0) {
      Files.write(file, Arrays.copyOf(Files.readAllBytes(file), cutTo));
    }
    return file;
  }

  private static String refusal(Path file) {
    return String.valueOf(
        assertThrows(DataCorruptException.class, () -> IdxFile.images(file)).getMessage());
  }

  @Test
  void readsImagesPlainAndGzipAlike() throws IOException {
    Images plain = IdxFile.images(write("plain", twoImages()));
    assertEquals(2, plain.count());
    assertEquals(3, plain.width());
    assertEquals(2, plain.height());
    assertEquals(255, plain.pixel(1, 1, 2));
    assertEquals(3, plain.pixel(0, 1, 0));
    assertEquals(250.0 / 255, plain.values(1)[0]);
    assertEquals(plain, IdxFile.images(writeGzip("packed.gz", twoImages(), 0)));
  }

  @Test
  void readsLabels() throws IOException {
    assertArrayEquals(
        new int[] {5, 0, 255},
        IdxFile.labels(write("labels", idx(2049, new int[] {3}, 5, 0, 255))));
  }

  @Test
  void refusesAnotherMagicNumber() throws IOException {
    Path file = write("labels", idx(2049, new int[] {3}, 5, 0, 4));
    assertEquals(file + " byte 0: magic number of images must be 2051, was 2049", refusal(file));
    Path images = write("images", twoImages());
    assertEquals(
        images + " byte 0: magic number of labels must be 2049, was 2051",
        assertThrows(DataCorruptException.class, () -> IdxFile.labels(images)).getMessage());
  }

  @Test
  void refusesEveryTruncation() throws IOException {
    byte[] whole = twoImages();
    for (int length = 0; length < whole.length; length++) {
      Path file = write("cut", Arrays.copyOf(whole, length));
      String message = refusal(file);
      assertTrue(message.startsWith(file.toString()), message);
    }
    byte[] labels = idx(2049, new int[] {3}, 5, 0, 4);
    for (int length = 0; length < labels.length; length++) {
      Path file = write("cut", Arrays.copyOf(labels, length));
      assertThrows(DataCorruptException.class, () -> IdxFile.labels(file));
    }
  }

  @Test
  void refusesLyingCounts() throws IOException {
    int most = Integer.MAX_VALUE;
    int[][] lies = {{3, 2, 3}, {1, 2, 3}, {0, 2, 3}, {most, most, most}, {2, most, most}};
    for (int[] lie : lies) {
      byte[] bytes = idx(2051, lie, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
      Path file = write("lie", bytes);
      assertTrue(refusal(file).startsWith(file + " byte "), Arrays.toString(lie));
    }
    Path negative = write("lie", idx(2051, new int[] {-1, 2, 3}));
    assertEquals(negative + " byte 4: count must be at least 0, was -1", refusal(negative));
    Path flat = write("lie", idx(2051, new int[] {1, 0, 3}));
    assertEquals(flat + " byte 8: rows must be at least 1, was 0", refusal(flat));
  }

  @Test
  void refusesABrokenGzip() throws IOException {
    Path file = writeGzip("broken.gz", twoImages(), 30);
    String message = refusal(file);
    assertTrue(message.startsWith(file + " must be a whole gzip file, was broken"), message);
  }

  @Test
  void saysThatAFileIsNotThere() {
    Path file = folder.resolve("nowhere");
    assertEquals(
        "data file " + file + " is not there",
        assertThrows(DataMissingException.class, () -> IdxFile.images(file)).getMessage());
  }
}
