// SPDX-License-Identifier: Apache-2.0
package engram.sequence.anomaly;

/// What is found about one value of a column.
///
/// @param state whether it was judged
/// @param value what came; NaN if nothing was measured
/// @param expected what was expected
/// @param score how unusual, in [0, 1]; 0 unless judged
/// @param likelihood that the stream is not as usual, in [0, 1]; 1/2 unless judged
/// @param cause why the score is high, if it is
public record Finding(
    State state, double value, Expectation expected, double score, double likelihood, Cause cause) {
  /// Whether a value was judged.
  public enum State {
    /// Nothing was measured.
    MISSING,
    /// It is one of the values that are gathered first.
    LEARNING,
    /// It was judged.
    JUDGED,
    /// It was judged, and the scale was made anew after it.
    REMADE
  }

  /// What a high score says.
  public enum Cause {
    /// The last values were predicted worse than is usual for the stream.
    PATTERN,
    /// The value lies outside all values so far, by more than 5 % of their range.
    RANGE,
    /// The column was constant so far.
    CHANGE,
    /// The last values were predicted better than is usual for the stream: as a memory learns, or
    /// where a stream repeats itself. Never an alarm.
    CALM
  }

  /// Whether it makes an alarm.
  ///
  /// @param threshold from which score on
  public boolean isUnusual(double threshold) {
    return score >= threshold && cause != Cause.CALM;
  }

  static Finding unjudged(State state, double value) {
    return new Finding(state, value, Expectation.NONE, 0, 0.5, Cause.PATTERN);
  }

  Finding remade() {
    return new Finding(State.REMADE, value, expected, score, likelihood, cause);
  }
}
