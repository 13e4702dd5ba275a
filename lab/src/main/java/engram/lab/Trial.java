// SPDX-License-Identifier: Apache-2.0
package engram.lab;

import engram.kernel.Workers;
import engram.lab.measure.Notebook;
import engram.random.Seeds;
import engram.state.Snapshot;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/// What the lab gives one replicate.
public interface Trial {
  /// The randomness of this replicate: a node of the run's tree that depends on the run's seed and
  /// the replicate's number alone, so that all arms of a replicate can share streams and be
  /// compared in pairs.
  Seeds seeds();

  /// Where measurements go.
  Notebook out();

  /// The folder of a data set that the experiment's needs name.
  ///
  /// @throws engram.error.DataMissingException if it is nowhere: never for a set that [Needs]
  ///   names, which was asked before
  Path data(String name);

  /// Says what takes long, and how much of it there is.
  Progress progress(String what, long total);

  /// The last checkpoint of this replicate, if it was interrupted after one. What it wrote before
  /// that checkpoint is kept.
  Optional<Snapshot> resumed();

  /// Offers a checkpoint; the lab takes it now or leaves it, by the clock. A replicate that resumes
  /// from it must continue to the same bits.
  ///
  /// @param step where the replicate stands
  /// @param state makes the state, called only if the checkpoint is taken
  void checkpoint(long step, Supplier<Snapshot> state);

  /// Threads that this replicate may use; one, unless the run gives it more.
  Workers workers();
}
