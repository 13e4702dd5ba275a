// SPDX-License-Identifier: Apache-2.0
package engram.sequence.encode;

import engram.source.FromPaper;

/// Encodes a number of a known range as a block of `w` neighbouring active bits of `n`; the block
/// moves with the number. With half = (w - 1) / 2 and r the resolution, the block's centre is
///
///     floor(x n / length)                     on a circle
///     floor((x + r/2) / r) + half             on a line
///
/// where x counts from the minimum. Two codes share w - |i - j| bits, i and j their buckets, and
/// none beyond w.
///
/// | symbol | meaning |
/// | --- | --- |
/// | n | width: length w / radius on a circle; w (length + r) / radius + w - 1 on a line, rounded up |
/// | r | resolution: numbers that far apart have different codes |
/// | radius | w r: numbers that far apart share nothing |
///
/// References: see the package, [2].
@FromPaper(value = "htm", at = "spec encoders")
public final class ScalarEncoder implements NumberEncoder {
  private final ScalarRange range;
  private final int active;
  private final int width;
  private final double resolution;

  private ScalarEncoder(ScalarRange range, int active, int width, double resolution) {
    this.range = range;
    this.active = active;
    this.width = width;
    this.resolution = resolution;
  }

  /// An encoder of a given width.
  ///
  /// @param active w, odd
  /// @param width n, above w
  public static ScalarEncoder ofWidth(ScalarRange range, int active, int width) {
    NumberEncoder.requireActive(active);
    if (width <= active) {
      throw new IllegalArgumentException("width must be above active " + active + ", was " + width);
    }
    int steps = range.isPeriodic() ? width : width - active;
    return new ScalarEncoder(range, active, width, range.length() / steps);
  }

  /// An encoder of a given resolution.
  ///
  /// @param active w, odd
  /// @param resolution r, above 0
  public static ScalarEncoder ofResolution(ScalarRange range, int active, double resolution) {
    NumberEncoder.requireActive(active);
    if (!(resolution > 0)) {
      throw new IllegalArgumentException("resolution must be above 0, was " + resolution);
    }
    return ofRadius(range, active, active * resolution);
  }

  /// An encoder of a given radius.
  ///
  /// @param active w, odd
  /// @param radius w r, above 0
  public static ScalarEncoder ofRadius(ScalarRange range, int active, double radius) {
    NumberEncoder.requireActive(active);
    if (!(radius > 0)) {
      throw new IllegalArgumentException("radius must be above 0, was " + radius);
    }
    double resolution = radius / active;
    double bits =
        range.isPeriodic()
            ? active * range.length() / radius
            : active * (range.length() + resolution) / radius + active - 1;
    double width = Math.ceil(bits);
    if (!(width > active && width <= Integer.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "width must be above active " + active + " and an int, was " + width);
    }
    return new ScalarEncoder(range, active, (int) width, resolution);
  }

  /// The range.
  public ScalarRange range() {
    return range;
  }

  /// The number of active bits of a code, w.
  public int active() {
    return active;
  }

  /// How far apart two numbers must be to differ in their codes.
  public double resolution() {
    return resolution;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int buckets() {
    return range.isPeriodic() ? width : width - active + 1;
  }

  @Override
  public int bucket(double value) {
    double x = range.from(value);
    double bucket =
        range.isPeriodic()
            ? Math.floor(x * width / range.length())
            : Math.floor((x + resolution / 2) / resolution);
    // Rounding may reach the end of the range, never pass it.
    return Math.min((int) bucket, buckets() - 1);
  }

  @Override
  public void encodeBucket(int bucket, int at, ActiveBits into) {
    if (!range.isPeriodic()) {
      into.addRange(at + bucket, at + bucket + active);
      return;
    }
    int first = Math.floorMod(bucket - (active - 1) / 2, width);
    int wrapped = Math.max(0, first + active - width);
    into.addRange(at, at + wrapped);
    into.addRange(at + first, at + first + active - wrapped);
  }
}
