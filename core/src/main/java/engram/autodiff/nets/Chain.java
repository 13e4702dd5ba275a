// SPDX-License-Identifier: Apache-2.0
package engram.autodiff.nets;

import engram.autodiff.Node;
import engram.autodiff.Parameters;
import engram.random.Seeds;
import java.util.ArrayList;
import java.util.List;

/// Layers one after the other.
///
/// @param layers in order
public record Chain(List<Layer> layers) implements Layer {
  /// Keeps a copy of the list.
  public Chain {
    layers = List.copyOf(layers);
  }

  /// Layers one after the other.
  public static Chain of(Layer... layers) {
    return new Chain(List.of(layers));
  }

  /// Linear layers `layer1`, `layer2`, ... with an activation between each two.
  ///
  /// @param activation between layers, not behind the last
  /// @param sizes inputs, then the units of each layer
  public static Chain perceptron(Activation activation, int... sizes) {
    if (sizes.length < 2) {
      throw new IllegalArgumentException(
          "sizes must be inputs and at least one layer, was " + sizes.length);
    }
    List<Layer> layers = new ArrayList<>();
    for (int i = 1; i < sizes.length; i++) {
      if (i > 1) {
        layers.add(activation);
      }
      layers.add(new Linear("layer" + i, sizes[i - 1], sizes[i], true, activation.initial()));
    }
    return new Chain(layers);
  }

  @Override
  public void addTo(Parameters parameters, Seeds seeds) {
    for (Layer layer : layers) {
      layer.addTo(parameters, seeds);
    }
  }

  @Override
  public Node apply(Node x, Mode mode) {
    Node y = x;
    for (Layer layer : layers) {
      y = layer.apply(y, mode);
    }
    return y;
  }
}
