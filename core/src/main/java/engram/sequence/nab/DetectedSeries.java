// SPDX-License-Identifier: Apache-2.0
package engram.sequence.nab;

import engram.data.series.LabelledSeries;
import engram.data.series.RowSpan;
import engram.data.series.TimedValue;
import engram.kernel.Workers;
import engram.state.Machine;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// A labelled series and what a detector said of each of its rows. Never changes.
///
/// The first rows are probation: the detector learns, and what it says is not counted.
///
///     probation = min(floor(0.15 rows), 750)
public final class DetectedSeries {
  private static final double PROBATION_SHARE = 0.15;
  private static final int MOST_PROBATION_ROWS = 750;

  private final String name;
  private final List<RowSpan> windows;
  private final double[] scores;

  /// @param series what was looked at
  /// @param scores how anomalous each row is, in [0, 1]
  public DetectedSeries(LabelledSeries series, double[] scores) {
    this(series.name(), series.anomalies(), scores);
    if (scores.length != series.rows()) {
      throw new IllegalArgumentException(
          "scores of " + name + " must be " + series.rows() + ", were " + scores.length);
    }
  }

  /// @param name what it is called
  /// @param windows where it is anomalous, in order and apart
  /// @param scores how anomalous each row is, in [0, 1]
  public DetectedSeries(String name, List<RowSpan> windows, double[] scores) {
    this.name = name;
    this.windows = List.copyOf(windows);
    this.scores = scores.clone();
    for (int row = 0; row < scores.length; row++) {
      if (!(scores[row] >= 0 && scores[row] <= 1)) {
        throw new IllegalArgumentException(
            "score of " + name + " must be in [0, 1], was " + scores[row] + " at row " + row);
      }
    }
    int from = probationRows();
    for (RowSpan window : windows) {
      if (window.last() < from || window.last() >= scores.length) {
        throw new IllegalArgumentException(
            "window of "
                + name
                + " must end in order, behind the probation and before row "
                + scores.length
                + ", was "
                + window);
      }
      from = window.last() + 1;
    }
  }

  /// Runs a detector on a series.
  public static DetectedSeries by(Machine<TimedValue, Double> detector, LabelledSeries series) {
    double[] scores = new double[series.rows()];
    for (int row = 0; row < scores.length; row++) {
      scores[row] = detector.step(series.row(row));
    }
    return new DetectedSeries(series, scores);
  }

  /// Runs a fresh detector on each series of a corpus. The result is the same for any number of
  /// workers.
  ///
  /// @param detector makes the detector of a series
  public static List<DetectedSeries> all(
      List<LabelledSeries> corpus,
      Function<LabelledSeries, Machine<TimedValue, Double>> detector,
      Workers workers) {
    DetectedSeries[] detected = new DetectedSeries[corpus.size()];
    workers.run(
        detected.length, i -> detected[i] = by(detector.apply(corpus.get(i)), corpus.get(i)));
    return List.copyOf(Arrays.asList(detected));
  }

  /// What it is called.
  public String name() {
    return name;
  }

  /// How many rows it has.
  public int rows() {
    return scores.length;
  }

  /// How anomalous a row is.
  public double score(int row) {
    return scores[row];
  }

  /// Where it is anomalous, in order.
  public List<RowSpan> windows() {
    return windows;
  }

  /// How many rows at the beginning are not scored.
  public int probationRows() {
    return probationRows(scores.length);
  }

  /// How many rows at the beginning of a series are not scored.
  public static int probationRows(int rows) {
    return Math.min((int) (PROBATION_SHARE * rows), MOST_PROBATION_ROWS);
  }
}
