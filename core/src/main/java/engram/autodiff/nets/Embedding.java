// SPDX-License-Identifier: Apache-2.0
package engram.autodiff.nets;

import engram.autodiff.Node;
import engram.autodiff.Parameters;
import engram.random.Seeds;

/// A row of a table for each index: from whole numbers of any shape to that shape with one more
/// axis.
///
/// @param name of its parameter `name.weight`
/// @param count rows of the table: indices are below it
/// @param width numbers of a row
/// @param deviation standard deviation of the first values
public record Embedding(String name, int count, int width, double deviation) implements Layer {
  /// With first values of deviation 1.
  public static Embedding of(String name, int count, int width) {
    return new Embedding(name, count, width, 1);
  }

  @Override
  public void addTo(Parameters parameters, Seeds seeds) {
    String weight = name + ".weight";
    parameters.addNormal(weight, seeds.stream(weight), deviation, count, width);
  }

  @Override
  public Node apply(Node indices, Mode mode) {
    return indices
        .graph()
        .within(
            name, () -> indices.graph().parameter(name + ".weight", count, width).rows(indices));
  }
}
