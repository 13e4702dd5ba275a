// SPDX-License-Identifier: Apache-2.0
package engram.sequence.nab;

import engram.data.series.TimedValue;
import engram.error.DataCorruptException;
import engram.math.Normal;
import engram.state.Machine;
import engram.state.Snapshot;
import java.util.Arrays;

/// How far a value lies from those of a window before it, if they were normal:
///
///     score = 1 - Q(|x - mean| / sd),   Q(z) = erfc(z / sqrt(2)) / 2
///
/// The first value scores 0, a value at the mean 1/2. Mean and standard deviation (of the
/// population; 1e-6 where it is 0) are those of the window, which takes each value until it is full
/// and then moves on by `stepRows` at a time. It knows nothing of order: the baseline that any
/// sequence memory must beat.
///
/// Scores beyond 8 standard deviations are all 1 in double precision, so on the benchmark a
/// difference in the last bit of a mean can move the best threshold.
///
/// References: see the package, [1].
public final class WindowedGaussianDetector implements Machine<TimedValue, Double> {
  /// The benchmark's window.
  public static final int WINDOW_ROWS = 6400;

  /// The benchmark's step.
  public static final int STEP_ROWS = 100;

  private static final String FORMAT = "windowed-gaussian-detector";
  private static final int VERSION = 1;
  private static final double LEAST_DEVIATION = 1e-6;
  private static final double ROOT_HALF = 0.7071067811865476;

  private final double[] window;
  private final double[] next;
  private int filled;
  private int waiting;
  private double mean;
  private double deviation;

  /// The benchmark's detector.
  public WindowedGaussianDetector() {
    this(WINDOW_ROWS, STEP_ROWS);
  }

  /// @param windowRows how many values make the window, from 1
  /// @param stepRows after how many values it moves, 1 to `windowRows`
  public WindowedGaussianDetector(int windowRows, int stepRows) {
    if (windowRows < 1) {
      throw new IllegalArgumentException("windowRows must be at least 1, was " + windowRows);
    }
    if (stepRows < 1 || stepRows > windowRows) {
      throw new IllegalArgumentException(
          "stepRows must be in [1, " + windowRows + "], was " + stepRows);
    }
    window = new double[windowRows];
    next = new double[stepRows];
  }

  /// How anomalous a value is, in [0, 1].
  ///
  /// @throws IllegalArgumentException if the value is missing
  @Override
  public Double step(TimedValue input) {
    double value = input.value();
    if (input.isMissing()) {
      throw new IllegalArgumentException("value must be finite, was missing at " + input.time());
    }
    double score =
        filled == 0 ? 0 : 1 - 0.5 * Normal.erfc(Math.abs(value - mean) / deviation * ROOT_HALF);
    if (filled < window.length) {
      window[filled++] = value;
      fit();
    } else {
      next[waiting++] = value;
      if (waiting == next.length) {
        System.arraycopy(window, next.length, window, 0, window.length - next.length);
        System.arraycopy(next, 0, window, window.length - next.length, next.length);
        waiting = 0;
        fit();
      }
    }
    return score;
  }

  private void fit() {
    double sum = 0;
    for (int i = 0; i < filled; i++) {
      sum += window[i];
    }
    mean = sum / filled;
    double squares = 0;
    for (int i = 0; i < filled; i++) {
      squares += (window[i] - mean) * (window[i] - mean);
    }
    double spread = Math.sqrt(squares / filled);
    deviation = spread == 0 ? LEAST_DEVIATION : spread;
  }

  @Override
  public Snapshot snapshot() {
    return Snapshot.named(FORMAT, VERSION)
        .number("window-rows", "1", window.length)
        .number("step-rows", "1", next.length)
        .doubles("window", "1", Arrays.copyOf(window, filled))
        .doubles("next", "1", Arrays.copyOf(next, waiting))
        .build();
  }

  @Override
  public void restore(Snapshot snapshot) {
    snapshot.require(FORMAT, VERSION);
    double[] kept = snapshot.doubles("window");
    double[] after = snapshot.doubles("next");
    if (snapshot.number("window-rows") != window.length
        || snapshot.number("step-rows") != next.length
        || kept.length > window.length
        || after.length >= next.length
        || (after.length > 0 && kept.length < window.length)) {
      throw new DataCorruptException(
          "detector must have a window of "
              + window.length
              + " rows and a step of "
              + next.length
              + ", had "
              + snapshot.number("window-rows")
              + " and "
              + snapshot.number("step-rows")
              + " with "
              + kept.length
              + " and "
              + after.length
              + " filled");
    }
    System.arraycopy(kept, 0, window, 0, kept.length);
    System.arraycopy(after, 0, next, 0, after.length);
    filled = kept.length;
    waiting = after.length;
    if (filled > 0) {
      fit();
    }
  }

  @Override
  public WindowedGaussianDetector fork() {
    WindowedGaussianDetector fork = new WindowedGaussianDetector(window.length, next.length);
    fork.restore(snapshot());
    return fork;
  }
}
