// SPDX-License-Identifier: Apache-2.0
package engram.signal.spike.distance;

import engram.signal.spike.SpikeTrain;
import engram.source.FromPaper;

/// The SPIKE distance [5]. Each spike has the time d to the nearest spike of the other train; between
/// spikes of a train d is linear, which gives `S_x(t)`. With nu the lengths of the intervals in
/// which t lies, it is the mean over the observation of
///
///     S(t) = ( S_x nu_y + S_y nu_x ) / ( 2 ((nu_x + nu_y) / 2)^2 )
///
/// in [0, 1]; 0 for equal trains, and for others only where auxiliary spikes make up for the
/// difference, as between a train with its one spike at an edge and silence. S is linear between the spikes of both, so that the integral
/// is exact. Nothing is to be chosen. The edges are those of [6].
///
/// References: see the package.
@FromPaper(value = "pspm", at = "spec: ISI and SPIKE distance")
public record SpikeDistance() implements TrainDistance {
  @Override
  public double between(SpikeTrain first, SpikeTrain second) {
    first.requireSameDuration(second);
    Stretches x = new Stretches(first);
    Stretches y = new Stretches(second);
    double[] nearestX = x.nearest(y);
    double[] nearestY = y.nearest(x);
    double time = 0;
    double sum = 0;
    while (time < first.durationMs()) {
      double next = Math.min(x.next(), y.next());
      double nuX = x.length();
      double nuY = y.length();
      double left = x.between(nearestX, time) * nuY + y.between(nearestY, time) * nuX;
      double right = x.between(nearestX, next) * nuY + y.between(nearestY, next) * nuX;
      double mean = (nuX + nuY) / 2;
      sum += (next - time) * (left + right) / (4 * mean * mean);
      time = next;
      x.advance(time);
      y.advance(time);
    }
    return sum / first.durationMs();
  }
}
