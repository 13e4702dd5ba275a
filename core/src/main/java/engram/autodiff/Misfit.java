// SPDX-License-Identifier: Apache-2.0
package engram.autodiff;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Refusals of shapes that do not fit; each names both.
final class Misfit {
  private Misfit() {}

  /// `shapes must fit, was [128,784] times [512,10]`.
  static IllegalArgumentException of(Operation operation, List<Shape> operands) {
    return of(operation.word(), operands.toArray(Shape[]::new));
  }

  static IllegalArgumentException of(String word, Shape... operands) {
    return new IllegalArgumentException(
        "shapes must fit, was "
            + Arrays.stream(operands)
                .map(Shape::toString)
                .collect(Collectors.joining(" " + word + " ")));
  }
}
