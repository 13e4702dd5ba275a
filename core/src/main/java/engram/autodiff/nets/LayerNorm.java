// SPDX-License-Identifier: Apache-2.0
package engram.autodiff.nets;

import engram.autodiff.Node;
import engram.autodiff.Parameters;
import engram.random.Seeds;

/// `y = (x - mean) / sqrt(variance + epsilon) * scale + shift` over the last axis [3].
///
/// References: see the package.
///
/// @param name of its parameters `name.weight`, from 1, and `name.bias`, from 0
/// @param width extent of the last axis
/// @param epsilon above 0
public record LayerNorm(String name, int width, double epsilon) implements Layer {
  /// With epsilon 1e-5.
  public static LayerNorm of(String name, int width) {
    return new LayerNorm(name, width, 1e-5);
  }

  @Override
  public void addTo(Parameters parameters, Seeds seeds) {
    parameters.add(name + ".weight", width).fill(1);
    parameters.add(name + ".bias", width);
  }

  @Override
  public Node apply(Node x, Mode mode) {
    return x.graph()
        .within(
            name,
            () ->
                x.standardised(epsilon)
                    .times(x.graph().parameter(name + ".weight", width))
                    .plus(x.graph().parameter(name + ".bias", width)));
  }
}
