// SPDX-License-Identifier: Apache-2.0
package engram.autodiff.nets;

import engram.autodiff.Node;
import engram.autodiff.Parameters;
import engram.random.Seeds;

/// A part of a net. Implementations are values: they hold sizes and names, no numbers that are
/// trained.
public interface Layer {
  /// Makes its parameters, with their first values.
  ///
  /// @param seeds below which each parameter has a stream of its name
  void addTo(Parameters parameters, Seeds seeds);

  /// Builds its nodes over the parameters of the operand's graph.
  Node apply(Node x, Mode mode);

  /// Whether a net is trained or judged.
  enum Mode {
    /// Dropout draws, batch norm takes the batch's own moments.
    TRAINING,
    /// Dropout does nothing, batch norm takes the running moments.
    JUDGING
  }
}
