// SPDX-License-Identifier: Apache-2.0
package engram.autodiff.internal;

import engram.autodiff.array.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Refusals of shapes that do not fit; each names both.
public final class Misfit {
  private Misfit() {}

  /// `shapes must fit, was [128,784] times [512,10]`.
  ///
  /// @param word that stands between two shapes
  public static IllegalArgumentException of(String word, List<Shape> operands) {
    return of(word, operands.toArray(Shape[]::new));
  }

  /// The same of shapes given one by one.
  public static IllegalArgumentException of(String word, Shape... operands) {
    return new IllegalArgumentException(
        "shapes must fit, was "
            + Arrays.stream(operands)
                .map(Shape::toString)
                .collect(Collectors.joining(" " + word + " ")));
  }
}
