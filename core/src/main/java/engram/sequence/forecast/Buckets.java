// SPDX-License-Identifier: Apache-2.0
package engram.sequence.forecast;

/// Equal intervals of a range, by which a distribution over values is told: bucket `i` lies about
/// its centre `least + i (most - least) / (count - 1)`, so the first and the last reach half a
/// bucket outside. Values beyond belong to the nearest. It is the rule of the scalar encoder.
///
/// @param least centre of the first, in the stream's unit
/// @param most centre of the last, above `least`
/// @param count how many, from 2
public record Buckets(double least, double most, int count) {
  /// The paper's on the taxi series: 22 from 0 to 40,000 passengers.
  public static final Buckets TAXI = new Buckets(0, 40_000, 22);

  /// Checks the ranges.
  public Buckets {
    if (!(least < most && Double.isFinite(most - least))) {
      throw new IllegalArgumentException(
          "least must be below most and both finite, were " + least + " and " + most);
    }
    if (count < 2) {
      throw new IllegalArgumentException("count must be at least 2, was " + count);
    }
  }

  /// The bucket of a value, from 0.
  ///
  /// @param value not NaN
  public int of(double value) {
    if (Double.isNaN(value)) {
      throw new IllegalArgumentException("value must be a number, was NaN");
    }
    double bucket = Math.floor((value - least) * (count - 1) / (most - least) + 0.5);
    return (int) Math.clamp(bucket, 0, count - 1);
  }

  /// The centre of a bucket.
  public double centre(int bucket) {
    return least + bucket * (most - least) / (count - 1);
  }
}
