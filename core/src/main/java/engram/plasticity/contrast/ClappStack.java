// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.contrast;

import engram.source.FromPaper;
import java.util.List;

/// Layers of CLAPP above each other [1], [2]: a layer takes the activity of the one below as its
/// input and learns by its own loss; nothing of that loss reaches further down.
///
/// References: [1], [2] in the package.
@FromPaper(value = "hebbian-rules", at = "spec 19")
public final class ClappStack {
  private final List<ClappLayer> layers;

  /// @param layers lowest first, at least one; each has as many inputs as the one below has units;
  ///   kept and changed
  public ClappStack(List<ClappLayer> layers) {
    if (layers.isEmpty()) {
      throw new IllegalArgumentException("layers must be at least one, was 0");
    }
    for (int l = 1; l < layers.size(); l++) {
      if (layers.get(l).inputs() != layers.get(l - 1).units()) {
        throw new IllegalArgumentException(
            "inputs of layer %d must be the units below, %d, was %d"
                .formatted(l, layers.get(l - 1).units(), layers.get(l).inputs()));
      }
    }
    this.layers = List.copyOf(layers);
  }

  /// The activities of all layers, lowest first.
  public double[][] activities(double[] x) {
    double[][] activities = new double[layers.size()][];
    double[] below = x;
    for (int l = 0; l < activities.length; l++) {
      activities[l] = layers.get(l).activity(below);
      below = activities[l];
    }
    return activities;
  }

  /// Learns from two inputs: all layers at once, from activities before the step.
  ///
  /// @param now what is seen first
  /// @param then what is seen next
  /// @param same whether both come from the same thing
  /// @param eta rate, finite, 0 or more
  /// @return the loss of each layer before the step
  public double[] learn(double[] now, double[] then, boolean same, double eta) {
    double[][] first = activities(now);
    double[][] next = activities(then);
    double[] losses = new double[layers.size()];
    for (int l = 0; l < losses.length; l++) {
      double[] belowFirst = l == 0 ? now : first[l - 1];
      double[] belowNext = l == 0 ? then : next[l - 1];
      ClappLayer.Change change = layers.get(l).change(belowFirst, belowNext, same);
      layers.get(l).learn(change, eta);
      losses[l] = change.loss();
    }
    return losses;
  }
}
