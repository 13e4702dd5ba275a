// SPDX-License-Identifier: Apache-2.0
package engram.sequence.encode;

/// The range of a number and what lies beyond its ends.
///
/// @param minimum finite
/// @param maximum finite, above the minimum
/// @param edge what happens to numbers outside
public record ScalarRange(double minimum, double maximum, Edge edge) {
  /// What lies beyond the ends of a range.
  public enum Edge {
    /// Nothing: numbers outside are refused.
    REFUSE,
    /// Numbers outside count as the nearest end.
    CLIP,
    /// The range again, as with hours of a day: the maximum is the minimum, and numbers outside are
    /// refused.
    WRAP
  }

  /// Checks the ends.
  public ScalarRange {
    if (!(Double.isFinite(minimum) && Double.isFinite(maximum) && minimum < maximum)) {
      throw new IllegalArgumentException(
          "minimum must be finite and below maximum, was " + minimum + " and " + maximum);
    }
    if (Double.isInfinite(maximum - minimum)) {
      throw new IllegalArgumentException("range must be finite, was " + (maximum - minimum));
    }
  }

  /// Its length.
  public double length() {
    return maximum - minimum;
  }

  /// Whether it is a circle.
  public boolean isPeriodic() {
    return edge == Edge.WRAP;
  }

  /// The number within the range, counted from the minimum.
  double from(double value) {
    return within(value) - minimum;
  }

  /// The number within the range.
  double within(double value) {
    double x = NumberEncoder.requireNumber(value);
    if (edge == Edge.CLIP) {
      x = Math.clamp(x, minimum, maximum);
    }
    if (x < minimum || x > maximum || (x == maximum && isPeriodic())) {
      String end = isPeriodic() ? ")" : "]";
      throw new IllegalArgumentException(
          "value must be in [" + minimum + ", " + maximum + end + ", was " + value);
    }
    return x;
  }
}
