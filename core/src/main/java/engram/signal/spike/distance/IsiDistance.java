// SPDX-License-Identifier: Apache-2.0
package engram.signal.spike.distance;

import engram.signal.spike.SpikeTrain;
import engram.source.FromPaper;

/// The ISI distance [4]: with `nu_x(t)` the length of the interval of a train in which t lies, the
/// mean over the observation of
///
///     |nu_x(t) - nu_y(t)| / max(nu_x(t), nu_y(t))
///
/// in [0, 1); 0 where the local rates agree at all times, wherever the spikes lie. Nothing is to be
/// chosen. The edges are those of [6].
///
/// References: see the package.
@FromPaper(value = "pspm", at = "spec: ISI and SPIKE distance")
public record IsiDistance() implements TrainDistance {
  @Override
  public double between(SpikeTrain first, SpikeTrain second) {
    first.requireSameDuration(second);
    Stretches x = new Stretches(first);
    Stretches y = new Stretches(second);
    double time = 0;
    double sum = 0;
    while (time < first.durationMs()) {
      double next = Math.min(x.next(), y.next());
      double nuX = x.length();
      double nuY = y.length();
      sum += (next - time) * Math.abs(nuX - nuY) / Math.max(nuX, nuY);
      time = next;
      x.advance(time);
      y.advance(time);
    }
    return sum / first.durationMs();
  }
}
