// SPDX-License-Identifier: Apache-2.0
package engram.paper.ska;

import engram.credit.entropic.SkaParameters;
import engram.credit.entropic.SkaRule;
import engram.lab.parameter.Param;
import java.util.List;

/// Parameters of [TimeInvariance]; the time reached is .02 times the long steps.
record Times(
    @Param(doc = "images of each class in the batch", min = 1, max = 170) int imagesPerClass,
    @Param(doc = "steps of .02 until the end", min = 2, max = 500) int longSteps,
    @Param(doc = "standard deviation of the first weights", min = 0, max = 10) double initScale,
    @Param(doc = "gradient that each layer descends; fixed: weights stay") SkaRule rule) {
  SkaParameters network(int inputs, double eta) {
    return new SkaParameters(List.of(inputs, 256, 128, 64, 10), eta, rule, initScale);
  }
}
