// SPDX-License-Identifier: Apache-2.0
package engram.signal.spike.stream;

import engram.error.DataCorruptException;
import engram.random.Seeds;
import engram.signal.avalanche.Avalanches;
import engram.signal.avalanche.BinnedAvalanches;
import engram.signal.spike.IntervalStatistics;
import engram.stats.Moments;
import java.util.Arrays;

/// Looks at a recording in two readings: the first finds the neurons, their rates and intervals,
/// and how long it is; the second counts in bins, for which that must be known.
///
/// @param window the part to look at
/// @param binMs width of the bins for Fano factors, correlations and synchrony, above 0; half the
///   window where that is less
/// @param avalancheBinMs width of the bins for avalanches; 0 for the mean time between two spikes,
///   in whole steps of the recording's grid
/// @param pairNeurons how many neurons are drawn for correlations, 2 or more
/// @param mostNeurons how many neurons there may be, 1 or more
/// @param seed of the draw
public record Survey(
    Window window,
    double binMs,
    double avalancheBinMs,
    int pairNeurons,
    int mostNeurons,
    long seed) {
  /// Checks the widths.
  public Survey {
    if (!(binMs > 0 && binMs < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("binMs must be finite and above 0, was " + binMs);
    }
    if (!(avalancheBinMs >= 0 && avalancheBinMs < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "avalancheBinMs must be finite and 0 or more, was " + avalancheBinMs);
    }
    if (pairNeurons < 2 || pairNeurons > 10_000) {
      throw new IllegalArgumentException("pairNeurons must be in [2, 10000], was " + pairNeurons);
    }
    if (mostNeurons < 1) {
      throw new IllegalArgumentException("mostNeurons must be 1 or more, was " + mostNeurons);
    }
  }

  /// Bins of 10 ms, 200 neurons in pairs.
  public static Survey usual() {
    return new Survey(Window.WHOLE, 10, 0, 200, 1 << 24, 42);
  }

  /// The first reading, by which the second is prepared.
  ///
  /// @param reading what it saw
  /// @param index the numbers of the ids
  /// @param census counts and intervals
  public record First(NeuronStream.Reading reading, NeuronIndex index, Census census) {}

  /// Reads for the first time.
  public First first(SpikeSource source) {
    NeuronIndex index = new NeuronIndex(mostNeurons);
    Census census = new Census();
    NeuronStream.Reading reading = NeuronStream.read(source, window, index, census);
    if (reading.spikes() == 0) {
      throw new DataCorruptException(
          source.name() + " must have a spike or more in the window, had none");
    }
    return new First(reading, index, census);
  }

  /// How long the window is: to its end, or to the last spike.
  ///
  /// @throws DataCorruptException if that is no time at all
  public double durationMs(SpikeSource source, NeuronStream.Reading reading) {
    double durationMs =
        window.toMs() < Double.POSITIVE_INFINITY
            ? window.toMs() - window.fromMs()
            : reading.lastMs();
    if (!(durationMs > 0)) {
      throw new DataCorruptException(
          source.name() + " must last longer than 0 ms, did not: all spikes are at its beginning");
    }
    return durationMs;
  }

  /// Reads for the second time.
  ///
  /// @param first of the same source, in order of time
  /// @param others who else listens, such as what draws a raster
  public Portrait second(SpikeSource source, First first, NeuronSink... others) {
    if (!first.reading().inOrder()) {
      throw new IllegalArgumentException(
          "spikes must be in order of time, went back at spike " + first.reading().backAt());
    }
    double durationMs = durationMs(source, first.reading());
    int neurons = first.index().count();
    int[] sample = sample(first.index());
    double countMs = Math.min(binMs, durationMs / 2);
    CountSurvey counts = new CountSurvey(neurons, sample, countMs, durationMs);
    double avalancheMs = avalancheMs(first.reading(), durationMs);
    double halfStep = Math.min(first.reading().stepMs(), avalancheMs) / 2;
    BinnedAvalanches binned = new BinnedAvalanches(avalancheMs, durationMs + halfStep);
    NeuronSink[] sinks = Arrays.copyOf(others, others.length + 2);
    sinks[others.length] = counts;
    sinks[others.length + 1] = (timeMs, _) -> binned.spike(timeMs + halfStep);
    NeuronStream.read(source, window, first.index(), sinks);
    counts.finish();
    return portrait(first, durationMs, counts, sample, new Bursts(avalancheMs, binned.finish()));
  }

  private record Bursts(double binMs, Avalanches avalanches) {}

  /// The mean time between two spikes, rounded up to whole steps of the recording's grid: in a bin
  /// between two steps no spike could lie. Borders of bins lie half a step before the grid, where
  /// no rounding moves a spike into another bin. Where times are not on a grid their least
  /// difference is so small that this changes nothing.
  private double avalancheMs(NeuronStream.Reading reading, double durationMs) {
    if (avalancheBinMs > 0) {
      return Math.min(avalancheBinMs, durationMs);
    }
    long spikes = reading.spikes() - reading.repeated();
    double span = reading.lastMs() - reading.firstMs();
    if (spikes < 2 || !(span > 0)) {
      return durationMs;
    }
    double mean = span / (spikes - 1);
    double steps = Math.ceil(mean / reading.stepMs() - 1e-9);
    return Math.min(steps * reading.stepMs(), durationMs);
  }

  /// Neurons for pairs, ascending by id: all, or a draw.
  public int[] sample(NeuronIndex index) {
    int[] byId = index.byId();
    if (byId.length <= pairNeurons) {
      return byId;
    }
    int[] drawn = Seeds.of(seed).stream("pairs").sample(byId.length, pairNeurons);
    return Arrays.stream(drawn).map(i -> byId[i]).toArray();
  }

  private Portrait portrait(
      First first, double durationMs, CountSurvey counts, int[] sample, Bursts bursts) {
    int[] byId = first.index().byId();
    long[] ids = new long[byId.length];
    long[] spikes = new long[byId.length];
    double[] fano = new double[byId.length];
    IntervalStatistics[] intervals = new IntervalStatistics[byId.length];
    for (int i = 0; i < byId.length; i++) {
      ids[i] = first.index().id(byId[i]);
      spikes[i] = first.census().spikes(byId[i]);
      fano[i] = counts.fano(byId[i]);
      intervals[i] = first.census().intervals(byId[i]);
    }
    Moments pairs = counts.correlations(sample);
    return new Portrait(
        durationMs,
        first.reading().repeated(),
        new Portrait.Neurons(ids, spikes, intervals, fano),
        first.census().histogram(),
        new Portrait.Together(counts.binMs(), sample.length, pairs, counts.synchrony()),
        new Portrait.Bursts(bursts.binMs(), bursts.avalanches()));
  }
}
