// SPDX-License-Identifier: Apache-2.0
package engram.stats;

/// An estimate between the two ends of its interval; for what is exact the three are equal. Where a
/// number is unbounded on one side an end is infinite. The estimate of a skewed bootstrap may lie
/// outside its own interval, so only the order of the ends is checked.
///
/// @param low the lower end
/// @param middle the estimate
/// @param high the upper end
public record Interval(double low, double middle, double high) {
  /// Checks that all three are numbers and that the ends are in order.
  public Interval {
    if (Double.isNaN(middle)) {
      throw new IllegalArgumentException("middle must be a number, was NaN");
    }
    if (!(low <= high)) {
      throw new IllegalArgumentException("low must be at most high, was " + low + " > " + high);
    }
  }

  /// The interval of a value that is known exactly.
  public static Interval exact(double value) {
    return new Interval(value, value, value);
  }

  /// Whether `value` lies between the ends, ends included.
  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  /// Whether the whole interval lies in `[least, most]`, ends included.
  public boolean within(double least, double most) {
    return least <= low && high <= most;
  }

  /// Whether no value of the interval lies in `[least, most]`.
  public boolean outside(double least, double most) {
    return high < least || low > most;
  }

  /// The distance of the ends.
  public double width() {
    return high - low;
  }
}
