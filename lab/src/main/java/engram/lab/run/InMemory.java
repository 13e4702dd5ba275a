// SPDX-License-Identifier: Apache-2.0
package engram.lab.run;

import engram.error.DataMissingException;
import engram.kernel.Workers;
import engram.lab.Experiment;
import engram.lab.Progress;
import engram.lab.Trial;
import engram.lab.measure.Entry;
import engram.lab.measure.Notebook;
import engram.lab.measure.Recorder;
import engram.lab.measure.Replicate;
import engram.lab.measure.Results;
import engram.random.Seeds;
import engram.state.Snapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// Replicates without a disk: for tests of an experiment and for programs that want the numbers
/// alone. Nothing is kept, nothing can be resumed; what is measured is the same to the last bit as
/// in a stored run of the same slug, seed and parameters.
///
/// ```java
/// Results results = InMemory.run("sdr", experiment, parameters, 3, 42);
/// ```
public final class InMemory {
  private InMemory() {}

  /// Runs replicates 0 to `replicates` - 1, one after the other, of an experiment without data
  /// sets.
  ///
  /// @param slug the paper's slug, which is part of the randomness
  public static <P extends Record> Results run(
      String slug, Experiment<P> experiment, P parameters, int replicates, long seed) {
    return run(slug, experiment, parameters, replicates, seed, InMemory::noData);
  }

  /// The same, with data.
  ///
  /// @param data the folder of a data set by its name
  public static <P extends Record> Results run(
      String slug,
      Experiment<P> experiment,
      P parameters,
      int replicates,
      long seed,
      Function<String, Path> data) {
    if (replicates < 1) {
      throw new IllegalArgumentException("replicates must be at least 1, was " + replicates);
    }
    List<Replicate> finished = new ArrayList<>();
    for (int i = 0; i < replicates; i++) {
      List<Entry> entries = new ArrayList<>();
      Seeds seeds = ReplicateSeeds.of(seed, slug, i);
      experiment.run(parameters, new MemoryTrial(seeds, new Recorder(entries::add), data));
      finished.add(new Replicate(i, entries));
    }
    return new Results(finished);
  }

  private static Path noData(String name) {
    throw new DataMissingException(
        "data set " + name + " was asked for where no data was given to the run");
  }

  private record MemoryTrial(Seeds seeds, Notebook out, Function<String, Path> folders)
      implements Trial {
    @Override
    public Path data(String name) {
      return folders.apply(name);
    }

    @Override
    public Progress progress(String what, long total) {
      return _ -> {};
    }

    @Override
    public Optional<Snapshot> resumed() {
      return Optional.empty();
    }

    @Override
    public void checkpoint(long step, Supplier<Snapshot> state) {}

    @Override
    public Workers workers() {
      return Workers.one();
    }
  }
}
