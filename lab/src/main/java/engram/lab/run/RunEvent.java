// SPDX-License-Identifier: Apache-2.0
package engram.lab.run;

/// Something that happened in a run. Events come one at a time, in order; those of one replicate
/// begin with [Started].
public sealed interface RunEvent {
  /// The experiment's id.
  String experiment();

  /// A replicate begins, at its beginning or at its last checkpoint.
  ///
  /// @param resumed whether it goes on from a checkpoint
  record Started(String experiment, int replicate, boolean resumed) implements RunEvent {}

  /// A checkpoint was there that cannot be used, so that the replicate begins anew.
  ///
  /// @param why names the file
  record CheckpointRefused(String experiment, int replicate, String why) implements RunEvent {}

  /// A replicate says how far it is; not more often than the setting allows.
  ///
  /// @param what it is doing
  /// @param fraction of that work which is done, in [0, 1]
  record Progressed(String experiment, int replicate, String what, double fraction)
      implements RunEvent {}

  /// A replicate is finished and kept.
  ///
  /// @param seconds that it took
  record ReplicateFinished(String experiment, int replicate, double seconds, String digest)
      implements RunEvent {}

  /// All replicates of an experiment that this run asked for are finished, by whomever.
  ///
  /// @param replicates how many
  record ExperimentFinished(String experiment, int replicates) implements RunEvent {}

  /// A replicate failed; it stays open.
  record Failed(String experiment, int replicate, Throwable cause) implements RunEvent {}
}
