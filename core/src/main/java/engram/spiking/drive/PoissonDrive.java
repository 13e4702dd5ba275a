// SPDX-License-Identifier: Apache-2.0
package engram.spiking.drive;

import engram.neuron.Site;
import engram.random.PoissonCounts;
import engram.random.Seeds;

/// Independent Poisson spikes onto each neuron, as from many sources whose rates add up.
///
/// In each step a neuron receives `weight` times a count of mean `rate dt`. Counts are keyed by
/// (neuron, step), so each neuron has a stream of its own.
///
/// @param onto which neurons, at which receptor
/// @param rateHz summed rate onto one neuron, in 1/s
/// @param weight of one spike, in the unit of the receptor
/// @param window when it is on
public record PoissonDrive(Onto onto, double rateHz, double weight, Window window)
    implements Drive {
  /// Checks.
  public PoissonDrive {
    if (!(rateHz >= 0 && rateHz < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("rateHz must be 0 or more and finite, was " + rateHz);
    }
    if (!Double.isFinite(weight)) {
      throw new IllegalArgumentException("weight must be finite, was " + weight);
    }
  }

  /// Always on.
  public PoissonDrive(Onto onto, double rateHz, double weight) {
    this(onto, rateHz, weight, Window.ALWAYS);
  }

  @Override
  public Injection injection(Site site, Seeds seeds) {
    PoissonCounts counts = new PoissonCounts(rateHz * site.dtMs() / 1000);
    long first = window.firstStep(site.dtMs());
    long end = window.endStep(site.dtMs());
    float jump = (float) weight;
    return (in, at, step) -> {
      if (step >= first && step < end) {
        counts.add(site.key(), step, site.first(), jump, in, at, site.count());
      }
    };
  }
}
