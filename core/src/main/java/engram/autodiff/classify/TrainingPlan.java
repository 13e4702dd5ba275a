// SPDX-License-Identifier: Apache-2.0
package engram.autodiff.classify;

/// How a classifier is trained: Adam [1] on batches in shuffled order.
///
/// References: [1] in the package.
///
/// @param epochs passes over the samples, at least 1; usual 10
/// @param rate step of Adam, finite and above 0; usual .001
/// @param batch samples an update, at least 1; usual 64
public record TrainingPlan(int epochs, double rate, int batch) {
  /// Checks all.
  public TrainingPlan {
    if (epochs < 1) {
      throw new IllegalArgumentException("epochs must be at least 1, was " + epochs);
    }
    if (!(rate > 0 && rate < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("rate must be finite and above 0, was " + rate);
    }
    if (batch < 1) {
      throw new IllegalArgumentException("batch must be at least 1, was " + batch);
    }
  }

  /// Ten epochs at .001 in batches of 64.
  public static TrainingPlan usual() {
    return new TrainingPlan(10, 0.001, 64);
  }

  /// The same for another number of epochs.
  public TrainingPlan withEpochs(int count) {
    return new TrainingPlan(count, rate, batch);
  }
}
