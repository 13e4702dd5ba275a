// SPDX-License-Identifier: Apache-2.0
package engram.credit.entropic;

import java.util.List;

/// What one step showed, layer by layer. At step 0 there is nothing to compare with, and at step 1
/// the weights have not moved yet: all but the norms is 0.
///
/// @param step its number, from 0
/// @param layers the layers, first to last
public record SkaTrace(int step, List<Layer> layers) {
  /// Copies.
  public SkaTrace {
    layers = List.copyOf(layers);
  }

  /// What one layer showed. `dZ`, `dD` are changes since the last step; sums run over samples and
  /// units, so that they grow with the batch.
  ///
  /// @param entropyBits `H = -(1/ln 2) sum Z dD`, in bits
  /// @param cosine the cosine between Z and dD; 0 where one of them is 0
  /// @param flow the knowledge flow `|dZ| / eta` (Frobenius norm)
  /// @param net the step of the Tensor Net
  /// @param lagrangian `-sum Z D' dZ / eta`
  /// @param norms of knowledge and weights
  public record Layer(
      double entropyBits, double cosine, double flow, Net net, double lagrangian, Norms norms) {}

  /// The step of the Tensor Net, `sum dZ (D -+ (1/ln 2) Z D')`.
  ///
  /// @param code with the minus sign of the authors' code, which made the figures
  /// @param paper with the plus sign that follows from the paper's own gradient of H
  public record Net(double code, double paper) {}

  /// Frobenius norms.
  ///
  /// @param z of the knowledge
  /// @param w of the weights with which the step began
  public record Norms(double z, double w) {}

  /// A layer, from 0.
  public Layer layer(int index) {
    return layers.get(index);
  }
}
