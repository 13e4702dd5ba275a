// SPDX-License-Identifier: Apache-2.0
package engram.autodiff.nets;

import engram.autodiff.Node;
import engram.autodiff.Parameters;
import engram.random.Seeds;

/// In training, sets each number to 0 with a probability and divides the others by what is left, so
/// that the mean stays [6]; in judging, nothing.
///
/// References: see the package.
///
/// @param name of its stream
/// @param seeds below which the stream stands; the draws are a function of it and the step
/// @param zeroProbability in [0, 1)
public record Dropout(String name, Seeds seeds, double zeroProbability) implements Layer {
  /// Checks the probability.
  public Dropout {
    if (!(zeroProbability >= 0 && zeroProbability < 1)) {
      throw new IllegalArgumentException(
          "zeroProbability must be in [0, 1), was " + zeroProbability);
    }
  }

  @Override
  public void addTo(Parameters parameters, Seeds unused) {}

  @Override
  public Node apply(Node x, Mode mode) {
    if (mode == Mode.JUDGING || zeroProbability == 0) {
      return x;
    }
    return x.graph()
        .within(
            name, () -> x.times(x.graph().mask(seeds, name, zeroProbability, x.shape().extents())));
  }
}
