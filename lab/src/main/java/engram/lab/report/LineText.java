// SPDX-License-Identifier: Apache-2.0
package engram.lab.report;

import engram.lab.claim.PassLine;
import engram.lab.measure.At;

/// What a simple pass line is about, in words and as a region of numbers.
///
/// @param subject what is estimated: `accuracy (trained)`
/// @param quantity what stands on the axis: lines with the same quantity share one
/// @param unit its unit
/// @param low the pass region's lower end
/// @param high the pass region's upper end
record LineText(String subject, String quantity, String unit, double low, double high) {
  /// Reads a line that is not an `All`.
  static LineText of(PassLine line) {
    return switch (line) {
      case PassLine.Between(At of, double low, double high) -> value(of, low, high);
      case PassLine.Near(At of, double target, double tolerance) ->
          value(of, target - tolerance, target + tolerance);
      case PassLine.Gain(At of, At over, double low, double high) ->
          new LineText(
              gainSubject(of, over),
              "difference in " + words(of.measure().name()),
              of.measure().unit(),
              low,
              high);
      case PassLine.Rising(At series, double leastRank) ->
          new LineText(
              "rank correlation of " + name(series) + " with x",
              "rank correlation with x",
              "1",
              leastRank,
              Double.POSITIVE_INFINITY);
      case PassLine.Count(At of, double low, double high, double leastShare) ->
          new LineText(
              "share with " + name(of) + " " + region(low, high),
              "share of replicates",
              "1",
              leastShare,
              Double.POSITIVE_INFINITY);
      case PassLine.Same(At left, At right, double tolerance) ->
          new LineText(
              name(left) + " against " + name(right),
              "relative difference",
              "1",
              -tolerance,
              tolerance);
      case PassLine.All all ->
          throw new IllegalArgumentException("line must be a simple one, was " + all);
    };
  }

  /// The whole line as a sentence: `accuracy (trained) at least 0.95`.
  static String sentence(PassLine line) {
    if (line instanceof PassLine.All(var parts)) {
      return String.join("; and ", parts.stream().map(LineText::sentence).toList());
    }
    LineText text = of(line);
    return text.subject() + " " + region(text.low(), text.high()) + unit(text.unit());
  }

  /// The region in words: `at least 0.95`, `in [0, 0.62]`.
  static String region(double low, double high) {
    if (high == Double.POSITIVE_INFINITY) {
      return "at least " + Wording.given(low);
    }
    if (low == Double.NEGATIVE_INFINITY) {
      return "at most " + Wording.given(high);
    }
    return "in [" + Wording.given(low) + ", " + Wording.given(high) + "]";
  }

  private static LineText value(At of, double low, double high) {
    return new LineText(name(of), words(of.measure().name()), of.measure().unit(), low, high);
  }

  private static String gainSubject(At of, At over) {
    return of.measure().equals(over.measure())
        ? words(of.measure().name()) + ": " + arm(of) + " over " + arm(over)
        : name(of) + " over " + name(over);
  }

  private static String name(At at) {
    String measure = words(at.measure().name());
    return at.arm().isEmpty() ? measure : measure + " (" + at.arm() + ")";
  }

  private static String arm(At at) {
    return at.arm().isEmpty() ? "plain" : at.arm();
  }

  private static String words(String name) {
    return name.replace('-', ' ');
  }

  private static String unit(String unit) {
    return unit.equals("1") ? "" : " " + unit;
  }
}
