// SPDX-License-Identifier: Apache-2.0
package engram.spiking.pool.rival;

import engram.plasticity.spike.PairStdp;
import engram.plasticity.spike.SpikeTraces;
import engram.signal.spike.SpikeRaster;
import engram.spiking.pool.SynapseMask;
import engram.spiking.replay.DiscreteLif;
import java.util.Arrays;

/// One pass over a recording under a teacher's current, while synapses change. Traces belong to
/// neurons, which is the same as to synapses for pairings that use no trace up.
final class TaughtPass {
  private static final double STEP_MS = 1;

  private final TaughtStdp learner;
  private final DiscreteLif net;
  private final SynapseMask mask;
  private final SpikeRaster input;
  private final SpikeRaster target;
  private final int n;

  TaughtPass(
      TaughtStdp learner,
      DiscreteLif net,
      SynapseMask mask,
      SpikeRaster input,
      SpikeRaster target) {
    this.learner = learner;
    this.net = net;
    this.mask = mask;
    this.input = input;
    this.target = target;
    n = net.neurons();
  }

  /// Changes the weights, which lie by source.
  ///
  /// @return what the net did
  SpikeRaster run(double[] weights) {
    SpikeRaster spikes = new SpikeRaster(n, input.steps());
    SpikeTraces[] traces = new SpikeTraces[n];
    Arrays.fill(traces, SpikeTraces.none());
    double[] v = new double[n];
    Arrays.setAll(v, net::start);
    int[] fired = new int[0];
    for (int t = 0; t < input.steps(); t++) {
      fired = step(weights, v, fired, t);
      for (int k = 0; k < n; k++) {
        traces[k] = learner.rule().decayed(traces[k], STEP_MS);
      }
      learn(weights, traces, fired);
      for (int k : fired) {
        spikes.set(k, t);
        traces[k] = learner.rule().after(traces[k], true, true);
      }
    }
    return spikes;
  }

  /// Moves potentials by a step and says who fired.
  private int[] step(double[] weights, double[] v, int[] before, int t) {
    double[] arriving = new double[n];
    for (int j : before) {
      for (int i = 0; i < n; i++) {
        arriving[i] += weights[j * n + i];
      }
    }
    int[] fired = new int[n];
    int count = 0;
    for (int i = 0; i < n; i++) {
      double external = input.get(i, t) ? net.inputWeight(i) : 0;
      double taught = target.get(i, t) ? learner.current().excite() : -learner.current().suppress();
      v[i] = Math.max(DiscreteLif.FLOOR, net.leak() * v[i] + arriving[i] + external + taught);
      if (v[i] >= DiscreteLif.THRESHOLD) {
        fired[count++] = i;
        v[i] = 0;
      }
    }
    return Arrays.copyOf(fired, count);
  }

  /// Presynaptic changes of all that fired, then postsynaptic ones, by the traces before them.
  private void learn(double[] weights, SpikeTraces[] traces, int[] fired) {
    PairStdp rule = learner.rule();
    for (int j : fired) {
      for (int i = 0; i < n; i++) {
        if (mask.has(i, j)) {
          double w = weights[j * n + i];
          weights[j * n + i] =
              rule.dependence().bounded(w + rule.changeAtPre(w, meeting(traces[j], traces[i])));
        }
      }
    }
    for (int i : fired) {
      for (int j = 0; j < n; j++) {
        if (mask.has(i, j)) {
          double w = weights[j * n + i];
          weights[j * n + i] =
              rule.dependence().bounded(w + rule.changeAtPost(w, meeting(traces[j], traces[i])));
        }
      }
    }
  }

  /// The traces of a synapse: its source's presynaptic one, its target's postsynaptic one.
  private static SpikeTraces meeting(SpikeTraces source, SpikeTraces target) {
    return new SpikeTraces(source.pre(), target.post(), 0, 0);
  }
}
