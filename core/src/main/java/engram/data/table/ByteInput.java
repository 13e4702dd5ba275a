// SPDX-License-Identifier: Apache-2.0
package engram.data.table;

import engram.error.DataCorruptException;
import engram.error.DataMissingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/// Bytes that come in order: a file, which can be read again from any place, or a pipe, which
/// cannot.
sealed interface ByteInput extends AutoCloseable {
  /// How many bytes before a place are remembered to know the file again.
  int REMEMBERED = 64;

  /// What messages call it.
  String name();

  /// Reads some bytes that lie at a place.
  ///
  /// @param at the place; in a pipe always behind what was read before
  /// @return how many; 0 if there are none now
  int read(byte[] into, int from, int count, long at);

  /// Whether what is at the end now may be an unfinished line.
  boolean mayGrow();

  /// Some bytes before a place, as many as are remembered; none in a pipe.
  byte[] before(long at);

  @Override
  void close();

  /// A file.
  ///
  /// @param mayGrow whether somebody is still writing it
  record OfFile(String name, FileChannel channel, boolean mayGrow) implements ByteInput {
    static OfFile open(Path file, boolean mayGrow) {
      try {
        return new OfFile(file.toString(), FileChannel.open(file), mayGrow);
      } catch (NoSuchFileException e) {
        throw new DataMissingException("data file " + file + " is not there", e);
      } catch (IOException e) {
        throw new DataMissingException("data file " + file + " cannot be read: " + e, e);
      }
    }

    @Override
    public int read(byte[] into, int from, int count, long at) {
      try {
        requireLength(at);
        return Math.max(0, channel.read(ByteBuffer.wrap(into, from, count), at));
      } catch (IOException e) {
        throw new DataCorruptException(name + " cannot be read: " + e.getMessage(), e);
      }
    }

    private void requireLength(long least) throws IOException {
      if (channel.size() < least) {
        throw new DataCorruptException(
            name
                + " must still have "
                + least
                + " bytes, has "
                + channel.size()
                + ": it became shorter");
      }
    }

    @Override
    public byte[] before(long at) {
      byte[] bytes = new byte[(int) Math.min(REMEMBERED, at)];
      // Nothing is read at the end, but that the file reaches so far is asked for.
      read(bytes, 0, 0, at);
      int filled = 0;
      int more = bytes.length;
      while (filled < bytes.length && more > 0) {
        more = read(bytes, filled, bytes.length - filled, at - bytes.length + filled);
        filled += more;
      }
      return Arrays.copyOf(bytes, filled);
    }

    @Override
    public void close() {
      try {
        channel.close();
      } catch (IOException e) {
        throw new DataCorruptException(name + " cannot be closed: " + e.getMessage(), e);
      }
    }
  }

  /// A pipe, such as standard input; it stays open.
  final class OfPipe implements ByteInput {
    private final String name;
    private final InputStream in;
    private final boolean pauses;
    private boolean ended;

    /// @param pauses whether there may be nothing now and something later; `available` tells then,
    ///   and must not be 0 at the end
    OfPipe(String name, InputStream in, boolean pauses) {
      this.name = name;
      this.in = in;
      this.pauses = pauses;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public int read(byte[] into, int from, int count, long at) {
      try {
        if (pauses && in.available() == 0) {
          return 0;
        }
        int read = in.read(into, from, count);
        ended = read < 0;
        return Math.max(0, read);
      } catch (IOException e) {
        throw new DataCorruptException(name + " cannot be read: " + e.getMessage(), e);
      }
    }

    @Override
    public boolean mayGrow() {
      return pauses && !ended;
    }

    @Override
    public byte[] before(long at) {
      return new byte[0];
    }

    @Override
    public void close() {}
  }
}
