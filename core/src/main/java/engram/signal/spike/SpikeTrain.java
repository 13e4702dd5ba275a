// SPDX-License-Identifier: Apache-2.0
package engram.signal.spike;

import java.util.Arrays;

/// The spikes of one neuron over an observation that begins at 0. Never changes.
///
/// | quantity | unit | rule |
/// | --- | --- | --- |
/// | times | ms | ascending, no two alike, in [0, duration] |
/// | duration | ms | above 0 |
public final class SpikeTrain {
  private final double durationMs;
  private final double[] timesMs;

  private SpikeTrain(double durationMs, double[] timesMs) {
    this.durationMs = durationMs;
    this.timesMs = timesMs;
  }

  /// A train.
  ///
  /// @param durationMs for how long the neuron was observed
  /// @param timesMs when it fired, ascending; copied
  public static SpikeTrain of(double durationMs, double... timesMs) {
    if (!(durationMs > 0 && durationMs < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "durationMs must be finite and above 0, was " + durationMs);
    }
    for (int i = 0; i < timesMs.length; i++) {
      if (!(timesMs[i] >= 0 && timesMs[i] <= durationMs)) {
        throw new IllegalArgumentException(
            "timesMs[" + i + "] must be in [0, " + durationMs + "], was " + timesMs[i]);
      }
      if (i > 0 && !(timesMs[i] > timesMs[i - 1])) {
        throw new IllegalArgumentException(
            "timesMs[%d] must be above %s, the spike before, was %s"
                .formatted(i, timesMs[i - 1], timesMs[i]));
      }
    }
    return new SpikeTrain(durationMs, timesMs.clone());
  }

  /// A train without spikes.
  public static SpikeTrain silent(double durationMs) {
    return of(durationMs);
  }

  /// For how long the neuron was observed.
  public double durationMs() {
    return durationMs;
  }

  /// How many spikes.
  public int count() {
    return timesMs.length;
  }

  /// When it fired for the i-th time, from 0.
  public double timeMs(int i) {
    return timesMs[i];
  }

  /// All times, as a copy.
  public double[] timesMs() {
    return timesMs.clone();
  }

  /// Spikes a second.
  public double rateHz() {
    return 1000 * timesMs.length / durationMs;
  }

  /// The times from each spike to the next; one fewer than spikes.
  public double[] intervalsMs() {
    double[] intervals = new double[Math.max(0, timesMs.length - 1)];
    for (int i = 0; i < intervals.length; i++) {
      intervals[i] = timesMs[i + 1] - timesMs[i];
    }
    return intervals;
  }

  /// What its intervals say of how regular it is.
  public IntervalStatistics intervals() {
    IntervalMoments moments = new IntervalMoments();
    for (double timeMs : timesMs) {
      moments.spike(timeMs);
    }
    return moments.statistics();
  }

  /// The part in [fromMs, toMs], its times counted from there.
  ///
  /// @param fromMs 0 or more, below toMs
  /// @param toMs at most the duration
  public SpikeTrain within(double fromMs, double toMs) {
    if (!(fromMs >= 0 && fromMs < toMs && toMs <= durationMs)) {
      throw new IllegalArgumentException(
          "stretch must lie in [0, " + durationMs + "], was [" + fromMs + ", " + toMs + "]");
    }
    double lengthMs = toMs - fromMs;
    double[] part =
        Arrays.stream(timesMs)
            .filter(t -> t >= fromMs && t <= toMs)
            .map(t -> Math.min(t - fromMs, lengthMs))
            .toArray();
    return of(lengthMs, part);
  }

  /// Refuses another train that was observed for another time.
  public void requireSameDuration(SpikeTrain other) {
    if (other.durationMs != durationMs) {
      throw new IllegalArgumentException(
          "durationMs of both trains must be the same, was "
              + durationMs
              + " and "
              + other.durationMs);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SpikeTrain train
        && train.durationMs == durationMs
        && Arrays.equals(train.timesMs, timesMs);
  }

  @Override
  public int hashCode() {
    return 31 * Double.hashCode(durationMs) + Arrays.hashCode(timesMs);
  }

  @Override
  public String toString() {
    return "SpikeTrain of " + timesMs.length + " spikes in " + durationMs + " ms";
  }
}
