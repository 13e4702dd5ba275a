// SPDX-License-Identifier: Apache-2.0
package engram.sequence.encode;

/// An encoder of numbers: cuts their range into buckets, each with a code of equally many active
/// bits; neighbouring buckets share all but one.
public sealed interface NumberEncoder extends Encoder<Double>
    permits ScalarEncoder, LogEncoder, RandomDistributedEncoder {
  /// How many buckets there are.
  int buckets();

  /// The bucket of a number, from 0.
  ///
  /// @throws IllegalArgumentException if it is NaN or out of range
  int bucket(double value);

  /// Adds the code of a bucket to a buffer, its first bit at `at`.
  void encodeBucket(int bucket, int at, ActiveBits into);

  @Override
  default void encode(Double value, int at, ActiveBits into) {
    encodeBucket(bucket(value), at, into);
  }

  /// The same for numbers that may be missing: NaN has an empty code and no bucket.
  default MissingAsNothing orNothing() {
    return new MissingAsNothing(this);
  }

  /// The number, if it is one.
  static double requireNumber(double value) {
    if (Double.isNaN(value)) {
      throw new IllegalArgumentException("value must be a number, was NaN");
    }
    return value;
  }

  /// The number of active bits, if it is odd and above 0.
  static int requireActive(int active) {
    if (active < 1 || active % 2 == 0) {
      throw new IllegalArgumentException("active must be odd and 1 or more, was " + active);
    }
    return active;
  }
}
