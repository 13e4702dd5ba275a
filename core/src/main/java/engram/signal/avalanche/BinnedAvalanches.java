// SPDX-License-Identifier: Apache-2.0
package engram.signal.avalanche;

/// Puts spikes that come in order of time into bins for [Avalanches].
public final class BinnedAvalanches {
  private final double binMs;
  private final long bins;
  private final Avalanches avalanches = new Avalanches();
  private long bin;
  private long spikes;

  /// @param binMs above 0
  /// @param durationMs of the observation; only whole bins count
  public BinnedAvalanches(double binMs, double durationMs) {
    if (!(binMs > 0 && binMs <= durationMs)) {
      throw new IllegalArgumentException("binMs must be in (0, " + durationMs + "], was " + binMs);
    }
    this.binMs = binMs;
    this.bins = (long) (durationMs / binMs);
  }

  /// Takes the next spike of any neuron.
  ///
  /// @param timeMs not before the one before
  public void spike(double timeMs) {
    long at = (long) (timeMs / binMs);
    if (at < bin || timeMs < 0) {
      throw new IllegalArgumentException(
          "timeMs must not lie before bin " + bin + " of " + binMs + " ms, was " + timeMs);
    }
    if (at >= bins) {
      return;
    }
    if (at > bin) {
      avalanches.bin(spikes);
      avalanches.silence(at - bin - 1);
      bin = at;
      spikes = 0;
    }
    spikes++;
  }

  /// Closes the last bins.
  ///
  /// @return the avalanches of the whole observation
  public Avalanches finish() {
    if (bin < bins) {
      avalanches.bin(spikes);
      avalanches.silence(bins - bin - 1);
      bin = bins;
    }
    return avalanches;
  }
}
