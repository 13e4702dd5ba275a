// SPDX-License-Identifier: Apache-2.0
package engram.spiking.pool.rival;

import engram.signal.spike.SpikeRaster;
import engram.signal.spike.distance.Coincidence;
import engram.spiking.pool.SynapseMask;
import engram.spiking.replay.DiscreteLif;
import engram.spiking.replay.Rasters;
import engram.spiking.replay.RecurrentWeights;
import java.util.ArrayList;
import java.util.List;

/// The free runs by which a rival's weights are kept.
final class FreeRuns {
  private final SpikeRaster target;
  private final int tolerance;
  private final List<Double> f1 = new ArrayList<>();
  private final List<Double> inTraining = new ArrayList<>();
  private RecurrentWeights best;
  private double highest = -1;

  /// Refuses what does not fit together.
  FreeRuns(
      DiscreteLif net,
      RecurrentWeights first,
      SynapseMask mask,
      SpikeRaster input,
      SpikeRaster target,
      int tolerance) {
    mask.require(first);
    Rasters.requireShape("input", input, net.neurons(), input.steps());
    Rasters.requireShape("target", target, net.neurons(), input.steps());
    this.target = target;
    this.tolerance = tolerance;
    best = first;
  }

  /// Judges the run of an epoch's first weights.
  void judge(double[] weights, SpikeRaster run) {
    double like = f1(run);
    f1.add(like);
    if (like > highest) {
      highest = like;
      best = RecurrentWeights.bySource(target.neurons(), weights);
    }
  }

  double f1(SpikeRaster run) {
    return Coincidence.of(target, run, tolerance, Coincidence.Matching.LENIENT).f1();
  }

  /// Keeps what an epoch says of itself.
  void note(double value) {
    inTraining.add(value);
  }

  FreeFit fit(double[] last) {
    return new FreeFit(best, RecurrentWeights.bySource(target.neurons(), last), f1, inTraining);
  }
}
