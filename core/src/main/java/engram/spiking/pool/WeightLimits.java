// SPDX-License-Identifier: Apache-2.0
package engram.spiking.pool;

import engram.spiking.replay.RecurrentWeights;

/// The bounds of one training: those of its rule, with the signs of its first weights.
final class WeightLimits {
  private final double[] low;
  private final double[] high;

  WeightLimits(PspmRule.Bounds bounds, RecurrentWeights first) {
    int n = first.neurons();
    low = new double[n];
    high = new double[n];
    for (int j = 0; j < n; j++) {
      low[j] = -bounds.cap();
      high[j] = bounds.cap();
      if (bounds.dale()) {
        boolean excites = false;
        boolean inhibits = false;
        for (int i = 0; i < n; i++) {
          excites |= first.weight(i, j) > 0;
          inhibits |= first.weight(i, j) < 0;
        }
        if (excites && inhibits) {
          throw new IllegalArgumentException(
              "outgoing weights of neuron " + j + " must have one sign under Dale's law, was both");
        }
        low[j] = excites ? 0 : low[j];
        high[j] = inhibits ? 0 : high[j];
      }
    }
  }

  /// The nearest weight from neuron j that is allowed.
  double clipped(int j, double weight) {
    return Math.max(low[j], Math.min(high[j], weight));
  }
}
