// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.spike.factor;

import engram.plasticity.spike.SpikeRule;
import engram.source.FromPaper;

/// STDP that waits for a reward [1], [2]:
///
///     de/dt = -e / tau + (changes of the rule)
///     reward R:  w = bounded(w + eta (R - b) e),  then  b = b + share (R - b)
///
/// b begins at 0. With share 0 the reward counts as it is; otherwise a reward counts by how far it
/// exceeds what was usual, and the mean change is eta times the covariance of R and e. A reward at
/// the time of a spike comes after it.
///
/// References: [1], [2] in the package.
///
/// @param rule whose changes become eligible; the weight they depend on is that of their time
/// @param tauMs time constant of the eligibility e in ms, finite and above 0; usual 500 to 1000
/// @param eta rate, finite, 0 or more, for a reward of 1
/// @param baselineShare how fast b follows the rewards, in [0, 1]
@FromPaper(value = "hebbian-rules", at = "spec 15")
public record RewardModulation(SpikeRule rule, double tauMs, double eta, double baselineShare) {
  /// Checks the numbers.
  public RewardModulation {
    if (!(tauMs > 0 && tauMs < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("tauMs must be finite and above 0, was " + tauMs);
    }
    if (!(eta >= 0 && eta < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("eta must be finite and 0 or more, was " + eta);
    }
    if (!(baselineShare >= 0 && baselineShare <= 1)) {
      throw new IllegalArgumentException("baselineShare must be in [0, 1], was " + baselineShare);
    }
  }
}
