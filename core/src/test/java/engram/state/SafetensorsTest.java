// SPDX-License-Identifier: Apache-2.0
package engram.state;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.error.DataCorruptException;
import engram.error.DataMissingException;
import engram.error.EngramException;
import engram.error.RunFolderException;
import engram.random.RandomStream;
import engram.random.Seeds;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsTest {
  private static final Snapshot SMALL =
      Snapshot.named("probe", 3)
          .booleans("spiked", new boolean[] {true, false, true})
          .floats("weights", "mV", new float[] {1, -0f, Float.NaN, 4, 5, 6}, 2, 3)
          .doubles("trace", "Hz", new double[] {Math.PI, Double.MIN_VALUE})
          .ints("cells", "1", new int[] {-1, Integer.MAX_VALUE})
          .bytes("image", "1", new byte[] {0, (byte) 255})
          .number("step", "1", Long.MIN_VALUE)
          .doubles("nothing", "1", new double[0])
          .note("why", "a \"test\"\n\u00b5")
          .build();

  @Test
  void readsBackEveryBit() {
    Snapshot back = Safetensors.decode("memory", Safetensors.encode(SMALL));
    assertEquals(SMALL, back);
    assertEquals(SMALL.hashCode(), back.hashCode());
    assertEquals(List.copyOf(SMALL.names()), List.copyOf(back.names()));
    assertEquals("mV", back.unit("weights"));
    assertArrayEquals(new int[] {2, 3}, back.shape("weights"));
    assertEquals(Long.MIN_VALUE, back.number("step"));
  }

  /// The bytes of a file made by hand from the format's description, not by the writer.
  @Test
  void readsWhatTheFormatSays() {
    byte[] bytes =
        file(
            "{ \"a\" : {\"data_offsets\":[0,8],\"dtype\":\"F32\",\"shape\":[2,1]}}  ",
            0,
            0,
            0x80,
            0x3f,
            0,
            0,
            0,
            0xc0);
    Snapshot snapshot = Safetensors.decode("hand", bytes);
    assertArrayEquals(new float[] {1, -2}, snapshot.floats("a"));
    assertEquals("", snapshot.format());
  }

  /// The layout that Python's reader expects: header length, blank padding to 8, widest type first.
  @Test
  void writesWhatTheFormatSays() {
    byte[] bytes =
        Safetensors.encode(
            Snapshot.named("f", 1)
                .bytes("b", "1", new byte[] {7})
                .doubles("d", "s", new double[] {1})
                .build());
    long length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    assertEquals(0, length % 8);
    assertEquals(
        "{\"__metadata__\":{\"engram\":\"1\",\"format\":\"f\",\"version\":\"1\",\"unit:d\":\"s\"},"
            + "\"b\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[8,9]},"
            + "\"d\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]}}",
        new String(bytes, 8, (int) length, StandardCharsets.UTF_8).strip());
    assertArrayEquals(
        new byte[] {0, 0, 0, 0, 0, 0, (byte) 0xf0, 0x3f, 7},
        Arrays.copyOfRange(bytes, 8 + (int) length, bytes.length));
  }

  @Test
  void refusesLyingHeaders() {
    String one = "{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[0,1]}";
    refuses("header must have", file("", 1));
    refuses("header must have '{' at character 0, was 'n'", file("null", 1));
    refuses("header must have '{' at character 0, was '['", file("[".repeat(100_000), 1));
    refuses("must have '\"'", file("{\"__metadata__\":{\"a\":{\"b\":{}}}}"));
    refuses("each name once", file("{\"a\":" + one + ",\"a\":" + one + "}", 1));
    refuses("one __metadata__", file("{\"__metadata__\":{},\"__metadata__\":{}}"));
    refuses("each key once", file("{\"__metadata__\":{\"a\":\"b\",\"a\":\"c\"}}"));
    refuses("dtype of a must be one of", file(tensor("Q7", "[1]", 0, 1), 1));
    refuses("must begin at 0 and end by 1, was 1 to 2", file(tensor("U8", "[1]", 1, 2), 1));
    refuses("must begin at 0 and end by 1, was 0 to 2", file(tensor("U8", "[2]", 0, 2), 1));
    refuses("data must be 1 bytes, was 2", file(tensor("U8", "[1]", 0, 1), 1, 2));
    refuses(
        "data of a must be 8 bytes for its shape, was 4",
        file(tensor("F32", "[2]", 0, 4), 1, 2, 3, 4));
    refuses(
        "must fit into one array",
        file(tensor("U8", "[2147483647,2147483647,2147483647]", 0, 1), 1));
    refuses("must fit into one array", file(tensor("U8", "[999999999999999999]", 0, 1), 1));
    refuses("whole number below 10^18", file(tensor("U8", "[9999999999999999999]", 0, 1), 1));
    refuses("whole number below 10^18", file(tensor("U8", "[-1]", 0, 1), 1));
    refuses("at most 32 extents", file(tensor("U8", "[1" + ",1".repeat(40) + "]", 0, 1), 1));
    refuses("dtype, shape and data_offsets", file("{\"a\":{\"strides\":[1]}}"));
    refuses("without", file("{\"a\":{\"dtype\":\"U8\",\"shape\":[0]}}"));
    refuses("booleans of a must be 0 or 1", file(tensor("BOOL", "[1]", 0, 1), 2));
    refuses("half a surrogate", file("{\"__metadata__\":{\"a\":\"\\ud800\"}}"));
    refuses("version must be a whole number", file("{\"__metadata__\":{\"version\":\"-1\"}}"));
    refuses("nothing after the header", file("{} {}"));
    String two =
        "{\"a\":{\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[0,2]},"
            + "\"b\":{\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[1,3]}}";
    refuses("data of b must begin at 2", file(two, 1, 2, 3));
  }

  @Test
  void refusesLengthsBeyondTheFile() {
    refuses("length must be at least 8 bytes, was 3", new byte[3]);
    for (long length : new long[] {-1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 40, 3}) {
      byte[] bytes = new byte[10];
      ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
      refuses("header length must be in [0, 2]", bytes);
    }
    byte[] huge = new byte[(20 << 20)];
    ByteBuffer.wrap(huge).order(ByteOrder.LITTLE_ENDIAN).putLong(17 << 20);
    refuses("header length must be in [0, 16777216], was 17825792", huge);
  }

  @Test
  void refusesNewerLayoutAndVersion() {
    RunFolderException layout =
        assertThrows(
            RunFolderException.class,
            () -> Safetensors.decode("x", file("{\"__metadata__\":{\"engram\":\"2\"}}")));
    assertEquals("x is of layout 2, newer than 1: a newer Engram reads it", layout.getMessage());
    RunFolderException version =
        assertThrows(RunFolderException.class, () -> SMALL.require("probe", 2));
    assertEquals(
        "snapshot probe/3 is of a newer version than 2: a newer Engram reads it",
        version.getMessage());
    assertThrows(DataCorruptException.class, () -> SMALL.require("probe", 4));
    assertThrows(DataCorruptException.class, () -> SMALL.require("other", 3));
  }

  /// 10^6 mutations of a small file: bytes flipped, header characters swapped for others that mean
  /// something in it, pieces cut and doubled. Each gives a snapshot or one of the two refusals in
  /// one line.
  @Test
  void survivesAMillionMutations() {
    byte[] whole = Safetensors.encode(SMALL);
    byte[] signs = "{}[]\",:0123456789\\u_ eF-".getBytes(StandardCharsets.US_ASCII);
    RandomStream random = Seeds.of(20261124).stream("fuzz");
    int read = 0;
    int refused = 0;
    for (int i = 0; i < 1_000_000; i++) {
      byte[] bytes = mutate(whole, signs, random);
      try {
        Safetensors.decode("fuzz", bytes);
        read++;
      } catch (DataCorruptException | RunFolderException e) {
        refused++;
        String message = String.valueOf(e.getMessage());
        if (message.length() > 600 || message.indexOf('\n') >= 0) {
          throw new AssertionError("input " + i + " of seed 20261124: " + message, e);
        }
      } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
        throw new AssertionError("input " + i + " of seed 20261124", e);
      }
    }
    assertTrue(read > 10_000 && refused > 100_000, "read " + read + ", refused " + refused);
  }

  private static byte[] mutate(byte[] whole, byte[] signs, RandomStream random) {
    byte[] bytes = whole.clone();
    int changes = 1 + random.nextInt(3);
    for (int change = 0; change < changes; change++) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(6)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bytes[at] = (byte) random.nextInt();
        case 2, 3 -> bytes[at] = signs[random.nextInt(signs.length)];
        case 4 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
        default -> {
          int from = random.nextInt(bytes.length);
          int count = random.nextInt(Math.min(bytes.length - from, bytes.length - at));
          System.arraycopy(whole, Math.min(from, whole.length - count), bytes, at, count);
        }
      }
    }
    return bytes;
  }

  @Test
  void replacesAFileWholeOrNotAtAll(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("000.safetensors");
    Safetensors.write(file, SMALL);
    assertEquals(SMALL, Safetensors.read(file));
    Snapshot next = Snapshot.named("probe", 4).number("step", "1", 2).build();
    IOException full =
        assertThrows(
            IOException.class,
            () ->
                AtomicFile.replace(
                    file,
                    channel -> {
                      channel.write(ByteBuffer.allocate(3));
                      throw new IOException("No space left on device");
                    }));
    assertEquals("No space left on device", full.getMessage());
    assertEquals(SMALL, Safetensors.read(file));
    Safetensors.write(file, next);
    assertEquals(next, Safetensors.read(file));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void namesTheFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("x.safetensors");
    assertThrows(DataMissingException.class, () -> Safetensors.read(file));
    Files.write(file, new byte[] {1, 2});
    EngramException e = assertThrows(DataCorruptException.class, () -> Safetensors.read(file));
    assertEquals(file + ": length must be at least 8 bytes, was 2", e.getMessage());
  }

  @Test
  void ownsItsArrays() {
    double[] values = {1, 2};
    Snapshot snapshot = Snapshot.named("f", 1).doubles("d", "1", values).build();
    values[0] = 9;
    snapshot.doubles("d")[1] = 9;
    assertArrayEquals(new double[] {1, 2}, snapshot.doubles("d"));
    assertFalse(
        snapshot.equals(Snapshot.named("f", 1).doubles("d", "1", new double[] {1, 3}).build()));
  }

  @Test
  void refusesWhatABuilderCannotHold() {
    Snapshot.Builder builder = Snapshot.named("f", 1).ints("a", "1", new int[2]);
    assertEquals(
        "shape of b must have a product of 2, was [3]",
        assertThrows(IllegalArgumentException.class, () -> builder.ints("b", "1", new int[2], 3))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> builder.ints("a", "1", new int[2]));
    assertThrows(IllegalArgumentException.class, () -> builder.ints("\ud800", "1", new int[2]));
    assertThrows(IllegalArgumentException.class, () -> builder.number("__metadata__", "1", 1));
    DataCorruptException e =
        assertThrows(DataCorruptException.class, () -> builder.build().floats("a"));
    assertEquals("array a of snapshot f/1 must hold floats, holds ints", e.getMessage());
    assertThrows(DataCorruptException.class, () -> builder.build().ints("c"));
  }

  private static String tensor(String dtype, String shape, long begin, long end) {
    return "{\"a\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":[%d,%d]}}"
        .formatted(dtype, shape, begin, end);
  }

  private static byte[] file(String header, int... data) {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes =
        ByteBuffer.allocate(8 + text.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(text.length).put(text);
    for (int value : data) {
      bytes.put((byte) value);
    }
    return bytes.array();
  }

  private static void refuses(String part, byte[] bytes) {
    DataCorruptException e =
        assertThrows(DataCorruptException.class, () -> Safetensors.decode("bad", bytes));
    assertTrue(String.valueOf(e.getMessage()).startsWith("bad: "), String.valueOf(e.getMessage()));
    assertTrue(String.valueOf(e.getMessage()).contains(part), String.valueOf(e.getMessage()));
    assertFalse(String.valueOf(e.getMessage()).contains("\n"), String.valueOf(e.getMessage()));
  }
}
