// SPDX-License-Identifier: Apache-2.0
package engram.lab.store;

import engram.state.AtomicFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// How files are written: the real way, or one that fails in a test.
interface Disk {
  /// A file that grows.
  interface Growing extends AutoCloseable {
    /// Appends the bytes.
    void append(byte[] bytes) throws IOException;

    /// Returns when everything appended will outlive a loss of power.
    void force() throws IOException;

    @Override
    void close() throws IOException;
  }

  /// Opens a file, which exists, at its end.
  Growing grow(Path file) throws IOException;

  /// Replaces a file, or makes it, by a rename.
  void replace(Path file, AtomicFile.Content content) throws IOException;

  /// The disk of this machine.
  static Disk real() {
    return new Disk() {
      @Override
      public Growing grow(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.APPEND);
        return new Growing() {
          @Override
          public void append(byte[] bytes) throws IOException {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
              channel.write(buffer);
            }
          }

          @Override
          public void force() throws IOException {
            channel.force(false);
          }

          @Override
          public void close() throws IOException {
            channel.close();
          }
        };
      }

      @Override
      public void replace(Path file, AtomicFile.Content content) throws IOException {
        AtomicFile.replace(file, content);
      }
    };
  }
}
