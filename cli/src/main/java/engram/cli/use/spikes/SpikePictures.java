// SPDX-License-Identifier: Apache-2.0
package engram.cli.use.spikes;

import engram.lab.draw.FigureSheet;
import engram.lab.draw.FigureSheet.Panel;
import engram.lab.figure.Figure;
import engram.lab.figure.SpikeFigures;
import engram.lab.judge.Wording;
import engram.signal.Tally;
import engram.signal.avalanche.PowerLaw;
import engram.signal.spike.IntervalHistogram;
import engram.signal.spike.stream.Portrait;
import engram.signal.spike.stream.Survey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What is drawn of a recording.
final class SpikePictures {
  private static final int MOST_ROWS = 100;
  private static final double MOST_MARKS = 6000;
  private static final int BINS_A_COLUMN = 8;

  private SpikePictures() {}

  /// What has to listen to the second reading: a hundred neurons at most, and so much of the
  /// beginning that some thousand of their spikes lie in it.
  static RasterSample sample(Survey survey, Survey.First first, double durationMs) {
    int[] drawn = survey.sample(first.index());
    int step = (drawn.length + MOST_ROWS - 1) / MOST_ROWS;
    int[] rows = new int[(drawn.length + step - 1) / step];
    long spikes = 0;
    for (int i = 0; i < rows.length; i++) {
      rows[i] = drawn[i * step];
      spikes += first.census().spikes(rows[i]);
    }
    double share = spikes <= MOST_MARKS ? 1 : MOST_MARKS / spikes;
    return new RasterSample(first.index().count(), rows, share * durationMs);
  }

  /// The sheet of a recording.
  static String sheet(String name, RasterSample sample, Portrait portrait) {
    List<Panel> panels = new ArrayList<>();
    String see =
        String.format(
            Locale.ROOT,
            "A mark is a spike of one of %d neurons, ascending by id; the rate is that of all %,d.",
            (int) sample.rows().stream().mapToDouble(r -> r).max().orElse(0),
            portrait.neurons().count());
    panels.add(
        new Panel(SpikeFigures.raster("raster", see, sample.timeMs(), sample.rows()), Panel.TALL));
    panels.add(
        new Panel(
            SpikeFigures.rate(
                "rate",
                "Spikes a second of a neuron, in the mean of all.",
                sample.bordersMs(),
                sample.ratesHz()),
            Panel.FLAT));
    if (portrait.intervals().total() > 0) {
      panels.add(new Panel(intervals(portrait), 160));
    }
    if (portrait.bursts().avalanches().sizes().values().length > 1) {
      panels.add(new Panel(avalanches(portrait), 200));
    }
    String title =
        String.format(
            Locale.ROOT,
            "%s: %,d spikes of %,d neurons",
            name,
            portrait.neurons().total(),
            portrait.neurons().count());
    return new FigureSheet(title, panels).svg();
  }

  private static Figure intervals(Portrait portrait) {
    IntervalHistogram histogram = portrait.intervals();
    int first = 0;
    int last = histogram.bins() - 1;
    while (histogram.count(first) == 0) {
      first++;
    }
    while (histogram.count(last) == 0) {
      last--;
    }
    int from = first / BINS_A_COLUMN;
    int to = last / BINS_A_COLUMN + 1;
    List<Double> borders = new ArrayList<>();
    List<Double> shares = new ArrayList<>();
    List<Double> poisson = new ArrayList<>();
    for (int column = from; column < to; column++) {
      long count = 0;
      for (int bin = column * BINS_A_COLUMN; bin < (column + 1) * BINS_A_COLUMN; bin++) {
        count += histogram.count(bin);
      }
      borders.add(IntervalHistogram.borderMs(column * BINS_A_COLUMN));
      shares.add((double) count / histogram.total());
      poisson.add(
          poisson(
              portrait,
              borders.getLast(),
              IntervalHistogram.borderMs((column + 1) * BINS_A_COLUMN)));
    }
    borders.add(IntervalHistogram.borderMs(to * BINS_A_COLUMN));
    return SpikeFigures.intervals(
        "intervals",
        "The line is what Poisson trains of the same neurons' mean intervals would have.",
        borders,
        shares,
        new SpikeFigures.Expected("Poisson trains of these rates", poisson));
  }

  /// The share of intervals between two lengths if every neuron were a Poisson process of its own
  /// mean interval.
  private static double poisson(Portrait portrait, double fromMs, double toMs) {
    double sum = 0;
    double all = 0;
    for (var intervals : portrait.neurons().intervals()) {
      if (intervals.count() > 0) {
        double share =
            Math.exp(-fromMs / intervals.meanMs()) - Math.exp(-toMs / intervals.meanMs());
        sum += intervals.count() * share;
        all += intervals.count();
      }
    }
    return sum / all;
  }

  private static Figure avalanches(Portrait portrait) {
    Tally sizes = portrait.bursts().avalanches().sizes();
    long[] values = sizes.values();
    long[] counts = sizes.counts();
    List<Double> size = new ArrayList<>();
    List<Double> share = new ArrayList<>();
    List<Double> fitted = new ArrayList<>();
    Optional<PowerLaw> law = PortraitText.law(sizes);
    long above = sizes.total();
    double last = 0;
    for (int i = 0; i < values.length; i++) {
      if (values[i] >= 1.08 * last || i == values.length - 1) {
        last = values[i];
        size.add(last);
        share.add((double) above / sizes.total());
        double least = last;
        fitted.add(
            law.map(l -> l.tail((long) least) * l.count() / sizes.total()).orElse(Double.NaN));
      }
      above -= counts[i];
    }
    return SpikeFigures.avalanches(
        "avalanches",
        "Bins of " + Wording.number(portrait.bursts().binMs()) + " ms.",
        size,
        share,
        law.map(l ->
            new SpikeFigures.Expected(
                "power law of exponent " + Wording.number(l.alpha()), fitted)));
  }
}
