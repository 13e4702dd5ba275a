// SPDX-License-Identifier: Apache-2.0
package engram.signal.spike;

/// The [IntervalStatistics] of a train while its spikes come: seven numbers a neuron, whatever the
/// length of the train. Not for several threads at once.
public final class IntervalMoments {
  private long spikes;
  private double lastMs;
  private double interval;
  private double mean;
  private double squares;
  private double sumCv2;
  private double sumLv;

  /// Before the first spike.
  public IntervalMoments() {}

  /// Takes the next spike.
  ///
  /// @param timeMs later than the one before
  /// @return the interval that it ends; NaN for the first spike
  public double spike(double timeMs) {
    if (spikes > 0 && !(timeMs > lastMs)) {
      throw new IllegalArgumentException(
          "timeMs must be above " + lastMs + ", the spike before, was " + timeMs);
    }
    double before = interval;
    interval = spikes == 0 ? Double.NaN : timeMs - lastMs;
    lastMs = timeMs;
    spikes++;
    if (spikes > 1) {
      double apart = interval - mean;
      mean += apart / (spikes - 1);
      squares += apart * (interval - mean);
    }
    if (spikes > 2) {
      double share = Math.abs(interval - before) / (interval + before);
      sumCv2 += 2 * share;
      sumLv += 3 * share * share;
    }
    return interval;
  }

  /// How many spikes came.
  public long spikes() {
    return spikes;
  }

  /// When the last one came.
  public double lastMs() {
    return lastMs;
  }

  /// What the intervals so far say.
  public IntervalStatistics statistics() {
    long count = Math.max(0, spikes - 1);
    double sd = count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1));
    double pairs = count < 2 ? Double.NaN : count - 1;
    return new IntervalStatistics(
        count, count == 0 ? Double.NaN : mean, sd / mean, sumCv2 / pairs, sumLv / pairs);
  }
}
