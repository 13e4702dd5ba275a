// SPDX-License-Identifier: Apache-2.0
package engram.paper.benign;

import engram.lab.claim.Scale;
import engram.lab.parameter.Param;
import java.util.Optional;

/// Parameters of the pages that compare fixed arms.
public record Training(
    @Param(doc = "length of the weak patch; the strong one has 1", min = 0, max = 1)
        double weakNorm,
    @Param(doc = "steps of training", min = 40) int steps,
    @Param(doc = "fresh test examples", min = 10) int testPoints,
    @Param(doc = "no step is larger, in units of the threshold", min = 0.01) double stepLimit) {
  /// A limit that no arm reaches.
  private static final double NO_LIMIT = 100;

  /// The parameters at a scale.
  static Optional<Training> at(Scale scale, double weakNorm) {
    return switch (scale) {
      case SMOKE -> Optional.of(new Training(weakNorm, 400, 100, NO_LIMIT));
      case SMALL -> Optional.of(new Training(weakNorm, 8000, 1000, NO_LIMIT));
      case FULL -> Optional.empty();
    };
  }

  /// The same with every step held at or below this multiple of the threshold.
  Training heldAt(double limit) {
    return new Training(weakNorm, steps, testPoints, limit);
  }
}
