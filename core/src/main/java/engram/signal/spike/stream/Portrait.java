// SPDX-License-Identifier: Apache-2.0
package engram.signal.spike.stream;

import engram.signal.avalanche.Avalanches;
import engram.signal.spike.IntervalHistogram;
import engram.signal.spike.IntervalStatistics;
import engram.stats.Moments;

/// What a [Survey] says of a recording.
///
/// @param durationMs how long the window is
/// @param repeated spikes that stood twice and were taken once
/// @param neurons each neuron by itself
/// @param intervals the intervals of all neurons
/// @param together what neurons do together
/// @param bursts avalanches
public record Portrait(
    double durationMs,
    long repeated,
    Neurons neurons,
    IntervalHistogram intervals,
    Together together,
    Bursts bursts) {
  /// Each neuron by itself, ascending by id.
  ///
  /// @param ids their ids
  /// @param spikes how many spikes each has
  /// @param intervals what its intervals say
  /// @param fano its Fano factor
  // Made once and read; two are never compared.
  @SuppressWarnings("ArrayRecordComponent")
  public record Neurons(long[] ids, long[] spikes, IntervalStatistics[] intervals, double[] fano) {
    /// How many neurons.
    public int count() {
      return ids.length;
    }

    /// All spikes.
    public long total() {
      long total = 0;
      for (long count : spikes) {
        total += count;
      }
      return total;
    }
  }

  /// What neurons do together.
  ///
  /// @param binMs width of the bins
  /// @param sampled how many neurons were taken in pairs
  /// @param correlations of the pairs
  /// @param synchrony chi of all neurons
  public record Together(double binMs, int sampled, Moments correlations, double synchrony) {}

  /// Avalanches.
  ///
  /// @param binMs width of the bins
  /// @param avalanches their sizes, durations and ratios
  public record Bursts(double binMs, Avalanches avalanches) {}

  /// The rate of a neuron.
  public double rateHz(int neuron) {
    return 1000 * neurons.spikes()[neuron] / durationMs;
  }
}
