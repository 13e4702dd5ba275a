// SPDX-License-Identifier: Apache-2.0
package engram.state;

import engram.error.RunFolderException;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The file that holds the last checkpoint of a stream, and how often it is replaced. It is there
/// whole or not at all, whoever is killed at any moment.
public final class CheckpointFile {
  private final Path file;
  private final long everyRecords;
  private final UnaryOperator<WritableByteChannel> disk;

  /// @param file where the checkpoint lies; need not be there yet
  /// @param everyRecords after how many records it is replaced, from 1
  public CheckpointFile(Path file, long everyRecords) {
    this(file, everyRecords, UnaryOperator.identity());
  }

  /// @param disk what lies between the checkpoint and its file; tests let it fail
  public CheckpointFile(Path file, long everyRecords, UnaryOperator<WritableByteChannel> disk) {
    if (everyRecords < 1) {
      throw new IllegalArgumentException("everyRecords must be at least 1, was " + everyRecords);
    }
    this.file = file;
    this.everyRecords = everyRecords;
    this.disk = disk;
  }

  /// After how many records it is replaced.
  public long everyRecords() {
    return everyRecords;
  }

  /// The last checkpoint; empty if there is none yet.
  ///
  /// @throws engram.error.DataCorruptException if it is not what it says it is
  /// @throws RunFolderException if a newer Engram wrote it
  public Optional<Snapshot> read() {
    return Files.exists(file) ? Optional.of(Safetensors.read(file)) : Optional.empty();
  }

  /// Replaces the checkpoint.
  ///
  /// @throws RunFolderException if it cannot be written, as on a full disk; the former is kept then
  public void write(Snapshot checkpoint) {
    try {
      AtomicFile.replace(file, channel -> Safetensors.write(disk.apply(channel), checkpoint));
    } catch (IOException e) {
      String kept = Files.exists(file) ? "the former one is kept" : "there is none yet";
      throw new RunFolderException(
          "checkpoint " + file + " cannot be written, " + kept + ": " + e.getMessage(), e);
    }
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
