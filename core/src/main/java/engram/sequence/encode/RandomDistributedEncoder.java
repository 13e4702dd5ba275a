// SPDX-License-Identifier: Apache-2.0
package engram.sequence.encode;

import engram.random.RandomStream;
import engram.source.FromPaper;
import java.util.Arrays;

/// Encodes a number whose range need not be known: each bucket of width `resolution` has a code of
/// w random bits of n, and
///
///     overlap(i, j) = w - |i - j|   if |i - j| < w,   at most 2 otherwise.
///
///     bucket(x) = middle + round((x - offset) / resolution), clipped to [0, buckets)
///
/// A bucket's code is its inner neighbour's with one bit replaced, the bucket's number mod w; the
/// new bit is drawn again until the law holds with every code so far.
///
/// References: see the package, [1] and [2].
@FromPaper(value = "htm", at = "spec encoders")
public final class RandomDistributedEncoder implements NumberEncoder {
  /// The authors' number of active bits.
  public static final int ACTIVE = 21;

  /// The authors' width.
  public static final int WIDTH = 400;

  /// The authors' number of buckets.
  public static final int BUCKETS = 1000;

  private final double resolution;
  private final double offset;
  private final int width;
  private final int[][] codes;

  private RandomDistributedEncoder(double resolution, double offset, int width, int[][] codes) {
    this.resolution = resolution;
    this.offset = offset;
    this.width = width;
    this.codes = codes;
  }

  /// An encoder with 21 active bits of 400 and 1,000 buckets.
  ///
  /// @param resolution above 0
  /// @param offset the number in the middle, finite
  public static RandomDistributedEncoder of(double resolution, double offset, RandomStream random) {
    int[][] codes = BucketCodes.draw(BUCKETS, ACTIVE, WIDTH, random);
    return of(resolution, offset, WIDTH, codes);
  }

  /// An encoder of any size.
  ///
  /// @param resolution above 0
  /// @param offset the number in the middle, finite
  /// @param active w, odd
  /// @param width n, above 6 w
  /// @param buckets 1 or more
  /// @throws IllegalArgumentException if there are no such codes
  public static RandomDistributedEncoder of(
      double resolution, double offset, int active, int width, int buckets, RandomStream random) {
    return of(resolution, offset, width, BucketCodes.draw(buckets, active, width, random));
  }

  private static RandomDistributedEncoder of(
      double resolution, double offset, int width, int[][] codes) {
    if (!(resolution > 0 && Double.isFinite(resolution))) {
      throw new IllegalArgumentException(
          "resolution must be above 0 and finite, was " + resolution);
    }
    if (!Double.isFinite(offset)) {
      throw new IllegalArgumentException("offset must be finite, was " + offset);
    }
    return new RandomDistributedEncoder(resolution, offset, width, codes);
  }

  /// The same codes around another middle.
  public RandomDistributedEncoder around(double newOffset) {
    return of(resolution, newOffset, width, codes);
  }

  /// How wide a bucket is.
  public double resolution() {
    return resolution;
  }

  /// The number in the middle of the middle bucket.
  public double offset() {
    return offset;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int buckets() {
    return codes.length;
  }

  @Override
  public int bucket(double value) {
    double steps = (NumberEncoder.requireNumber(value) - offset) / resolution;
    int middle = codes.length / 2;
    double bucket = middle + Math.floor(steps + 0.5);
    return (int) Math.clamp(bucket, 0, codes.length - 1);
  }

  @Override
  public void encodeBucket(int bucket, int at, ActiveBits into) {
    for (int bit : codes[bucket]) {
      into.add(at + bit);
    }
  }

  /// The active bits of a bucket, ascending, as a copy.
  public int[] code(int bucket) {
    return Arrays.copyOf(codes[bucket], codes[bucket].length);
  }
}
