// SPDX-License-Identifier: Apache-2.0
package engram.spiking.pool;

import engram.random.RandomStream;
import engram.random.Seeds;
import engram.signal.spike.SpikeRaster;
import engram.spiking.replay.DiscreteLif;
import engram.spiking.replay.RecurrentWeights;
import engram.spiking.replay.ReferenceWeights;

/// A small net with a recording, and weights that are not those that gave it.
public record Scene(
    DiscreteLif net,
    RecurrentWeights truth,
    RecurrentWeights first,
    SpikeRaster input,
    SpikeRaster target) {
  /// A net of so many neurons, recorded for so many steps.
  public static Scene of(int neurons, int steps, double strength, long seed) {
    Seeds seeds = Seeds.of(seed);
    DiscreteLif net = DiscreteLif.standard(neurons, seeds.stream("net"));
    ReferenceWeights law = new ReferenceWeights(neurons, strength);
    RecurrentWeights truth = law.draw(seeds.stream("truth"));
    SpikeRaster input = noise(neurons, steps, 0.1, seeds.stream("input"));
    return new Scene(net, truth, law.draw(seeds.stream("first")), input, net.replay(truth, input));
  }

  /// Spikes at random.
  public static SpikeRaster noise(int neurons, int steps, double probability, RandomStream random) {
    SpikeRaster raster = new SpikeRaster(neurons, steps);
    for (int i = 0; i < neurons; i++) {
      for (int t = 0; t < steps; t++) {
        if (random.nextDouble() < probability) {
          raster.set(i, t);
        }
      }
    }
    return raster;
  }

  /// A raster with spikes at (neuron, step) pairs.
  public static SpikeRaster raster(int neurons, int steps, int... pairs) {
    SpikeRaster raster = new SpikeRaster(neurons, steps);
    for (int k = 0; k < pairs.length; k += 2) {
      raster.set(pairs[k], pairs[k + 1]);
    }
    return raster;
  }

  PspmTraining train(PspmRule rule, long seed) {
    return new PspmTrainer(net, rule, SynapseMask.allToAll(net.neurons()), Seeds.of(seed))
        .begin(first, input, target);
  }
}
