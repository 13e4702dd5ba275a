// SPDX-License-Identifier: Apache-2.0
package engram.cli.use.spikes;

import engram.cli.run.Documents;
import engram.lab.judge.Wording;
import engram.signal.Tally;
import engram.signal.avalanche.Avalanches;
import engram.signal.avalanche.PowerLaw;
import engram.signal.spike.IntervalStatistics;
import engram.signal.spike.stream.Portrait;
import engram.stats.Moments;
import engram.stats.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// What is printed of a recording.
///
/// @param name what messages call it
/// @param portrait what was measured
record PortraitText(String name, Portrait portrait) {
  /// Fewest intervals of a neuron for its CV to count.
  private static final int FEWEST = 2;

  /// Standard deviations from which on one law is called better.
  private static final double CLEAR = 2;

  /// The lines of the screen.
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    Portrait.Neurons neurons = portrait.neurons();
    lines.add(
        String.format(
            Locale.ROOT,
            "%s: %,d spikes of %,d neurons in %s s%s",
            name,
            neurons.total(),
            neurons.count(),
            number(portrait.durationMs() / 1000),
            portrait.repeated() == 0
                ? ""
                : String.format(Locale.ROOT, "; %,d repeated ones left out", portrait.repeated())));
    double[] rates = rates();
    lines.add(
        "  rate         "
            + number(Moments.of(rates).mean())
            + " Hz in the mean of neurons; "
            + quantiles(rates));
    if (portrait.intervals().total() > 0) {
      lines.add(intervals());
    }
    double[] cv = each(IntervalStatistics::cv);
    if (cv.length > 0) {
      lines.add(
          String.format(
              Locale.ROOT,
              "  regularity   CV %s  CV2 %s  LV %s  of %,d neurons (Poisson: 1)",
              mean(cv),
              mean(each(IntervalStatistics::cv2)),
              mean(each(IntervalStatistics::lv)),
              cv.length));
    }
    lines.add(counts());
    lines.add(correlations());
    lines.addAll(avalanches());
    return lines;
  }

  private String intervals() {
    return String.format(
        Locale.ROOT,
        "  intervals    median %s ms; 5 %% %s  95 %% %s",
        number(portrait.intervals().quantileMs(0.5)),
        number(portrait.intervals().quantileMs(0.05)),
        number(portrait.intervals().quantileMs(0.95)));
  }

  private String counts() {
    return String.format(
        Locale.ROOT,
        "  counts       Fano %s  synchrony %s (independent: %s)  bins of %s ms",
        mean(finite(portrait.neurons().fano())),
        number(portrait.together().synchrony()),
        number(1 / Math.sqrt(portrait.neurons().count())),
        number(portrait.together().binMs()));
  }

  private String correlations() {
    Moments pairs = portrait.together().correlations();
    return pairs.count() < 2
        ? "  correlation  no two neurons whose counts change"
        : String.format(
            Locale.ROOT,
            "  correlation  %s in the mean, sd %s, of %,d pairs of %d neurons",
            number(pairs.mean()),
            number(pairs.standardDeviation()),
            pairs.count(),
            portrait.together().sampled());
  }

  private List<String> avalanches() {
    Avalanches avalanches = portrait.bursts().avalanches();
    String begin =
        String.format(
            Locale.ROOT,
            "  avalanches   %,d in bins of %s ms; branching ratio %s, by slope %s",
            avalanches.count(),
            number(portrait.bursts().binMs()),
            number(avalanches.branching().descendants()),
            number(avalanches.branching().slope()));
    List<String> lines = new ArrayList<>(List.of(begin));
    lines.addAll(law("sizes", avalanches.sizes()));
    lines.addAll(law("durations", avalanches.durations()));
    return lines;
  }

  private static List<String> law(String of, Tally tally) {
    Optional<PowerLaw> fit = law(tally);
    if (fit.isEmpty()) {
      return List.of();
    }
    PowerLaw law = fit.get();
    double z = law.overExponential(tally);
    String better =
        z > CLEAR
            ? "a power law fits better than an exponential"
            : z < -CLEAR ? "an exponential fits better" : "an exponential fits as well";
    return List.of(
        String.format(
            Locale.ROOT,
            "    %-10s exponent %s +- %s from %,d on (%,d of them), KS %s",
            of,
            number(law.alpha()),
            number(law.standardError()),
            law.least(),
            law.count(),
            number(law.ks())),
        String.format(Locale.ROOT, "               %s (z %s)", better, number(z)));
  }

  /// The power law of a tally with the best cut; empty where there is too little to fit.
  static Optional<PowerLaw> law(Tally tally) {
    long fewest = Math.max(50, tally.total() / 100);
    if (tally.total() < fewest || tally.values().length < 3) {
      return Optional.empty();
    }
    try {
      return Optional.of(PowerLaw.fitWithBestCut(tally, fewest));
    } catch (IllegalArgumentException _) {
      // No exponent fits: the tail does not fall.
      return Optional.empty();
    }
  }

  private double[] rates() {
    double[] rates = new double[portrait.neurons().count()];
    Arrays.setAll(rates, portrait::rateHz);
    return rates;
  }

  /// A statistic of the neurons that have it.
  private double[] each(ToDoubleFunction<IntervalStatistics> statistic) {
    return Arrays.stream(portrait.neurons().intervals())
        .filter(i -> i.count() >= FEWEST)
        .mapToDouble(statistic)
        .filter(Double::isFinite)
        .toArray();
  }

  private static double[] finite(double[] values) {
    return Arrays.stream(values).filter(Double::isFinite).toArray();
  }

  private static String mean(double[] values) {
    return values.length == 0 ? "-" : number(Moments.of(values).mean());
  }

  private static String quantiles(double[] values) {
    return "5 % "
        + number(Quantiles.of(values, 0.05))
        + "  50 % "
        + number(Quantiles.median(values))
        + "  95 % "
        + number(Quantiles.of(values, 0.95));
  }

  static String number(double value) {
    return Double.isNaN(value) ? "-" : Wording.number(value);
  }

  /// The same as a document.
  Map<String, Object> document() {
    Map<String, Object> document = Documents.of("spikes");
    document.put("file", name);
    fill(document);
    return document;
  }

  private void fill(Map<String, Object> document) {
    Portrait.Neurons neurons = portrait.neurons();
    document.put("neurons", neurons.count());
    document.put("spikes", neurons.total());
    document.put("repeated", portrait.repeated());
    document.put("durationMs", portrait.durationMs());
    document.put("rateHz", distribution(rates()));
    document.put("cv", distribution(each(IntervalStatistics::cv)));
    document.put("cv2", distribution(each(IntervalStatistics::cv2)));
    document.put("lv", distribution(each(IntervalStatistics::lv)));
    document.put("fano", distribution(finite(neurons.fano())));
    Map<String, Object> intervals = new LinkedHashMap<>();
    intervals.put("count", portrait.intervals().total());
    for (double p : new double[] {0.05, 0.5, 0.95}) {
      put(intervals, "q" + Math.round(100 * p) + "Ms", portrait.intervals().quantileMs(p));
    }
    document.put("intervals", intervals);
    Map<String, Object> together = new LinkedHashMap<>();
    together.put("binMs", portrait.together().binMs());
    together.put("neurons", portrait.together().sampled());
    together.put("pairs", portrait.together().correlations().count());
    put(together, "mean", portrait.together().correlations().mean());
    put(together, "sd", portrait.together().correlations().standardDeviation());
    document.put("correlation", together);
    put(document, "synchrony", portrait.together().synchrony());
    document.put("avalanches", avalancheDocument());
  }

  private Map<String, Object> avalancheDocument() {
    Avalanches avalanches = portrait.bursts().avalanches();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("binMs", portrait.bursts().binMs());
    document.put("count", avalanches.count());
    put(document, "descendants", avalanches.branching().descendants());
    put(document, "firstStep", avalanches.branching().firstStep());
    put(document, "slope", avalanches.branching().slope());
    law(avalanches.sizes())
        .ifPresent(l -> document.put("sizes", lawDocument(l, avalanches.sizes())));
    law(avalanches.durations())
        .ifPresent(l -> document.put("durations", lawDocument(l, avalanches.durations())));
    return document;
  }

  private static Map<String, Object> lawDocument(PowerLaw law, Tally tally) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("exponent", law.alpha());
    document.put("standardError", law.standardError());
    document.put("least", law.least());
    document.put("count", law.count());
    document.put("ks", law.ks());
    put(document, "overExponential", law.overExponential(tally));
    return document;
  }

  /// Mean and quantiles of what has them.
  static Map<String, Object> distribution(double[] values) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("count", values.length);
    if (values.length > 0) {
      document.put("mean", Moments.of(values).mean());
      for (double p : new double[] {0.05, 0.25, 0.5, 0.75, 0.95}) {
        document.put("q" + Math.round(100 * p), Quantiles.of(values, p));
      }
    }
    return document;
  }

  private static void put(Map<String, Object> document, String key, double value) {
    if (Double.isFinite(value)) {
      document.put(key, value);
    }
  }

  /// A row a neuron, as comma-separated text.
  String rows() {
    StringBuilder rows = new StringBuilder("id,spikes,rate_hz,interval_ms,cv,cv2,lv,fano\n");
    Portrait.Neurons neurons = portrait.neurons();
    for (int i = 0; i < neurons.count(); i++) {
      IntervalStatistics intervals = neurons.intervals()[i];
      rows.append(neurons.ids()[i]).append(',').append(neurons.spikes()[i]);
      for (double value :
          new double[] {
            portrait.rateHz(i),
            intervals.meanMs(),
            intervals.cv(),
            intervals.cv2(),
            intervals.lv(),
            neurons.fano()[i]
          }) {
        rows.append(',').append(Double.isFinite(value) ? Wording.exact(value) : "");
      }
      rows.append('\n');
    }
    return rows.toString();
  }
}
