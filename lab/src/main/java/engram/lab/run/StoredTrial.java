// SPDX-License-Identifier: Apache-2.0
package engram.lab.run;

import engram.kernel.Workers;
import engram.lab.Progress;
import engram.lab.Trial;
import engram.lab.measure.Entry;
import engram.lab.measure.Notebook;
import engram.lab.measure.Recorder;
import engram.lab.measure.Replicate;
import engram.lab.store.TakenReplicate;
import engram.random.Seeds;
import engram.state.Snapshot;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// One replicate at work: what it measures goes to the disk, what it says of its progress to the
/// listener, and where it calls either it leaves if the run was asked to stop.
final class StoredTrial implements Trial {
  /// Where progress goes.
  interface ProgressListener {
    void at(String what, double fraction);
  }

  private final TakenReplicate taken;
  private final Seeds seeds;
  private final Setting setting;
  private final BooleanSupplier stopping;
  private final ProgressListener listener;
  private final Notebook notebook;
  private final Instant began;
  private Instant lastCheckpoint;
  private Instant lastProgress;
  private boolean replaying;

  StoredTrial(
      TakenReplicate taken,
      Seeds seeds,
      Setting setting,
      BooleanSupplier stopping,
      ProgressListener listener) {
    this.taken = taken;
    this.seeds = seeds;
    this.setting = setting;
    this.stopping = stopping;
    this.listener = listener;
    this.notebook = new Recorder(this::receive);
    this.began = setting.clock().instant();
    this.lastCheckpoint = began;
    this.lastProgress = Instant.MIN;
    replay();
  }

  /// Closes the replicate's file.
  Replicate finish() {
    return taken.finish(seconds());
  }

  /// Seconds of this replicate so far, those before its checkpoint included.
  double seconds() {
    Duration now = Duration.between(began, setting.clock().instant());
    return taken.secondsBefore() + Math.max(0, now.toMillis()) / 1000.0;
  }

  @Override
  public Seeds seeds() {
    return seeds;
  }

  @Override
  public Notebook out() {
    leaveIfStopping();
    return notebook;
  }

  @Override
  public Path data(String name) {
    return setting.data().apply(name);
  }

  @Override
  public Progress progress(String what, long total) {
    return done -> {
      leaveIfStopping();
      Instant now = setting.clock().instant();
      if (lastProgress.equals(Instant.MIN)
          || Duration.between(lastProgress, now).compareTo(setting.progressEvery()) >= 0) {
        lastProgress = now;
        listener.at(what, total <= 0 ? 0 : Math.clamp((double) done / total, 0, 1));
      }
    };
  }

  @Override
  public Optional<Snapshot> resumed() {
    return taken.resumed();
  }

  /// A replicate that is asked to stop keeps the checkpoint that it offers, whatever the clock
  /// says, and leaves.
  @Override
  public void checkpoint(long step, Supplier<Snapshot> state) {
    Instant now = setting.clock().instant();
    if (stopping.getAsBoolean()
        || Duration.between(lastCheckpoint, now).compareTo(setting.checkpointEvery()) >= 0) {
      taken.checkpoint(step, state.get(), seconds());
      lastCheckpoint = setting.clock().instant();
    }
    leaveIfStopping();
  }

  @Override
  public Workers workers() {
    return Workers.one();
  }

  private void receive(Entry entry) {
    if (!replaying) {
      leaveIfStopping();
      taken.append(entry);
    }
  }

  /// Tells the notebook what was written before the checkpoint, so that it knows which keys are
  /// taken.
  private void replay() {
    replaying = true;
    for (Entry entry : taken.kept()) {
      switch (entry) {
        case Entry.Value v -> notebook.value(v.key(), v.value());
        case Entry.Diverged d -> notebook.diverged(d.key(), d.why());
        case Entry.Point _, Entry.Row _ -> {}
      }
    }
    replaying = false;
  }

  private void leaveIfStopping() {
    if (stopping.getAsBoolean()) {
      throw new Stopped();
    }
  }
}
