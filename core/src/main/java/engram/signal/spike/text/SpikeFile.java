// SPDX-License-Identifier: Apache-2.0
package engram.signal.spike.text;

import engram.error.DataCorruptException;
import engram.error.DataMissingException;
import engram.signal.spike.stream.SpikeSink;
import engram.signal.spike.stream.SpikeSource;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/// A text file of spikes, plain or gzip by its first two bytes; read line by line in constant
/// memory, from the beginning each time. Every refusal names the file and the line.
///
/// @param file where it lies
/// @param format how it is written
public record SpikeFile(Path file, SpikeFormat format) implements SpikeSource {
  private static final int CHUNK = 1 << 16;
  private static final int GZIP_FIRST = 0x1f;
  private static final int GZIP_SECOND = 0x8b;

  @Override
  public String name() {
    return file.toString();
  }

  /// Hands over the spikes, in the order of the file.
  ///
  /// @throws DataMissingException if there is no such file, or it cannot be opened
  /// @throws DataCorruptException if a line is no spike, or there is none
  @Override
  public void read(SpikeSink sink) {
    SpikeLines lines = new SpikeLines(name(), format, sink);
    try (InputStream in = open()) {
      read(lines, in);
    } catch (IOException e) {
      throw new DataCorruptException(name() + " cannot be read: " + e.getMessage(), e);
    }
    if (lines.spikes() == 0) {
      throw new DataCorruptException(name() + " must have a spike or more, had none");
    }
  }

  private InputStream open() {
    if (Files.isDirectory(file)) {
      throw new DataMissingException(file + " must be a file, is a directory");
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new DataMissingException(
          file + " must be a file, which can be read again, is a pipe or a device");
    }
    try {
      return new BufferedInputStream(Files.newInputStream(file), CHUNK);
    } catch (NoSuchFileException e) {
      throw new DataMissingException("data file " + file + " is not there", e);
    } catch (IOException e) {
      throw new DataMissingException("data file " + file + " cannot be read: " + e, e);
    }
  }

  private void read(SpikeLines lines, InputStream in) throws IOException {
    in.mark(2);
    boolean gzip = in.read() == GZIP_FIRST && in.read() == GZIP_SECOND;
    in.reset();
    if (!gzip) {
      lines.read(in);
      return;
    }
    try (InputStream unpacked = new GZIPInputStream(in, CHUNK)) {
      lines.read(unpacked);
    } catch (IOException e) {
      throw new DataCorruptException(
          name() + " must be a whole gzip file, was broken: " + e.getMessage(), e);
    }
  }
}
