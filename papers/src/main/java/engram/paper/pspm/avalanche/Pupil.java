// SPDX-License-Identifier: Apache-2.0
package engram.paper.pspm.avalanche;

import engram.lab.measure.Notebook;
import engram.paper.pspm.shared.Reading;
import engram.random.Seeds;
import engram.signal.spike.SpikeRaster;
import engram.spiking.criticality.CriticalWeights;
import engram.spiking.criticality.PifNetwork;
import engram.spiking.pool.PspmRule;
import engram.spiking.pool.PspmTrainer;
import engram.spiking.pool.PspmTraining;
import engram.spiking.pool.SynapseMask;
import engram.spiking.replay.DiscreteLif;
import engram.spiking.replay.RecurrentWeights;
import engram.spiking.replay.ReferenceWeights;
import java.util.Arrays;

/// A deterministic net that learns from a probabilistic one. The external events of the teacher are
/// its input, and strong enough that each makes its neuron fire; all else must come from weights.
///
/// @param reference what the teacher did
/// @param first the weights at which training begins
record Pupil(DiscreteLif net, RecurrentWeights first, PifNetwork.Run reference) {
  private static final double EVENT = 1.2;

  /// A pupil of a teacher whose weights have this largest eigenvalue.
  static Pupil of(CriticalSetting p, double radius, Seeds seeds) {
    int n = p.neurons();
    RecurrentWeights taught = CriticalWeights.random(n, radius, seeds.stream("critical truth"));
    PifNetwork.Run run =
        new PifNetwork(taught, p.spontaneous(), 1).run(p.steps(), seeds.stream("pif"));
    double[] events = new double[n];
    Arrays.fill(events, EVENT);
    return new Pupil(
        new DiscreteLif(DiscreteLif.LEAK, events, new double[n]),
        new ReferenceWeights(n, p.strength()).draw(seeds.stream("critical first")),
        run);
  }

  SpikeRaster replay(RecurrentWeights weights) {
    return net.replay(weights, reference.external());
  }

  RecurrentWeights none() {
    return RecurrentWeights.none(net.neurons());
  }

  PspmTraining trained(PspmRule rule, int epochs, Seeds seeds, String arm) {
    PspmTraining training =
        new PspmTrainer(net, rule, SynapseMask.allToAll(net.neurons()), seeds.child(arm))
            .begin(first, reference.external(), reference.spikes());
    training.run(epochs);
    return training;
  }

  /// Writes what a net did.
  ///
  /// @return the KS distance of avalanche sizes
  double write(Notebook out, String arm, SpikeRaster model) {
    Reading.spikes(out, arm, reference.spikes(), model);
    return AvalancheReading.write(out, arm, reference.spikes(), model);
  }
}
