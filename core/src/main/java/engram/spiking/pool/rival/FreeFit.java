// SPDX-License-Identifier: Apache-2.0
package engram.spiking.pool.rival;

import engram.spiking.replay.RecurrentWeights;
import java.util.List;

/// What a rival found.
///
/// @param best the weights of the free run that was most like the target
/// @param last the weights after the last epoch
/// @param f1 of the free run before each epoch's change: spikes with any of the other's in the
///   window
/// @param inTraining what an epoch says of itself while it learns: under a teacher F1 of the spikes
///   that it brought about, by gradients the loss
public record FreeFit(
    RecurrentWeights best, RecurrentWeights last, List<Double> f1, List<Double> inTraining) {
  /// Copies.
  public FreeFit {
    f1 = List.copyOf(f1);
    inTraining = List.copyOf(inTraining);
  }

  /// How like the target the best free run was.
  public double bestF1() {
    return f1.stream().mapToDouble(v -> v).max().orElse(0);
  }
}
