// SPDX-License-Identifier: Apache-2.0
package engram.credit.rate;

import engram.plasticity.rate.LearningRatePolicy;
import engram.source.FromPaper;
import java.util.List;

/// A constant rate at the mean of another run's rates. Where it does as well as the run that it
/// shadows, that run's moves were worth nothing beyond the rate at which they ended up.
///
/// @param eta finite, 0 or more
@FromPaper(value = "homeostatic", at = "spec: shadow arm")
public record Shadow(double eta) implements LearningRatePolicy {
  /// Checks the rate.
  public Shadow {
    LearningRatePolicy.requireRate("eta", eta);
  }

  /// The shadow of a run.
  ///
  /// @param rates the run's rate at each update, at least one
  public static Shadow of(List<Double> rates) {
    if (rates.isEmpty()) {
      throw new IllegalArgumentException("rates must be at least one, was none");
    }
    return new Shadow(rates.stream().mapToDouble(rate -> rate).sum() / rates.size());
  }

  @Override
  public double rate(long step, double norm) {
    return eta;
  }
}
