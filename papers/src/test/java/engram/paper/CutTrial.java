// SPDX-License-Identifier: Apache-2.0
package engram.paper;

import engram.kernel.Workers;
import engram.lab.Progress;
import engram.lab.Trial;
import engram.lab.measure.Entry;
import engram.lab.measure.Notebook;
import engram.lab.measure.Recorder;
import engram.random.Seeds;
import engram.state.Snapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// A trial that takes every checkpoint, is cut at one of them, and goes on from it.
final class CutTrial implements Trial {
  /// It was cut.
  static final class Cut extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private final List<Entry> entries = new ArrayList<>();
  private final Notebook notebook = new Recorder(entries::add);
  private final Function<String, Path> data;
  private final int cutAt;
  private final Optional<Snapshot> from;
  private Optional<Snapshot> last = Optional.empty();
  private int offered;

  private CutTrial(Function<String, Path> data, int cutAt, Optional<Snapshot> from) {
    this.data = data;
    this.cutAt = cutAt;
    this.from = from;
  }

  /// @param data the folder of a data set by its name
  static CutTrial whole(Function<String, Path> data) {
    return new CutTrial(data, Integer.MAX_VALUE, Optional.empty());
  }

  /// @param checkpoint at which it is cut, from 1
  static CutTrial cutAt(int checkpoint, Function<String, Path> data) {
    return new CutTrial(data, checkpoint, Optional.empty());
  }

  /// What goes on, with all that was written before the checkpoint.
  CutTrial goingOn() {
    CutTrial next = new CutTrial(data, Integer.MAX_VALUE, last);
    for (Entry entry : entries) {
      switch (entry) {
        case Entry.Value v -> next.notebook.value(v.key(), v.value());
        case Entry.Point p -> next.notebook.series(p.key(), p.x(), p.y());
        case Entry.Row r -> next.notebook.row(r.table(), r.cells());
        case Entry.Diverged d -> next.notebook.diverged(d.key(), d.why());
      }
    }
    return next;
  }

  List<Entry> entries() {
    return entries;
  }

  int offered() {
    return offered;
  }

  @Override
  public void checkpoint(long step, Supplier<Snapshot> state) {
    offered++;
    last = Optional.of(state.get());
    if (offered == cutAt) {
      throw new Cut();
    }
  }

  @Override
  public Optional<Snapshot> resumed() {
    return from;
  }

  @Override
  public Seeds seeds() {
    return Seeds.of(5);
  }

  @Override
  public Notebook out() {
    return notebook;
  }

  @Override
  public Path data(String name) {
    return data.apply(name);
  }

  @Override
  public Progress progress(String what, long total) {
    return _ -> {};
  }

  @Override
  public Workers workers() {
    return Workers.one();
  }
}
