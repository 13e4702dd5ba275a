// SPDX-License-Identifier: Apache-2.0
package engram.autodiff.train;

import engram.state.Snapshot;
import java.util.List;

/// A parameter that a trainer moves.
sealed interface Moved permits Trained, Added {
  /// One step.
  ///
  /// @param step from 1
  void update(Optimiser optimiser, double rate, long step);

  /// The sum of the gradient's squares.
  double squares();

  /// Scales the gradient.
  void scale(double by);

  /// Brings each number of the gradient into [-most, most].
  void clamp(double most);

  /// Puts what is remembered of it into a snapshot.
  void save(Snapshot.Builder into, List<String> names);

  /// Reads everything and gives the writes that are left to do.
  List<Runnable> read(Snapshot from, List<String> names);
}
