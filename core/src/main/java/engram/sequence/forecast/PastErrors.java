// SPDX-License-Identifier: Apache-2.0
package engram.sequence.forecast;

import engram.error.DataCorruptException;
import engram.state.Snapshot;
import java.util.Arrays;

/// Makes a distribution of a point forecast: its own last `n` errors `e = y - f` are each as likely
/// as another to be the next,
///
///     p(bucket) = (how many of the last n errors e have f + e in the bucket) / n
///
/// It is the plain way to tell how sure a rule is that tells a number alone, and supposes that
/// errors are alike at all times. Where nothing is known all buckets are equally likely.
///
/// References: see the package, [2], section 5.5.
public final class PastErrors {
  private static final String FORMAT = "past-errors";
  private static final int VERSION = 1;

  private final Buckets buckets;
  private final double[] errors;
  private long count;

  /// @param buckets of the distributions
  /// @param kept how many errors count, from 1
  public PastErrors(Buckets buckets, int kept) {
    if (kept < 1) {
      throw new IllegalArgumentException("kept must be at least 1, was " + kept);
    }
    this.buckets = buckets;
    errors = new double[kept];
  }

  /// Takes an error; the eldest is forgotten where there are enough. NaN, where there was no
  /// forecast or no value, is left out.
  public void add(double error) {
    if (!Double.isNaN(error)) {
      errors[(int) (count++ % errors.length)] = error;
    }
  }

  /// How likely each bucket is about a forecast.
  ///
  /// @param forecast NaN if nothing is expected
  public double[] around(double forecast) {
    double[] probabilities = new double[buckets.count()];
    int held = (int) Math.min(count, errors.length);
    if (held == 0 || Double.isNaN(forecast)) {
      Arrays.fill(probabilities, 1.0 / probabilities.length);
      return probabilities;
    }
    for (int i = 0; i < held; i++) {
      probabilities[buckets.of(forecast + errors[i])]++;
    }
    for (int i = 0; i < probabilities.length; i++) {
      probabilities[i] /= held;
    }
    return probabilities;
  }

  /// Its state.
  public Snapshot snapshot() {
    return Snapshot.named(FORMAT, VERSION)
        .number("count", "1", count)
        .doubles("errors", "1", errors)
        .build();
  }

  /// Replaces the state.
  ///
  /// @throws DataCorruptException if it keeps another number of errors
  public void restore(Snapshot snapshot) {
    double[] theirs = snapshot.require(FORMAT, VERSION).doubles("errors");
    long many = snapshot.number("count");
    if (theirs.length != errors.length || many < 0) {
      throw new DataCorruptException(
          "errors must be " + errors.length + ", counted from 0, were " + theirs.length);
    }
    System.arraycopy(theirs, 0, errors, 0, errors.length);
    count = many;
  }
}
