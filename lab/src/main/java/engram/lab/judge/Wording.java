// SPDX-License-Identifier: Apache-2.0
package engram.lab.judge;

import engram.lab.claim.Outcome;
import engram.lab.claim.PassLine;
import engram.lab.measure.At;
import engram.stats.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.stream.Collectors;

/// How pass lines, verdicts and numbers read, in one place for screens, tables and reports.
public final class Wording {
  private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);
  private static final double PLAIN_FROM = 1e-3;
  private static final double PLAIN_TO = 1e6;

  private Wording() {}

  /// A pass line as a short sentence: `mean of accuracy in 'large step' at least 0.95`. Borders
  /// stand with all their digits.
  public static String of(PassLine line) {
    return switch (line) {
      case PassLine.Between(At of, double low, double high) ->
          "mean of " + name(of) + range(low, high, unit(of));
      case PassLine.Near(At of, double target, double tolerance) ->
          "mean of " + name(of) + " within " + exact(tolerance) + " of " + exact(target) + unit(of);
      case PassLine.Gain(At of, At over, double low, double high) ->
          "mean of " + name(of) + " minus " + name(over) + range(low, high, unit(of));
      case PassLine.Rising(At series, double leastRank) ->
          "rank correlation of " + name(series) + " with its x at least " + exact(leastRank);
      case PassLine.Count(At of, double low, double high, double leastShare) ->
          name(of)
              + range(low, high, unit(of))
              + " in at least "
              + exact(BigDecimal.valueOf(leastShare).movePointRight(2).doubleValue())
              + " % of replicates";
      case PassLine.Same(At left, At right, double tolerance) ->
          name(left)
              + " equal to "
              + name(right)
              + (tolerance == 0 ? " exactly" : " within a relative " + exact(tolerance));
      case PassLine.All(var parts) ->
          parts.stream().map(Wording::of).collect(Collectors.joining("; and "));
    };
  }

  /// The verdict as it is printed: `holds`, `holds, but`, `fails`, `undecided`, `not tested`.
  public static String of(Verdict verdict) {
    return verdict.explainedAway() ? "holds, but" : of(verdict.outcome());
  }

  /// The outcome as it is printed.
  public static String of(Outcome outcome) {
    return lowerCase(outcome);
  }

  /// `0.957 [0.950, 0.964]`; the value alone where the three are equal.
  public static String of(Interval interval) {
    return interval.width() == 0
        ? number(interval.middle())
        : number(interval.middle())
            + " ["
            + number(interval.low())
            + ", "
            + number(interval.high())
            + "]";
  }

  /// A measured number with three significant digits: `0.950`, `12.3`, `1.20e-7`.
  public static String number(double value) {
    double size = Math.abs(value);
    if (!Double.isFinite(value)) {
      return value > 0 ? "infinite" : value < 0 ? "-infinite" : "not a number";
    }
    if (size == 0) {
      return "0";
    }
    BigDecimal rounded = new BigDecimal(value).round(THREE_DIGITS);
    if (size >= PLAIN_FROM && size < PLAIN_TO) {
      int decimals = Math.max(0, 2 - (rounded.precision() - rounded.scale() - 1));
      return rounded.setScale(decimals, RoundingMode.UNNECESSARY).toPlainString();
    }
    int exponent = rounded.precision() - rounded.scale() - 1;
    BigDecimal mantissa = rounded.movePointLeft(exponent).setScale(2, RoundingMode.UNNECESSARY);
    return mantissa.toPlainString() + "e" + exponent;
  }

  /// A number that somebody wrote down, with every digit that it has: `0.95`, `1000`, `1e-9`.
  public static String exact(double value) {
    boolean plain = Math.abs(value) >= PLAIN_FROM && Math.abs(value) < PLAIN_TO;
    return value == 0
        ? "0"
        : plain
            ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
            : Double.toString(value).replace(".0E", "e").replace('E', 'e');
  }

  static String lowerCase(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String name(At at) {
    return at.arm().isEmpty()
        ? at.measure().name()
        : at.measure().name() + " in '" + at.arm() + "'";
  }

  private static String unit(At at) {
    return at.measure().unit().equals("1") ? "" : " " + at.measure().unit();
  }

  private static String range(double low, double high, String unit) {
    if (high == Double.POSITIVE_INFINITY) {
      return " at least " + exact(low) + unit;
    }
    if (low == Double.NEGATIVE_INFINITY) {
      return " at most " + exact(high) + unit;
    }
    return low == -high
        ? " within " + exact(high) + " of 0" + unit
        : " between " + exact(low) + " and " + exact(high) + unit;
  }
}
