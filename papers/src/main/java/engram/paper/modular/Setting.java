// SPDX-License-Identifier: Apache-2.0
package engram.paper.modular;

import engram.lab.claim.Scale;
import engram.lab.parameter.Param;
import java.util.Optional;

/// Parameters of every page.
public record Setting(
    @Param(doc = "p, the modulus, odd", min = 3) int modulus,
    @Param(doc = "M, hidden neurons", min = 1) int neurons,
    @Param(doc = "steps of the longest training", min = 0) int steps,
    @Param(doc = "whether weights stay as they start") boolean still) {
  /// The parameters at a scale.
  ///
  /// @param steps at small
  static Optional<Setting> at(Scale scale, int steps) {
    return switch (scale) {
      case SMOKE -> Optional.of(new Setting(11, 64, 200, false));
      case SMALL -> Optional.of(new Setting(23, 512, steps, false));
      case FULL -> Optional.empty();
    };
  }

  /// The steps of a training that takes such a share of the longest.
  int steps(double share) {
    return still ? 0 : (int) Math.round(share * steps);
  }

  /// The same with weights that stay as they start.
  Setting held() {
    return new Setting(modulus, neurons, steps, true);
  }
}
