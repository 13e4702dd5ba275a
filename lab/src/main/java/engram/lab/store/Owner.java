// SPDX-License-Identifier: Apache-2.0
package engram.lab.store;

import engram.error.RunFolderException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Somebody who computes replicates of a run. A replicate belongs to one living owner at a time,
/// across threads and processes; one that was left without an end line by an owner that no longer
/// lives is taken over:
///
/// - with a checkpoint, the lines written before it are kept and the rest is cut;
/// - without one, or with one that is damaged or belongs to something else, the file is begun anew.
///   The same seed gives the same bits, so a checkpoint is only time saved; the checkpoint's
///   problem is reported by [TakenReplicate#problem];
/// - a checkpoint of a newer layout is refused and kept.
public final class Owner implements AutoCloseable {
  private final RunFolder run;
  private final Disk disk;
  private final Locks locks;
  private final Locks.Held held;
  private final Set<Path> working = ConcurrentHashMap.newKeySet();

  private Owner(RunFolder run, Disk disk, Locks locks, Locks.Held held) {
    this.run = run;
    this.disk = disk;
    this.locks = locks;
    this.held = held;
  }

  static Owner of(RunFolder run, Disk disk) {
    Locks locks = new Locks(run.path());
    return new Owner(run, disk, locks, locks.exclusively(locks::live));
  }

  /// Takes a replicate.
  ///
  /// @return empty if it is finished or belongs to a living owner
  /// @throws RunFolderException if the folder cannot be written
  public Optional<TakenReplicate> take(String experiment, int replicate) {
    if (replicate < 0) {
      throw new IllegalArgumentException("replicate must be 0 or more, was " + replicate);
    }
    return locks.exclusively(() -> takeAlone(experiment, replicate));
  }

  /// Stops owning; what was taken and not finished stays open.
  @Override
  public void close() {
    locks.exclusively(() -> {
      locks.leave(held);
      return true;
    });
  }

  RunFolder run() {
    return run;
  }

  Disk disk() {
    return disk;
  }

  /// No longer works on a replicate.
  void release(Path file) {
    working.remove(file);
  }

  private Optional<TakenReplicate> takeAlone(String experiment, int replicate) {
    Path file = run.file(experiment, replicate);
    Optional<ReplicateFile> before = run.read(experiment, replicate);
    if (before.isPresent() && (before.get().end().isPresent() || owned(before.get()))) {
      return Optional.empty();
    }
    Checkpoint checkpoint = Checkpoint.NONE;
    if (before.isPresent()) {
      checkpoint = Checkpoint.read(run, experiment, replicate, before.get().lines());
    }
    List<String> lines = new ArrayList<>();
    lines.add(ReplicateFile.head(held.owner(), run.id(), experiment, replicate));
    lines.addAll(checkpoint.lines());
    try {
      deleteUnfinished(file);
      byte[] bytes = ReplicateFile.bytes(lines);
      disk.replace(file, channel -> channel.write(ByteBuffer.wrap(bytes)));
      if (checkpoint.state().isEmpty()) {
        Files.deleteIfExists(run.checkpoint(experiment, replicate));
      }
      TakenReplicate taken = TakenReplicate.begin(this, experiment, replicate, checkpoint);
      working.add(file);
      return Optional.of(taken);
    } catch (IOException e) {
      throw new RunFolderException(
          file + " cannot be written: " + Runs.reason(e) + "; " + run.kept(), e);
    }
  }

  /// Deletes what a killed owner was about to rename into the replicate's place.
  private static void deleteUnfinished(Path file) throws IOException {
    String name = file.getFileName().toString();
    String glob = "." + name.substring(0, name.indexOf('.')) + ".*.tmp";
    try (DirectoryStream<Path> left =
        Files.newDirectoryStream(file.toAbsolutePath().getParent(), glob)) {
      for (Path each : left) {
        Files.deleteIfExists(each);
      }
    }
  }

  private boolean owned(ReplicateFile file) {
    return file.owner().equals(held.owner())
        ? working.contains(file.file())
        : locks.alive(file.owner());
  }
}
