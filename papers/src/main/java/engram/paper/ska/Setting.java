// SPDX-License-Identifier: Apache-2.0
package engram.paper.ska;

import engram.credit.entropic.SkaParameters;
import engram.credit.entropic.SkaRule;
import engram.lab.claim.Scale;
import engram.lab.parameter.Param;
import java.util.List;

/// Parameters of a run on images; the defaults of scale small are the paper's.
record Setting(
    @Param(doc = "images of each class in the batch", min = 1, max = 170) int imagesPerClass,
    @Param(
            doc = "images at most that the network has not seen, for reading out",
            min = 10,
            max = 10000)
        int heldOut,
    @Param(doc = "steps; the first two only look", min = 3, max = 5000) int steps,
    @Param(doc = "step in the paper's unit of time", min = 1e-6, max = 1) double eta,
    @Param(doc = "standard deviation of the first weights", min = 0, max = 10) double initScale,
    @Param(doc = "gradient that each layer descends; fixed: weights stay") SkaRule rule) {
  static Setting at(Scale scale) {
    return switch (scale) {
      case SMOKE -> new Setting(10, 100, 12, 0.01, 0.01, SkaRule.CODE);
      case SMALL -> new Setting(100, 2000, 50, 0.01, 0.01, SkaRule.CODE);
      case FULL -> new Setting(100, 10_000, 50, 0.01, 0.01, SkaRule.CODE);
    };
  }

  Setting sabotaged() {
    return new Setting(imagesPerClass, heldOut, steps, eta, initScale, SkaRule.FIXED);
  }

  /// The paper's layers over so many inputs.
  SkaParameters network(int inputs) {
    return new SkaParameters(List.of(inputs, 256, 128, 64, 10), eta, rule, initScale);
  }
}
