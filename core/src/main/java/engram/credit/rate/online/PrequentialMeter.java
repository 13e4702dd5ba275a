// SPDX-License-Identifier: Apache-2.0
package engram.credit.rate.online;

/// Accuracy of answers that are given before the label is learned: test, then train. Counts all of
/// them, and the last ones of a window.
///
/// References: A. P. Dawid: Present position and potential developments: the prequential approach.
/// Journal of the Royal Statistical Society A 147 (1984) 278-292, doi:10.2307/2981683.
public final class PrequentialMeter {
  private final boolean[] window;
  private long count;
  private long hits;
  private int recentHits;

  /// Nothing counted yet.
  ///
  /// @param window answers of the running accuracy, at least 1
  public PrequentialMeter(int window) {
    if (window < 1) {
      throw new IllegalArgumentException("window must be at least 1, was " + window);
    }
    this.window = new boolean[window];
  }

  /// One more answer.
  public void add(boolean hit) {
    int at = (int) (count % window.length);
    recentHits += (hit ? 1 : 0) - (window[at] ? 1 : 0);
    window[at] = hit;
    hits += hit ? 1 : 0;
    count++;
  }

  /// How many answers.
  public long count() {
    return count;
  }

  /// The share of right answers.
  public double accuracy() {
    requireAnswers();
    return hits / (double) count;
  }

  /// The share of right answers among the last ones, at most a window of them.
  public double recent() {
    requireAnswers();
    return recentHits / (double) Math.min(count, window.length);
  }

  private void requireAnswers() {
    if (count == 0) {
      throw new IllegalStateException("answers must be at least one, was none");
    }
  }
}
