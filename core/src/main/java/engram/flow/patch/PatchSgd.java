// SPDX-License-Identifier: Apache-2.0
package engram.flow.patch;

/// Settings of a gradient descent.
///
/// @param stepSize the step `eta`, above 0
/// @param steps how many steps, 0 or more
/// @param order which examples a step uses
/// @param labelNoise a step's label is `y` plus or minus this, with equal probability; 0 for none
/// @param laterStepSize the step from `laterFrom` on, above 0
/// @param laterFrom the first step of the later size; `steps` where the size never changes
/// @param coordinatesEvery coordinates are kept before every so many steps; 0 for begin and end
///   alone
public record PatchSgd(
    double stepSize,
    int steps,
    Order order,
    double labelNoise,
    double laterStepSize,
    int laterFrom,
    int coordinatesEvery) {
  /// Which examples a step uses.
  public enum Order {
    /// One, drawn uniformly with replacement.
    WITH_REPLACEMENT,
    /// One, in turn.
    CYCLIC,
    /// All: the mean gradient.
    FULL_BATCH
  }

  /// Checks.
  public PatchSgd {
    requireStep("stepSize", stepSize);
    requireStep("laterStepSize", laterStepSize);
    if (steps < 0) {
      throw new IllegalArgumentException("steps must be 0 or more, was " + steps);
    }
    if (!(labelNoise >= 0) || !Double.isFinite(labelNoise)) {
      throw new IllegalArgumentException(
          "labelNoise must be finite and 0 or more, was " + labelNoise);
    }
    if (laterFrom < 0 || laterFrom > steps) {
      throw new IllegalArgumentException(
          "laterFrom must be inside [0, " + steps + "], was " + laterFrom);
    }
    if (coordinatesEvery < 0) {
      throw new IllegalArgumentException(
          "coordinatesEvery must be 0 or more, was " + coordinatesEvery);
    }
  }

  /// Steps of one example drawn with replacement, of one size.
  public static PatchSgd of(double stepSize, int steps) {
    return new PatchSgd(stepSize, steps, Order.WITH_REPLACEMENT, 0, stepSize, steps, 0);
  }

  /// The same in this order.
  public PatchSgd in(Order newOrder) {
    return new PatchSgd(
        stepSize, steps, newOrder, labelNoise, laterStepSize, laterFrom, coordinatesEvery);
  }

  /// The same with labels shaken by plus or minus `amplitude`.
  public PatchSgd withLabelNoise(double amplitude) {
    return new PatchSgd(
        stepSize, steps, order, amplitude, laterStepSize, laterFrom, coordinatesEvery);
  }

  /// The same with another step size from step `from` on.
  public PatchSgd then(double newStepSize, int from) {
    return new PatchSgd(stepSize, steps, order, labelNoise, newStepSize, from, coordinatesEvery);
  }

  /// The same with coordinates kept before every so many steps.
  public PatchSgd keepingCoordinatesEvery(int count) {
    return new PatchSgd(stepSize, steps, order, labelNoise, laterStepSize, laterFrom, count);
  }

  /// The step size at step t.
  public double stepSizeAt(int t) {
    return t < laterFrom ? stepSize : laterStepSize;
  }

  private static void requireStep(String name, double value) {
    if (!(value > 0) || !Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " must be finite and above 0, was " + value);
    }
  }
}
