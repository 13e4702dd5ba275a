// SPDX-License-Identifier: Apache-2.0
package engram.signal.spike.distance;

import engram.signal.spike.SpikeTrain;
import java.util.List;

/// A distance of two spike trains: 0 of a train and itself, never negative, the same both ways.
public interface TrainDistance {
  /// The distance of two trains.
  double between(SpikeTrain first, SpikeTrain second);

  /// The distances of neurons in two recordings, in order.
  ///
  /// @param first one train a neuron
  /// @param second as many
  default double[] perNeuron(List<SpikeTrain> first, List<SpikeTrain> second) {
    if (first.size() != second.size()) {
      throw new IllegalArgumentException(
          "trains of both recordings must be as many, was "
              + first.size()
              + " and "
              + second.size());
    }
    double[] distances = new double[first.size()];
    for (int i = 0; i < distances.length; i++) {
      distances[i] = between(first.get(i), second.get(i));
    }
    return distances;
  }

  /// The distances of all pairs i < j of one recording, row by row.
  default double[] pairs(List<SpikeTrain> trains) {
    int n = trains.size();
    double[] distances = new double[(int) ((long) n * (n - 1) / 2)];
    int at = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        distances[at++] = between(trains.get(i), trains.get(j));
      }
    }
    return distances;
  }
}
