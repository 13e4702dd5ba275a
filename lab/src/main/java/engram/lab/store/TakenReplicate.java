// SPDX-License-Identifier: Apache-2.0
package engram.lab.store;

import engram.error.RunFolderException;
import engram.lab.measure.Entry;
import engram.lab.measure.Replicate;
import engram.state.Safetensors;
import engram.state.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A replicate that belongs to an owner: its file grows by what is appended, until it is finished
/// or closed. For one thread.
///
/// Every method that writes throws [RunFolderException] if it cannot, with what is kept.
public final class TakenReplicate implements AutoCloseable {
  private static final int BUFFERED_LINES = 512;

  private final Owner owner;
  private final String experiment;
  private final int index;
  private final Checkpoint from;
  private final Disk.Growing file;
  private final ReplicateLines text = new ReplicateLines();
  private final List<String> lines;
  private final List<Entry> entries;
  private int flushed;

  private TakenReplicate(
      Owner owner, String experiment, int index, Checkpoint from, Disk.Growing file) {
    this.owner = owner;
    this.experiment = experiment;
    this.index = index;
    this.from = from;
    this.file = file;
    this.lines = new ArrayList<>(from.lines());
    this.flushed = lines.size();
    this.entries = new ArrayList<>(text.read(lines));
  }

  /// Takes over a file that holds its head and the checkpoint's lines.
  static TakenReplicate begin(Owner owner, String experiment, int index, Checkpoint from)
      throws IOException {
    return new TakenReplicate(
        owner, experiment, index, from, owner.disk().grow(owner.run().file(experiment, index)));
  }

  /// The last checkpoint; empty if the replicate begins at its beginning.
  public Optional<Snapshot> resumed() {
    return from.state();
  }

  /// What was written before the checkpoint, and is kept.
  public List<Entry> kept() {
    return List.copyOf(entries);
  }

  /// The seconds that the replicate had taken by the checkpoint.
  public double secondsBefore() {
    return from.seconds();
  }

  /// Why a checkpoint that was there was not used; empty if nothing was wrong.
  public String problem() {
    return from.problem();
  }

  /// Appends what the replicate measured.
  public void append(Entry entry) {
    lines.addAll(text.write(entry));
    entries.add(entry);
    if (lines.size() - flushed >= BUFFERED_LINES) {
      writing(this::flush);
    }
  }

  /// Keeps a checkpoint that stands behind everything appended so far.
  ///
  /// @param step where the replicate stands
  /// @param seconds that it has taken, those before the last checkpoint included
  public void checkpoint(long step, Snapshot state, double seconds) {
    Snapshot tied =
        Checkpoint.tied(
            state,
            owner.run(),
            experiment,
            index,
            lines.size(),
            Checkpoint.digest(lines),
            step,
            seconds);
    writing(() -> {
      flush();
      file.force();
      owner.disk().replace(checkpointFile(), channel -> Safetensors.write(channel, tied));
    });
  }

  /// Closes the file by its end line.
  ///
  /// @param seconds that the replicate has taken, those before the last checkpoint included
  public Replicate finish(double seconds) {
    Replicate replicate = new Replicate(index, entries);
    lines.add(ReplicateFile.end(replicate.digest(), entries.size(), seconds));
    writing(() -> {
      flush();
      file.force();
      Files.deleteIfExists(checkpointFile());
    });
    return replicate;
  }

  /// Lets go; a replicate that is not finished stays open.
  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw failed(e);
    } finally {
      owner.release(path());
    }
  }

  private interface Writing {
    void run() throws IOException;
  }

  private void writing(Writing work) {
    try {
      work.run();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private void flush() throws IOException {
    file.append(ReplicateFile.bytes(lines.subList(flushed, lines.size())));
    flushed = lines.size();
  }

  private RunFolderException failed(IOException e) {
    return new RunFolderException(
        path() + " cannot be written: " + Runs.reason(e) + "; " + owner.run().kept(), e);
  }

  private Path path() {
    return owner.run().file(experiment, index);
  }

  private Path checkpointFile() {
    return owner.run().checkpoint(experiment, index);
  }
}
