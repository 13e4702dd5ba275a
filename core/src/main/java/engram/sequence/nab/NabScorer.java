// SPDX-License-Identifier: Apache-2.0
package engram.sequence.nab;

import engram.sequence.nab.NabScore.OfSeries;
import engram.sequence.nab.NabScore.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Scores detectors by the rules of the Numenta Anomaly Benchmark.
///
/// With `s(r) = 2 / (1 + e^(5 r)) - 1`, and -1 for r > 3, a detection at row i earns
///
///     inside window [L, R]:  truePositive s(-(R - i + 1) / (R - L + 1)) / s(-1)
///     after window [L, R]:   falsePositive s((i - R) / (R - L))
///     before all windows:    -falsePositive
///
/// A window earns the most that a detection inside earns, or `-falseNegative` without one; each
/// detection outside earns its own. Rows in probation ([DetectedSeries]) earn nothing. The sum over
/// all series is the raw score, and
///
///     normalised = 100 (raw - silent) / (perfect - silent)
///     silent = -falseNegative windows,  perfect = truePositive windows
///
/// ```java
/// List<DetectedSeries> detected = DetectedSeries.all(corpus, series -> detector(), workers);
/// NabScore score = new NabScorer(NabProfile.STANDARD).best(detected);
/// ```
///
/// References: see the package, [1] section III.
///
/// @param profile what is worth how much
public record NabScorer(NabProfile profile) {
  private static final double WHOLE = 100;

  /// The score at the threshold that earns most; of several, at the highest.
  ///
  /// @param corpus with at least one window
  public NabScore best(List<DetectedSeries> corpus) {
    int windows = windows(corpus);
    List<Detection> all = new ArrayList<>();
    int before = 0;
    for (DetectedSeries series : corpus) {
      RowWorth rows = RowWorth.of(series, profile);
      for (int row = series.probationRows(); row < series.rows(); row++) {
        int window = rows.window()[row];
        all.add(
            new Detection(
                series.score(row),
                window == RowWorth.OUTSIDE ? RowWorth.OUTSIDE : before + window,
                rows.worth()[row]));
      }
      before += series.windows().size();
    }
    // Stable: equal scores stay in the order of the corpus, so sums are the same each time.
    all.sort((a, b) -> Double.compare(b.score(), a.score()));
    return at(threshold(all, windows), corpus);
  }

  /// The score at a threshold.
  ///
  /// @param threshold rows with this score or a higher one are detections
  /// @param corpus with at least one window
  public NabScore at(double threshold, List<DetectedSeries> corpus) {
    if (Double.isNaN(threshold)) {
      throw new IllegalArgumentException("threshold must be a number, was NaN");
    }
    int windows = windows(corpus);
    List<OfSeries> parts = new ArrayList<>();
    double raw = 0;
    for (DetectedSeries series : corpus) {
      OfSeries part = of(series, threshold, windows);
      parts.add(part);
      raw += part.raw();
    }
    return new NabScore(profile, threshold, raw, points(raw, windows, windows), parts);
  }

  /// The normalised score where each half of the corpus is scored at the threshold that earns most
  /// on the other: what the choice of the threshold does not give away. Series of even number make
  /// one half, those of odd number the other.
  ///
  /// @param corpus with at least one window in each half
  public double heldOut(List<DetectedSeries> corpus) {
    List<DetectedSeries> even = new ArrayList<>();
    List<DetectedSeries> odd = new ArrayList<>();
    for (int i = 0; i < corpus.size(); i++) {
      (i % 2 == 0 ? even : odd).add(corpus.get(i));
    }
    double raw = at(best(odd).threshold(), even).raw() + at(best(even).threshold(), odd).raw();
    int windows = windows(corpus);
    return points(raw, windows, windows);
  }

  /// What raw earns beyond the silence about some windows, of a hundred for all windows.
  private double points(double raw, int of, int windows) {
    double silent = -profile.falseNegative() * of;
    double range = (profile.truePositive() + profile.falseNegative()) * windows;
    return WHOLE * (raw - silent) / range;
  }

  /// @param window its number in the corpus, or outside
  private record Detection(double score, int window, double worth) {}

  /// Lowers the threshold from one distinct score to the next and keeps the sum up to date.
  private double threshold(List<Detection> descending, int windows) {
    double[] earned = new double[windows];
    Arrays.fill(earned, -profile.falseNegative());
    double sum = -profile.falseNegative() * windows;
    double most = sum;
    double threshold = Double.POSITIVE_INFINITY;
    for (int i = 0; i < descending.size(); i++) {
      Detection next = descending.get(i);
      if (next.window() == RowWorth.OUTSIDE) {
        sum += next.worth();
      } else if (next.worth() > earned[next.window()]) {
        sum += next.worth() - earned[next.window()];
        earned[next.window()] = next.worth();
      }
      boolean last = i + 1 == descending.size() || descending.get(i + 1).score() < next.score();
      if (last && sum > most) {
        most = sum;
        threshold = next.score();
      }
    }
    return threshold;
  }

  private OfSeries of(DetectedSeries series, double threshold, int windows) {
    RowWorth rows = RowWorth.of(series, profile);
    double[] earned = new double[series.windows().size()];
    Arrays.fill(earned, -profile.falseNegative());
    double raw = 0;
    int[] inside = new int[2];
    int[] outside = new int[2];
    for (int row = series.probationRows(); row < series.rows(); row++) {
      int detected = series.score(row) >= threshold ? 1 : 0;
      int window = rows.window()[row];
      (window == RowWorth.OUTSIDE ? outside : inside)[detected]++;
      if (detected == 1 && window == RowWorth.OUTSIDE) {
        raw += rows.worth()[row];
      } else if (detected == 1) {
        earned[window] = Math.max(earned[window], rows.worth()[row]);
      }
    }
    for (double window : earned) {
      raw += window;
    }
    double points = points(raw, earned.length, windows);
    Rows told = new Rows(inside[1], outside[0], outside[1], inside[0]);
    return new OfSeries(series.name(), raw, points, told);
  }

  private static int windows(List<DetectedSeries> corpus) {
    int windows = 0;
    for (DetectedSeries series : corpus) {
      windows += series.windows().size();
    }
    if (windows == 0) {
      throw new IllegalArgumentException("windows of a corpus must be at least 1, were none");
    }
    return windows;
  }
}
