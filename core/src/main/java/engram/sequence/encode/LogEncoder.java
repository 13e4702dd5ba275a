// SPDX-License-Identifier: Apache-2.0
package engram.sequence.encode;

import engram.kernel.Doubles;
import engram.source.FromPaper;

/// Encodes a positive number by its decimal logarithm, so that equal ratios are equally far apart:
/// a [ScalarEncoder] of log10 x, from log10 of the range's minimum to log10 of its maximum. Its
/// resolution is in decades.
///
/// References: see the package, [2].
@FromPaper(value = "htm", at = "spec encoders")
public final class LogEncoder implements NumberEncoder {
  private static final double LN_10 = 2.302585092994046;

  private final ScalarRange range;
  private final ScalarEncoder decades;

  private LogEncoder(ScalarRange range, ScalarEncoder decades) {
    this.range = range;
    this.decades = decades;
  }

  /// An encoder of a given width.
  ///
  /// @param range of the numbers, its minimum above 0, on a line; numbers outside are refused or
  ///   clipped as it says
  /// @param active w, odd
  /// @param width n, above w
  public static LogEncoder ofWidth(ScalarRange range, int active, int width) {
    return new LogEncoder(range, ScalarEncoder.ofWidth(inDecades(range), active, width));
  }

  /// An encoder of a given resolution.
  ///
  /// @param range as above
  /// @param active w, odd
  /// @param decades resolution, above 0: numbers whose ratio is 10 to that have different codes
  public static LogEncoder ofResolution(ScalarRange range, int active, double decades) {
    return new LogEncoder(range, ScalarEncoder.ofResolution(inDecades(range), active, decades));
  }

  private static ScalarRange inDecades(ScalarRange range) {
    if (range.isPeriodic() || !(range.minimum() > 0)) {
      throw new IllegalArgumentException(
          "range must be on a line with its minimum above 0, was " + range);
    }
    // Numbers outside are refused before; only rounding may bring a logarithm out of this range.
    return new ScalarRange(log10(range.minimum()), log10(range.maximum()), ScalarRange.Edge.CLIP);
  }

  private static double log10(double value) {
    return Doubles.log(value) / LN_10;
  }

  /// The range of the numbers.
  public ScalarRange range() {
    return range;
  }

  /// How many decades apart two numbers must be to differ in their codes.
  public double resolution() {
    return decades.resolution();
  }

  @Override
  public int width() {
    return decades.width();
  }

  @Override
  public int buckets() {
    return decades.buckets();
  }

  @Override
  public int bucket(double value) {
    return decades.bucket(log10(range.within(value)));
  }

  @Override
  public void encodeBucket(int bucket, int at, ActiveBits into) {
    decades.encodeBucket(bucket, at, into);
  }
}
