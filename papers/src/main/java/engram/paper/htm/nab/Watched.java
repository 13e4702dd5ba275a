// SPDX-License-Identifier: Apache-2.0
package engram.paper.htm.nab;

import engram.data.series.LabelledSeries;
import engram.data.series.TimeSpan;
import engram.data.series.TimedValue;
import engram.lab.Progress;
import engram.lab.Stages;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.sequence.anomaly.ColumnDetector;
import engram.sequence.anomaly.DetectorSettings;
import engram.sequence.htm.Anomaly;
import engram.sequence.htm.AnomalyLikelihood;
import engram.sequence.htm.AnomalyModel;
import engram.sequence.htm.AnomalySettings;
import engram.sequence.htm.memory.MemorySettings;
import engram.sequence.nab.DetectedSeries;
import engram.sequence.nab.RandomDetector;
import engram.sequence.nab.RangeDetector;
import engram.sequence.nab.WindowedGaussianDetector;
import engram.state.Machine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// The benchmark's series, watched by the memory and by what could explain its score away. The
/// alarm on leaving the range is part of the benchmark's detector, so all that is made of the
/// memory has it, but for the arm that says otherwise.
///
/// @param p of the page
/// @param seeds of the replicate; all memories of a series share theirs
record Watched(AnomalyBenchmark.Setting p, Seeds seeds) {
  static final String MEMORY = "sequence memory";
  static final String CAUSAL = "no look-ahead";
  static final String ONE_CELL = "one cell a column";
  static final String COARSE = "values 10 x as coarse";
  static final String NO_RANGE = "no alarm on range";
  static final String MEAN = "mean of ten surprises";
  static final String SURPRISE = "surprise itself";
  static final String RANGE = "alarm on range alone";
  static final String GAUSSIAN = "windowed Gaussian";
  static final String MOVED = "scores moved in time";
  static final String RANDOM = "random scores";
  static final List<String> ARMS =
      List.of(
          MEMORY, CAUSAL, ONE_CELL, COARSE, NO_RANGE, MEAN, SURPRISE, RANGE, GAUSSIAN, MOVED,
          RANDOM);
  private static final int AVERAGED = 10;
  private static final double COARSER = 10;

  /// What each arm says of each series; a series is a stage, for which a minute may be needed.
  Map<String, List<DetectedSeries>> all(
      List<LabelledSeries> corpus, Stages stages, Progress progress) {
    Map<String, List<DetectedSeries>> arms = new LinkedHashMap<>();
    ARMS.forEach(arm -> arms.put(arm, new ArrayList<>()));
    long rows = 0;
    for (int i = 0; i < corpus.size(); i++) {
      LabelledSeries series = corpus.get(i);
      Seeds own = seeds.child("series", i);
      double[] said = stages.run(() -> of(series, own));
      for (int arm = 0; arm < ARMS.size(); arm++) {
        double[] scores = Arrays.copyOfRange(said, arm * series.rows(), (arm + 1) * series.rows());
        Objects.requireNonNull(arms.get(ARMS.get(arm))).add(new DetectedSeries(series, scores));
      }
      rows += series.rows();
      progress.at(rows);
    }
    return arms;
  }

  /// A series without what comes after its first rows. The longest of the benchmark has 22,695.
  static LabelledSeries first(LabelledSeries series, int rows) {
    if (series.rows() <= rows) {
      return series;
    }
    List<TimeSpan> anomalies =
        series.anomalies().stream()
            .filter(span -> span.last() < rows)
            .map(span ->
                new TimeSpan(series.row(span.first()).time(), series.row(span.last()).time()))
            .toList();
    List<TimedValue> kept = IntStream.range(0, rows).mapToObj(series::row).toList();
    return LabelledSeries.of(series.name(), kept, anomalies);
  }

  /// One alarm at the first row of every window.
  static List<DetectedSeries> perfectly(List<LabelledSeries> corpus) {
    List<DetectedSeries> perfect = new ArrayList<>();
    for (LabelledSeries series : corpus) {
      double[] scores = new double[series.rows()];
      series.anomalies().forEach(window -> scores[window.first()] = 1);
      perfect.add(new DetectedSeries(series, scores));
    }
    return perfect;
  }

  /// What the arms say of a series, one after another in their order.
  private double[] of(LabelledSeries series, Seeds own) {
    Map<String, double[]> said = byArm(series, own);
    return ARMS.stream()
        .map(arm -> Objects.requireNonNull(said.get(arm), arm))
        .flatMapToDouble(Arrays::stream)
        .toArray();
  }

