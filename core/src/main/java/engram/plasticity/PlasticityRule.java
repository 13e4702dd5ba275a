// SPDX-License-Identifier: Apache-2.0
package engram.plasticity;

import engram.plasticity.rate.DataScale;
import java.util.OptionalDouble;

/// A local rule: what one sample adds to the change of the weights, for a rate of 1. The family is
/// closed, so that the kernels of `engram.plasticity.batch` cover all of it.
///
/// [#add] is the definition, for readers and tests: plain loops that follow the equation.
public sealed interface PlasticityRule
    permits Hebb,
        Covariance,
        Oja,
        Sanger,
        Subspace,
        Instar,
        Outstar,
        Bcm,
        CompetingUnits,
        IndependentComponents {
  /// Its name.
  String name();

  /// Adds dW of one sample.
  ///
  /// @param s the sample, with the weights before the batch
  /// @param change units x inputs
  void add(Sample s, double[][] change);

  /// Traces before the first batch: 0, where a rule asks for nothing else.
  default Traces first(int units, int inputs) {
    return Traces.zero(units, inputs);
  }

  /// Traces after a batch: as they were, for a rule that keeps none.
  ///
  /// @param before the traces before
  /// @param meanX the mean input of the batch
  /// @param meanY the mean activity of each unit
  /// @param meanSquareY the mean of its square
  default Traces follow(Traces before, double[] meanX, double[] meanY, double[] meanSquareY) {
    return before;
  }

  /// The largest constant rate that is known to be stable, for inputs of this size and without
  /// constraint; empty where none is known, 0 where the rule diverges at every rate.
  OptionalDouble largestRate(DataScale data);
}
