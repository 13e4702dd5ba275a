// SPDX-License-Identifier: Apache-2.0
package engram.lab.report;

import engram.lab.claim.PassLine;
import engram.lab.judge.Wording;
import engram.lab.measure.At;

/// What a simple pass line is about, in words and as a region of numbers.
///
/// @param subject what is estimated: `accuracy in 'trained'`
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
              Wording.of(of) + " minus " + Wording.of(over),
              "difference in " + of.measure().name(),
              of.measure().unit(),
              low,
              high);
      case PassLine.Rising(At series, double leastRank) ->
          new LineText(
              "rank correlation of " + Wording.of(series),
              "rank correlation with x",
              "1",
              leastRank,
              Double.POSITIVE_INFINITY);
      case PassLine.Count(At of, double _, double _, double leastShare) ->
          new LineText(
              "share of replicates by " + Wording.of(of),
              "share of replicates",
              "1",
              leastShare,
              Double.POSITIVE_INFINITY);
      case PassLine.Same(At left, At right, double tolerance) ->
          new LineText(
              "largest difference of " + Wording.of(left) + " and " + Wording.of(right),
              "relative difference",
              "1",
              Double.NEGATIVE_INFINITY,
              tolerance);
      case PassLine.All all ->
          throw new IllegalArgumentException("line must be a simple one, was " + all);
    };
  }

  private static LineText value(At of, double low, double high) {
    return new LineText(Wording.of(of), of.measure().name(), of.measure().unit(), low, high);
  }
}
