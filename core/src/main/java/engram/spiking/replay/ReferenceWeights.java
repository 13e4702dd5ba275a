// SPDX-License-Identifier: Apache-2.0
package engram.spiking.replay;

import engram.random.RandomStream;
import engram.source.FromPaper;

/// The law of reference weights: the first four fifths of the neurons excite, the others inhibit
/// four times as strongly, so that the mean input is nearly balanced:
///
///     W_ij = g U       j excitatory,  U uniform in [0, 1)
///     W_ij = -4 g U    j inhibitory
///     W_ii = 0
///
/// The strength g of recurrence sets how chaotic a net of 100 neurons is: weak at .05, moderate at
/// .1, strong from .2.
///
/// References: see the package; the constants are ours.
///
/// @param neurons 2 or more
/// @param strength g, above 0 and finite
@FromPaper(value = "pspm", at = "spec: networks")
public record ReferenceWeights(int neurons, double strength) {
  private static final double INHIBITION = 4;

  /// Checks.
  public ReferenceWeights {
    if (neurons < 2) {
      throw new IllegalArgumentException("neurons must be 2 or more, was " + neurons);
    }
    if (!(strength > 0 && strength < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("strength must be above 0 and finite, was " + strength);
    }
  }

  /// How many of the neurons excite: four fifths, rounded down.
  public int excitatory() {
    return 4 * neurons / 5;
  }

  /// Draws weights, row by row.
  public RecurrentWeights draw(RandomStream random) {
    RecurrentWeights weights = RecurrentWeights.none(neurons);
    for (int i = 0; i < neurons; i++) {
      for (int j = 0; j < neurons; j++) {
        double size = strength * random.nextDouble();
        if (i != j) {
          weights.set(i, j, j < excitatory() ? size : -INHIBITION * size);
        }
      }
    }
    return weights;
  }

  /// The same weights in another order: within each class the weights between different neurons are
  /// shuffled, so that all that a distribution of weights says is kept and nothing else.
  public RecurrentWeights shuffled(RecurrentWeights weights, RandomStream random) {
    RecurrentWeights mixed = RecurrentWeights.none(neurons);
    shuffle(weights, mixed, 0, excitatory(), random);
    shuffle(weights, mixed, excitatory(), neurons, random);
    return mixed;
  }

  private void shuffle(
      RecurrentWeights from, RecurrentWeights to, int first, int end, RandomStream random) {
    int columns = end - first;
    int[] places = new int[columns * (neurons - 1)];
    int count = 0;
    for (int j = first; j < end; j++) {
      for (int i = 0; i < neurons; i++) {
        if (i != j) {
          places[count++] = j * neurons + i;
        }
      }
    }
    int[] order = places.clone();
    random.shuffle(order);
    for (int k = 0; k < places.length; k++) {
      double weight = from.weight(order[k] % neurons, order[k] / neurons);
      to.set(places[k] % neurons, places[k] / neurons, weight);
    }
  }
}
