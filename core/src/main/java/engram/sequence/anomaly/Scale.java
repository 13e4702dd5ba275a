// SPDX-License-Identifier: Apache-2.0
package engram.sequence.anomaly;

/// A scale on which the range of some values is 0 to 100:
///
///     scaled = (value - least) / unit,   unit = (most - least) / 100
///
/// The unit is 1 where all values are equal.
///
/// @param least of the values
/// @param most of the values
public record Scale(double least, double most) {
  /// Into how many parts the range is cut.
  public static final int PARTS = 100;

  private static final double WIDER = 4;
  private static final double NARROWER = 8;
  private static final double AWAY = 4;

  /// Checks the ends.
  public Scale {
    if (!(least <= most && Double.isFinite(least) && Double.isFinite(most))) {
      throw new IllegalArgumentException(
          "least must be at most most, both finite, was " + least + " and " + most);
    }
  }

  /// Whether all values were equal.
  public boolean isConstant() {
    return least == most;
  }

  private double unit() {
    double unit = most / PARTS - least / PARTS;
    return unit > 0 ? unit : 1;
  }

  /// A value on this scale.
  public double scaled(double value) {
    return Math.clamp(value / unit() - least / unit(), -1e9, 1e9);
  }

  /// The value at a place of this scale.
  public double value(double scaled) {
    return least + scaled * unit();
  }

  /// Whether values are told apart too badly here: the package says when. A spike alone outgrows
  /// nothing.
  public boolean isOutgrownBy(RecentValues values) {
    Scale inner = values.innerScale();
    Scale whole = values.scale();
    boolean wider = inner.width() > WIDER * width();
    boolean narrower = whole.width() > 0 && whole.width() < width() / NARROWER;
    return wider
        || narrower
        || scaled(whole.least) > AWAY * PARTS
        || scaled(whole.most) < -AWAY * PARTS;
  }

  /// Half of it, for the whole may not be finite.
  private double width() {
    return most / 2 - least / 2;
  }
}
