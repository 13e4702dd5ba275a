// SPDX-License-Identifier: Apache-2.0
package engram.signal;

import java.util.Map;
import java.util.TreeMap;

/// How often each whole number came: an exact distribution in memory that grows with the number of
/// different values, not with the number of observations. Not for several threads at once.
public final class Tally {
  private final TreeMap<Long, Long> counts = new TreeMap<>();
  private long total;

  /// Nothing counted yet.
  public Tally() {}

  /// The tally of `values`.
  public static Tally of(long... values) {
    Tally tally = new Tally();
    for (long value : values) {
      tally.add(value);
    }
    return tally;
  }

  /// Counts one observation.
  public void add(long value) {
    add(value, 1);
  }

  /// Counts several equal observations.
  ///
  /// @param count 0 or more
  public void add(long value, long count) {
    if (count < 0) {
      throw new IllegalArgumentException("count must be 0 or more, was " + count);
    }
    if (count > 0) {
      counts.merge(value, count, Long::sum);
      total += count;
    }
  }

  /// How many observations.
  public long total() {
    return total;
  }

  /// How often a value came.
  public long count(long value) {
    return counts.getOrDefault(value, 0L);
  }

  /// The different values, ascending.
  public long[] values() {
    return counts.keySet().stream().mapToLong(Long::longValue).toArray();
  }

  /// How often each of [#values] came.
  public long[] counts() {
    return counts.values().stream().mapToLong(Long::longValue).toArray();
  }

  /// The mean of the observations; NaN of none.
  public double mean() {
    double sum = 0;
    for (Map.Entry<Long, Long> entry : counts.entrySet()) {
      sum += (double) entry.getKey() * entry.getValue();
    }
    return sum / total;
  }

  /// The observations in [least, most].
  public Tally within(long least, long most) {
    Tally part = new Tally();
    if (least <= most) {
      counts.subMap(least, true, most, true).forEach(part::add);
    }
    return part;
  }
}
