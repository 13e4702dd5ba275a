// SPDX-License-Identifier: Apache-2.0
package engram.signal.avalanche;

import engram.signal.Tally;
import engram.signal.spike.SpikeRaster;
import engram.signal.spike.SpikeTrain;
import engram.source.FromPaper;
import java.util.Arrays;
import java.util.List;

/// Avalanches of a population [1]: runs of bins with spikes between bins without. The size of one
/// is its number of spikes, the duration its number of bins. A run that began before the first bin
/// or has not ended with the last is no avalanche.
///
/// Counts are taken as they come; kept are the distributions alone, a few numbers for each size
/// that came. Not for several threads at once.
///
/// The usual bin is the mean time between two spikes of the population, [#meanIntervalMs].
///
/// References: see the package.
@FromPaper(value = "pspm", at = "spec: avalanches")
public final class Avalanches {
  private final Tally sizes = new Tally();
  private final Tally durations = new Tally();
  private final BranchingRatio branching = new BranchingRatio();
  private boolean silenceSeen;
  private long size;
  private long duration;

  /// Before the first bin.
  public Avalanches() {}

  /// Of spikes on a grid.
  ///
  /// @param binSteps steps a bin, 1 or more; steps behind the last whole bin are left out
  public static Avalanches of(SpikeRaster raster, int binSteps) {
    if (binSteps < 1 || binSteps > raster.steps()) {
      throw new IllegalArgumentException(
          "binSteps must be in [1, " + raster.steps() + "], was " + binSteps);
    }
    Avalanches avalanches = new Avalanches();
    int[] counts = raster.population();
    for (int bin = 0; bin < raster.steps() / binSteps; bin++) {
      long count = 0;
      for (int t = bin * binSteps; t < (bin + 1) * binSteps; t++) {
        count += counts[t];
      }
      avalanches.bin(count);
    }
    return avalanches;
  }

  /// Of trains of one duration; spikes behind the last whole bin are left out.
  ///
  /// @param binMs above 0
  public static Avalanches of(List<SpikeTrain> trains, double binMs) {
    double[] merged = merged(trains);
    BinnedAvalanches binned = new BinnedAvalanches(binMs, trains.getFirst().durationMs());
    for (double timeMs : merged) {
      binned.spike(timeMs);
    }
    return binned.finish();
  }

  /// The mean time between two spikes of a population: from the first to the last over their number
  /// less one.
  ///
  /// @param trains with two spikes or more at different times
  public static double meanIntervalMs(List<SpikeTrain> trains) {
    double[] merged = merged(trains);
    double span = merged.length < 2 ? 0 : merged[merged.length - 1] - merged[0];
    if (!(span > 0)) {
      throw new IllegalArgumentException(
          "trains must have two spikes at different times, was "
              + merged.length
              + " in "
              + span
              + " ms");
    }
    return span / (merged.length - 1);
  }

  private static double[] merged(List<SpikeTrain> trains) {
    if (trains.isEmpty()) {
      throw new IllegalArgumentException("trains must be 1 or more, was none");
    }
    trains.forEach(trains.getFirst()::requireSameDuration);
    int total = trains.stream().mapToInt(SpikeTrain::count).reduce(0, Math::addExact);
    double[] merged = new double[total];
    int at = 0;
    for (SpikeTrain train : trains) {
      System.arraycopy(train.timesMs(), 0, merged, at, train.count());
      at += train.count();
    }
    Arrays.sort(merged);
    return merged;
  }

  /// Takes the next bin.
  ///
  /// @param spikes how many spikes it has
  public void bin(long spikes) {
    if (spikes < 0) {
      throw new IllegalArgumentException("spikes must be 0 or more, was " + spikes);
    }
    branching.bin(spikes);
    if (spikes > 0) {
      size += spikes;
      duration++;
      return;
    }
    close();
    silenceSeen = true;
  }

  /// Takes bins without spikes.
  ///
  /// @param bins how many, 0 or more
  public void silence(long bins) {
    branching.silence(bins);
    if (bins > 0) {
      close();
      silenceSeen = true;
    }
  }

  private void close() {
    if (silenceSeen && duration > 0) {
      sizes.add(size);
      durations.add(duration);
    }
    size = 0;
    duration = 0;
  }

  /// How many avalanches.
  public long count() {
    return sizes.total();
  }

  /// How often each size came.
  public Tally sizes() {
    return sizes;
  }

  /// How often each duration came, in bins.
  public Tally durations() {
    return durations;
  }

  /// The descendants of a spike.
  public BranchingRatio branching() {
    return branching;
  }
}
