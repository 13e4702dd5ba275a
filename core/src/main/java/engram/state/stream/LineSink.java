// SPDX-License-Identifier: Apache-2.0
package engram.state.stream;

import engram.error.DataCorruptException;
import engram.error.RunFolderException;
import engram.state.Snapshot;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.UnaryOperator;

/// Lines of UTF-8 text, appended to a file. Its position is the file's length in bytes; rewinding
/// cuts the file there. Lines are collected and written some at a time; [#position()] forces them
/// to the disk. Lines that could not be written wait and are written again with the next.
public final class LineSink implements StreamSink<String>, AutoCloseable {
  private static final String FORMAT = "line-sink";
  private static final int VERSION = 1;
  private static final int ENOUGH = 1 << 16;

  private final Path file;
  private final FileChannel channel;
  private final UnaryOperator<WritableByteChannel> disk;
  private final StringBuilder waiting = new StringBuilder();
  private long length;

  /// Opens a file at its end, or makes it.
  ///
  /// @throws RunFolderException if it cannot be opened for writing
  public LineSink(Path file) {
    this(file, UnaryOperator.identity());
  }

  /// @param disk what lies between the lines and their file; tests let it fail
  LineSink(Path file, UnaryOperator<WritableByteChannel> disk) {
    this.file = file;
    this.disk = disk;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      length = channel.size();
    } catch (IOException e) {
      throw refused(e);
    }
  }

  /// Takes a line, without its end.
  @Override
  public void accept(String line) {
    if (line.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("line must be without a line end, was '" + line + "'");
    }
    waiting.append(line).append('\n');
    if (waiting.length() >= ENOUGH) {
      write();
    }
  }

  @Override
  public Snapshot position() {
    write();
    try {
      channel.force(false);
      return Snapshot.named(FORMAT, VERSION).number("length", "byte", length).build();
    } catch (IOException e) {
      throw refused(e);
    }
  }

  @Override
  public void rewind(Snapshot position) {
    long wanted = position.require(FORMAT, VERSION).number("length");
    try {
      if (wanted < 0 || wanted > channel.size()) {
        throw new DataCorruptException(
            file + " must still have " + wanted + " bytes, has " + channel.size());
      }
      channel.truncate(wanted);
      waiting.setLength(0);
      length = wanted;
    } catch (IOException e) {
      throw refused(e);
    }
  }

  /// Writes what waits and closes the file.
  @Override
  public void close() {
    try (channel) {
      write();
    } catch (IOException e) {
      throw refused(e);
    }
  }

  private void write() {
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(waiting.toString());
    try {
      WritableByteChannel to = disk.apply(channel.position(length));
      while (bytes.hasRemaining()) {
        to.write(bytes);
      }
      length = channel.position();
    } catch (IOException e) {
      throw refused(e);
    }
    waiting.setLength(0);
  }

  private RunFolderException refused(IOException e) {
    return new RunFolderException(file + " cannot be written: " + e.getMessage(), e);
  }
}
