// SPDX-License-Identifier: Apache-2.0
package engram.state;

import engram.error.DataCorruptException;
import engram.error.DataMissingException;
import engram.error.RunFolderException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Snapshots as safetensors [1]: the length of the header (8 bytes, little-endian), the header in
/// JSON, then the arrays without gaps, widest type first. Python opens a file in a line:
/// `safetensors.numpy.load_file("000.safetensors")`.
///
/// Format, version, units and notes stand as texts under `__metadata__`: `engram` (the version of
/// this layout, 1), `format`, `version`, `unit:NAME` (left out where it is 1), `note:KEY`. A file
/// of somebody else's, without them, reads as a snapshot with an empty format.
///
/// The reader believes nothing: whatever the bytes are, it gives a snapshot, or
/// [DataCorruptException], or [RunFolderException] for a newer layout; and it allocates no more
/// than a small multiple of the file's own size.
///
/// References: see the package.
public final class Safetensors {
  private static final int LAYOUT = 1;
  private static final long MAX_HEADER = 16L << 20;
  private static final int CHUNK = 1 << 16;

  private Safetensors() {}

  /// Bytes by their position.
  private interface Source {
    long size();

    void read(long position, ByteBuffer into) throws IOException;
  }

  /// The snapshot in a file.
  ///
  /// @throws DataMissingException if there is no such file
  /// @throws DataCorruptException if it is not what it says it is
  /// @throws RunFolderException if a newer Engram wrote it
  public static Snapshot read(Path file) {
    try (FileChannel channel = FileChannel.open(file)) {
      long size = channel.size();
      return decode(
          file.toString(),
          new Source() {
            @Override
            public long size() {
              return size;
            }

            @Override
            public void read(long position, ByteBuffer into) throws IOException {
              while (into.hasRemaining()) {
                int count = channel.read(into, position);
                if (count < 0) {
                  throw new IOException("the file became shorter while it was read");
                }
                position += count;
              }
            }
          });
    } catch (NoSuchFileException e) {
      throw new DataMissingException(file + " is not there", e);
    } catch (IOException e) {
      throw new DataCorruptException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /// The snapshot in bytes.
  ///
  /// @param where what to call them in a message
  public static Snapshot decode(String where, byte[] bytes) {
    try {
      return decode(
          where,
          new Source() {
            @Override
            public long size() {
              return bytes.length;
            }

            @Override
            public void read(long position, ByteBuffer into) {
              into.put(bytes, (int) position, into.remaining());
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory cannot fail", e);
    }
  }

  /// Writes a snapshot to a file, by a temporary file beside it and a rename.
  ///
  /// @throws IOException if it cannot be written; the former file, if any, is kept then
  public static void write(Path file, Snapshot snapshot) throws IOException {
    AtomicFile.replace(file, channel -> write(channel, snapshot));
  }

  /// The bytes of a snapshot.
  public static byte[] encode(Snapshot snapshot) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (WritableByteChannel channel = Channels.newChannel(bytes)) {
      write(channel, snapshot);
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory cannot fail", e);
    }
    return bytes.toByteArray();
  }

  /// Writes a snapshot to a channel, which stays open.
  public static void write(WritableByteChannel channel, Snapshot snapshot) throws IOException {
    List<String> order =
        snapshot.names().stream()
            .sorted(Comparator.comparingInt((String name) -> -snapshot.tensor(name).dtype().bytes))
            .toList();
    ByteBuffer buffer = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
    byte[] header = header(snapshot, order).getBytes(StandardCharsets.UTF_8);
    buffer.putLong(header.length).flip();
    writeAll(channel, buffer);
    writeAll(channel, ByteBuffer.wrap(header));
    for (String name : order) {
      Snapshot.Tensor tensor = snapshot.tensor(name);
      int step = CHUNK / tensor.dtype().bytes;
      for (int from = 0; from < tensor.length(); from += step) {
        buffer.clear();
        tensor.dtype().put(tensor.array(), from, Math.min(step, tensor.length() - from), buffer);
        writeAll(channel, buffer.flip());
      }
    }
  }

  private static void writeAll(WritableByteChannel channel, ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  private static String header(Snapshot snapshot, List<String> order) {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("engram", Integer.toString(LAYOUT));
    if (!snapshot.format().isEmpty()) {
      metadata.put("format", snapshot.format());
      metadata.put("version", Integer.toString(snapshot.version()));
    }
    for (String name : snapshot.names()) {
      if (!snapshot.unit(name).equals("1")) {
        metadata.put("unit:" + name, snapshot.unit(name));
      }
    }
    snapshot.notes().forEach((key, text) -> metadata.put("note:" + key, text));
    Map<String, Long> begins = new LinkedHashMap<>();
    long offset = 0;
    for (String name : order) {
      begins.put(name, offset);
      offset += (long) snapshot.tensor(name).length() * snapshot.tensor(name).dtype().bytes;
    }
    StringBuilder json = new StringBuilder("{\"" + Header.METADATA + "\":{");
    metadata.forEach((key, text) -> {
      Header.quote(json, key);
      json.append(':');
      Header.quote(json, text);
      json.append(',');
    });
    json.setCharAt(json.length() - 1, '}');
    for (String name : snapshot.names()) {
      Snapshot.Tensor tensor = snapshot.tensor(name);
      long begin = begins.getOrDefault(name, 0L);
      json.append(',');
      Header.quote(json, name);
      json.append(":{\"dtype\":\"" + tensor.dtype() + "\",\"shape\":")
          .append(Arrays.toString(tensor.shape()).replace(" ", ""))
          .append(",\"data_offsets\":[" + begin + ",")
          .append(begin + (long) tensor.length() * tensor.dtype().bytes)
          .append("]}");
    }
    json.append('}');
    // Blanks at the end put the data on a border of 8 bytes, as the reference implementation does.
    int bytes = json.toString().getBytes(StandardCharsets.UTF_8).length;
    return json.append(" ".repeat(-bytes & 7)).toString();
  }

  private static Snapshot decode(String where, Source source) throws IOException {
    if (source.size() < Long.BYTES) {
      throw corrupt(where, "length must be at least 8 bytes, was " + source.size());
    }
    ByteBuffer first = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    source.read(0, first);
    long length = first.getLong(0);
    long room = Math.min(source.size() - Long.BYTES, MAX_HEADER);
    if (length < 0 || length > room) {
      throw corrupt(
          where,
          "header length must be in [0, " + room + "], was " + Long.toUnsignedString(length));
    }
    ByteBuffer header = ByteBuffer.allocate((int) length);
    source.read(Long.BYTES, header);
    Header.Parsed parsed = Header.parse(where, header.flip());
    Map<String, String> metadata = parsed.metadata();
    long dataFrom = Long.BYTES + length;
    Layout layout = new Layout(where, source.size() - dataFrom);
    int layoutVersion = layout.version(metadata, "engram");
    if (layoutVersion > LAYOUT) {
      throw new RunFolderException(
          where
              + " is of layout "
              + layoutVersion
              + ", newer than "
              + LAYOUT
              + ": a newer Engram reads it");
    }
    layout.check(parsed.tensors());
    Map<String, Snapshot.Tensor> tensors = new LinkedHashMap<>();
    for (Map.Entry<String, Header.Description> entry : parsed.tensors().entrySet()) {
      String name = entry.getKey();
      Header.Description said = entry.getValue();
      Dtype dtype = layout.dtype(name, said);
      int[] shape = layout.shape(name, said, dtype);
      String unit = metadata.getOrDefault("unit:" + name, "1");
      tensors.put(
          name,
          new Snapshot.Tensor(
              dtype,
              shape,
              unit,
              array(where, name, source, dataFrom + said.begin(), dtype, Snapshot.product(shape))));
    }
    return new Snapshot(
        metadata.getOrDefault("format", ""),
        layout.version(metadata, "version"),
        tensors,
        notes(metadata));
  }

  private static Object array(
      String where, String name, Source source, long position, Dtype dtype, int length)
      throws IOException {
    Object array = dtype.allocate(length);
    int step = Math.min(CHUNK / dtype.bytes, length);
    ByteBuffer buffer = ByteBuffer.allocate(step * dtype.bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int from = 0; from < length; from += step) {
      int count = Math.min(step, length - from);
      buffer.clear().limit(count * dtype.bytes);
      source.read(position + (long) from * dtype.bytes, buffer);
      if (!dtype.get(buffer.flip(), array, from, count)) {
        throw corrupt(where, "booleans of " + Header.printable(name) + " must be 0 or 1, were not");
      }
    }
    return array;
  }

  private static Map<String, String> notes(Map<String, String> metadata) {
    Map<String, String> notes = new LinkedHashMap<>();
    metadata.forEach((key, text) -> {
      if (key.startsWith("note:")) {
        notes.put(key.substring("note:".length()), text);
      }
    });
    return notes;
  }

  static DataCorruptException corrupt(String where, String message) {
    return new DataCorruptException(where + ": " + message);
  }
}
