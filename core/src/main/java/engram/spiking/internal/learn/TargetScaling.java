// SPDX-License-Identifier: Apache-2.0
package engram.spiking.internal.learn;

import engram.plasticity.homeostasis.SpikeRateScaling;
import engram.spiking.internal.part.Emission;
import engram.spiking.internal.synapse.Column;
import engram.spiking.learn.Learning;
import java.util.Arrays;
import java.util.List;

/// By what the synapses of each target are to be multiplied: a factor that gathers at the target's
/// spikes and is taken every so many steps.
final class TargetScaling {
  private final SpikeRateScaling scaling;
  private final double dtMs;
  private final long every;
  private final double[] rateHz;
  private final long[] since;
  private final double[] factor;

  TargetScaling(Learning.Scaled learning, int targets, double dtMs) {
    scaling = learning.scaling();
    this.dtMs = dtMs;
    every = Math.max(1, Math.round(learning.everyMs() / dtMs));
    rateHz = new double[targets];
    since = new long[targets];
    factor = new double[targets];
    Arrays.fill(factor, 1);
  }

  /// The spikes of a step.
  void take(Emission emission, int offset, long step) {
    for (int k = emission.from(offset); k < emission.to(offset); k++) {
      int i = emission.neurons()[k];
      pass(i, step);
      rateHz[i] = scaling.afterSpike(rateHz[i]);
    }
  }

  /// Whether factors are taken at the end of a step.
  boolean isDue(long step) {
    return (step + 1) % every == 0;
  }

  /// Brings the factors up to the end of a step at which they are due.
  void gather(long step) {
    for (int i = 0; i < factor.length; i++) {
      pass(i, step);
    }
  }

  /// The factor of a target.
  double of(int target) {
    return factor[target];
  }

  /// The factors have been taken.
  void begin() {
    Arrays.fill(factor, 1);
  }

  private void pass(int i, long step) {
    double elapsedMs = (step - since[i]) * dtMs;
    factor[i] *= scaling.factor(rateHz[i], elapsedMs);
    rateHz[i] = scaling.decayed(rateHz[i], elapsedMs);
    since[i] = step;
  }

  void put(List<Column> columns) {
    columns.add(new Column(Column.Kind.TARGET, "rate", rateHz));
    columns.add(new Column(Column.Kind.TARGET, "since", since));
    columns.add(new Column(Column.Kind.TARGET, "factor", factor));
  }
}
