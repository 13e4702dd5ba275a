// SPDX-License-Identifier: Apache-2.0
package engram.autodiff.train;

import java.util.List;

/// How parameters follow their gradients: settings, no state. The arithmetic is that of PyTorch's
/// optimisers of the same names, in the precision of the parameters.
public sealed interface Optimiser permits Sgd, Momentum, Adam, AdamW {
  /// The rate before a schedule.
  double rate();

  /// The names of what is remembered for each parameter.
  List<String> memory();

  /// One parameter's update.
  ///
  /// @param rate of this step
  /// @param step from 1
  /// @param gradient not changed
  /// @param memory an array for each name of [#memory]
  void update(double rate, long step, float[] weights, float[] gradient, float[][] memory);

  /// The same for doubles.
  void update(double rate, long step, double[] weights, double[] gradient, double[][] memory);

  /// Refuses a rate that is not above 0 and finite.
  static void requireRate(double rate) {
    if (!(rate > 0 && rate < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("rate must be above 0 and finite, was " + rate);
    }
  }

  /// Refuses a number outside [0, 1).
  static void requireShare(String name, double value) {
    if (!(value >= 0 && value < 1)) {
      throw new IllegalArgumentException(name + " must be in [0, 1), was " + value);
    }
  }

  /// Refuses a number below 0.
  static void requireNotNegative(String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be 0 or more and finite, was " + value);
    }
  }
}
