// SPDX-License-Identifier: Apache-2.0
package engram.sequence.htm;

import java.util.Arrays;

/// How likely each bucket of a number is, and what number it stands for. Never changes.
public final class Forecast {
  private final double[] probabilities;
  private final double[] values;

  /// Both arrays become its own.
  Forecast(double[] probabilities, double[] values) {
    this.probabilities = probabilities;
    this.values = values;
  }

  /// How many buckets it knows.
  public int buckets() {
    return probabilities.length;
  }

  /// The probability of a bucket; 0 for one that is not known.
  public double probability(int bucket) {
    return bucket < probabilities.length ? probabilities[bucket] : 0;
  }

  /// The number that a bucket stands for.
  public double value(int bucket) {
    return values[bucket];
  }

  /// The most likely bucket, the lowest of several.
  public int bestBucket() {
    int best = 0;
    for (int bucket = 1; bucket < probabilities.length; bucket++) {
      best = probabilities[bucket] > probabilities[best] ? bucket : best;
    }
    return best;
  }

  /// The number that the most likely bucket stands for.
  public double best() {
    return values[bestBucket()];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Forecast that
        && Arrays.equals(probabilities, that.probabilities)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(probabilities) + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "forecast of " + Arrays.toString(values) + " by " + Arrays.toString(probabilities);
  }
}
