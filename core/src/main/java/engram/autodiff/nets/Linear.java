// SPDX-License-Identifier: Apache-2.0
package engram.autodiff.nets;

import engram.autodiff.Node;
import engram.autodiff.Parameters;
import engram.random.Seeds;

/// `y = x W + b` over the last axis: W has a row for each input.
///
/// @param name of its parameters `name.weight` and `name.bias`
/// @param inputs at least 1
/// @param outputs at least 1
/// @param bias whether b is there; it begins at 0
/// @param initial of W
public record Linear(String name, int inputs, int outputs, boolean bias, Initial initial)
    implements Layer {
  /// Checks the sizes.
  public Linear {
    if (inputs < 1 || outputs < 1) {
      throw new IllegalArgumentException(
          "inputs and outputs must be at least 1, was %d and %d".formatted(inputs, outputs));
    }
  }

  /// With a bias, for relu.
  public static Linear of(String name, int inputs, int outputs) {
    return new Linear(name, inputs, outputs, true, Initial.HE);
  }

  @Override
  public void addTo(Parameters parameters, Seeds seeds) {
    String weight = name + ".weight";
    initial.add(parameters, weight, seeds.stream(weight), inputs, outputs, inputs, outputs);
    if (bias) {
      parameters.add(name + ".bias", outputs);
    }
  }

  @Override
  public Node apply(Node x, Mode mode) {
    return x.graph()
        .within(
            name,
            () -> {
              Node y = x.product(x.graph().parameter(name + ".weight", inputs, outputs));
              return bias ? y.plus(x.graph().parameter(name + ".bias", outputs)) : y;
            });
  }
}