  private Map<String, double[]> byArm(LabelledSeries series, Seeds own) {
    List<Anomaly> memory = memory(series, p.cells(), 1, own);
    double[] scores = each(memory, Anomaly::score);
    double[] surprise = each(memory, Anomaly::surprise);
    double[] range = by(new RangeDetector(), series);
    return Map.ofEntries(
        Map.entry(MEMORY, scores),
        Map.entry(CAUSAL, causal(series, own)),
        Map.entry(ONE_CELL, each(memory(series, 1, 1, own), Anomaly::score)),
        Map.entry(COARSE, each(memory(series, p.cells(), COARSER, own), Anomaly::score)),
        Map.entry(
            NO_RANGE, each(memory, a -> Math.clamp(AnomalyLikelihood.log(a.likelihood()), 0, 1))),
        Map.entry(MEAN, either(means(surprise), range)),
        Map.entry(SURPRISE, either(surprise, range)),
        Map.entry(RANGE, range),
        Map.entry(GAUSSIAN, by(new WindowedGaussianDetector(), series)),
        Map.entry(MOVED, moved(scores, own.stream("moved"))),
        Map.entry(RANDOM, by(new RandomDetector(own), series)));
  }

  /// With the range of the whole file known beforehand, as the benchmark gives it.
  private List<Anomaly> memory(LabelledSeries series, int cells, double coarser, Seeds own) {
    double[] values = series.values();
    AnomalySettings benchmark =
        AnomalySettings.benchmark(
            Arrays.stream(values).min().orElseThrow(),
            Arrays.stream(values).max().orElseThrow(),
            DetectedSeries.probationRows(values.length));
    AnomalyModel model =
        AnomalyModel.of(
            new AnomalySettings(
                coarser * benchmark.resolution(),
                benchmark.time(),
                benchmark.activeColumns(),
                withCells(benchmark.memory(), cells),
                benchmark.likelihood()),
            own);
    model.memory().memory().setLearning(!p.still());
    List<Anomaly> said = new ArrayList<>();
    for (int row = 0; row < values.length; row++) {
      said.add(model.step(series.row(row)));
    }
    return said;
  }

  /// The same memory with other cells a column; 1 makes it first order.
  private static MemorySettings withCells(MemorySettings memory, int cells) {
    return new MemorySettings(memory.columns(), cells, memory.dendrites(), memory.plasticity());
  }

  /// The detector of this library, which learns the range from the rows of the probation and again
  /// when values outgrow it; what it has not judged yet is no anomaly.
  private static double[] causal(LabelledSeries series, Seeds own) {
    int warmUp = DetectedSeries.probationRows(series.rows());
    ColumnDetector detector =
        new ColumnDetector(DetectorSettings.of(warmUp, DetectorSettings.THRESHOLD), own);
    double[] scores = new double[series.rows()];
    for (int row = 0; row < scores.length; row++) {
      scores[row] = detector.step(series.row(row)).score();
    }
    return scores;
  }

  private static double[] by(Machine<TimedValue, Double> detector, LabelledSeries series) {
    double[] scores = new double[series.rows()];
    for (int row = 0; row < scores.length; row++) {
      scores[row] = detector.step(series.row(row));
    }
    return scores;
  }

  private static double[] each(List<Anomaly> said, ToDoubleFunction<Anomaly> what) {
    return said.stream().mapToDouble(what).toArray();
  }

  /// Of the last ten, of fewer at the beginning.
  private static double[] means(double[] surprise) {
    double[] means = new double[surprise.length];
    for (int row = 0; row < means.length; row++) {
      means[row] =
          Arrays.stream(surprise, Math.max(0, row + 1 - AVERAGED), row + 1).average().orElseThrow();
    }
    return means;
  }

  private static double[] either(double[] one, double[] other) {
    double[] more = new double[one.length];
    Arrays.setAll(more, row -> Math.max(one[row], other[row]));
    return more;
  }

  /// The scores behind the probation, turned round by a quarter to three quarters of them: as many
  /// alarms in as many clusters, at times that mean nothing.
  static double[] moved(double[] scores, RandomStream random) {
    int from = DetectedSeries.probationRows(scores.length);
    int rows = scores.length - from;
    int by = rows / 4 + random.nextInt(rows / 2 + 1);
    double[] moved = scores.clone();
    for (int row = 0; row < rows; row++) {
      moved[from + row] = scores[from + (row + by) % rows];
    }
    return moved;
  }
}
