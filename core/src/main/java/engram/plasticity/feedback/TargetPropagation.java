// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.feedback;

import engram.source.FromPaper;
import java.util.List;
import java.util.function.UnaryOperator;

/// Difference target propagation [5]: each layer gets a target, by an inverse of the layer above and
/// a correction for what that inverse misses:
///
///     t_l = h_l + g_{l+1}(t_{l+1}) - g_{l+1}(h_{l+1})
///
/// A layer then learns to reach its target: its error is `h_l - t_l`. For orthogonal linear layers
/// and their exact inverses this error is that of backpropagation.
///
/// References: [5] in the package.
@FromPaper(value = "hebbian-rules", at = "spec 19")
public final class TargetPropagation {
  private TargetPropagation() {}

  /// The targets of all layers, lowest first.
  ///
  /// @param h activities of layers, lowest first, at least one
  /// @param inverses inverse of each layer but the lowest: from its activity to that of the layer
  ///   below
  /// @param target of the last layer
  public static double[][] targets(
      double[][] h, List<UnaryOperator<double[]>> inverses, double[] target) {
    if (h.length == 0 || inverses.size() != h.length - 1) {
      throw new IllegalArgumentException(
          "inverses must be one a layer but the lowest, %d, was %d"
              .formatted(h.length - 1, inverses.size()));
    }
    double[][] targets = new double[h.length][];
    targets[h.length - 1] = target.clone();
    for (int l = h.length - 2; l >= 0; l--) {
      double[] fromTarget = inverses.get(l).apply(targets[l + 1]);
      double[] fromActivity = inverses.get(l).apply(h[l + 1]);
      targets[l] = h[l].clone();
      for (int i = 0; i < h[l].length; i++) {
        targets[l][i] += fromTarget[i] - fromActivity[i];
      }
    }
    return targets;
  }
}
