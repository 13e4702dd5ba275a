// SPDX-License-Identifier: Apache-2.0
package engram.spiking.pool;

import engram.random.RandomStream;
import engram.spiking.replay.RecurrentWeights;
import java.util.function.IntPredicate;

/// Which synapses exist. A rule changes no other, and weights elsewhere are refused. Immutable; bit
/// j of row i stands for the synapse that reaches i from j.
public final class SynapseMask {
  private final int neurons;
  private final int words;
  private final long[] bits;

  private SynapseMask(int neurons, IntPredicate has) {
    if (neurons < 1) {
      throw new IllegalArgumentException("neurons must be 1 or more, was " + neurons);
    }
    this.neurons = neurons;
    words = (neurons + Long.SIZE - 1) / Long.SIZE;
    bits = new long[Math.multiplyExact(neurons, words)];
    for (int pair = 0; pair < Math.multiplyExact(neurons, neurons); pair++) {
      if (has.test(pair)) {
        int j = pair % neurons;
        bits[pair / neurons * words + (j >>> 6)] |= 1L << j;
      }
    }
  }

  /// Every neuron reaches every other, none itself.
  ///
  /// @param neurons 1 or more
  public static SynapseMask allToAll(int neurons) {
    return new SynapseMask(neurons, pair -> pair / neurons != pair % neurons);
  }

  /// Every neuron reaches every one, itself among them.
  ///
  /// @param neurons 1 or more
  public static SynapseMask withSelf(int neurons) {
    return new SynapseMask(neurons, _ -> true);
  }

  /// Each synapse between two different neurons exists with a probability.
  ///
  /// @param neurons 1 or more
  /// @param probability in [0, 1]
  /// @param random one draw for each pair, by target, then by source
  public static SynapseMask sparse(int neurons, double probability, RandomStream random) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("probability must be in [0, 1], was " + probability);
    }
    return new SynapseMask(
        neurons, pair -> random.nextDouble() < probability && pair / neurons != pair % neurons);
  }

  /// Some neurons reach every other, the rest reach none.
  ///
  /// @param neurons 1 or more
  /// @param sources which do, in any order
  public static SynapseMask from(int neurons, int... sources) {
    boolean[] reaches = new boolean[Math.max(0, neurons)];
    for (int source : sources) {
      if (source < 0 || source >= neurons) {
        throw new IllegalArgumentException(
            "sources must be in [0, " + (neurons - 1) + "], was " + source);
      }
      reaches[source] = true;
    }
    return new SynapseMask(
        neurons, pair -> reaches[pair % neurons] && pair / neurons != pair % neurons);
  }

  /// How many neurons.
  public int neurons() {
    return neurons;
  }

  /// Whether there is a synapse to `to` from `from`.
  public boolean has(int to, int from) {
    return (bits[to * words + (from >>> 6)] >>> from & 1) != 0;
  }

  /// The same weights without those where there is no synapse.
  ///
  /// @param weights of the mask's size
  public RecurrentWeights kept(RecurrentWeights weights) {
    RecurrentWeights kept = weights.copy();
    for (int i = 0; i < neurons; i++) {
      for (int j = 0; j < neurons; j++) {
        if (!has(i, j)) {
          kept.set(i, j, 0);
        }
      }
    }
    require(kept);
    return kept;
  }

  /// Words a row.
  int words() {
    return words;
  }

  /// 64 sources of a neuron.
  long word(int to, int word) {
    return bits[to * words + word];
  }

  /// Refuses weights of another size, or where there is no synapse.
  public void require(RecurrentWeights weights) {
    if (weights.neurons() != neurons) {
      throw new IllegalArgumentException(
          "weights must be of " + neurons + " neurons, was " + weights.neurons());
    }
    for (int i = 0; i < neurons; i++) {
      for (int j = 0; j < neurons; j++) {
        if (!has(i, j) && weights.weight(i, j) != 0) {
          throw new IllegalArgumentException(
              "weight %d, %d must be 0 where the mask has no synapse%s, was %s"
                  .formatted(i, j, i == j ? " (to itself)" : "", weights.weight(i, j)));
        }
      }
    }
  }
}
