// SPDX-License-Identifier: Apache-2.0
package engram.lab.judge;

import engram.lab.claim.Evidence;
import engram.lab.claim.Known;
import engram.lab.claim.Origin;
import engram.lab.claim.Outcome;
import engram.lab.claim.PassLine;
import engram.lab.claim.Scale;
import engram.lab.measure.At;
import engram.stats.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// How pass lines, verdicts and numbers read, in one place for screens, tables and reports.
public final class Wording {
  private static final double PLAIN_FROM = 1e-3;
  private static final double PLAIN_TO = 1e6;
  private static final MathContext BORDER = new MathContext(15, RoundingMode.HALF_EVEN);

  private Wording() {}

  /// A pass line as a short sentence: `mean of accuracy in 'large step' at least 0.95`. Borders
  /// stand with all digits that a decimal fraction keeps as a double, 15.
  public static String of(PassLine line) {
    return switch (line) {
      case PassLine.Between(At of, double low, double high) ->
          "mean of " + name(of) + range(low, high, unit(of));
      case PassLine.Near(At of, double target, double tolerance) ->
          "mean of "
              + name(of)
              + " within "
              + border(tolerance)
              + " of "
              + border(target)
              + unit(of);
      case PassLine.Gain(At of, At over, double low, double high) ->
          "mean of " + name(of) + " minus " + name(over) + range(low, high, unit(of));
      case PassLine.Rising(At series, double leastRank) ->
          "rank correlation of " + name(series) + " with its x at least " + border(leastRank);
      case PassLine.Count(At of, double low, double high, double leastShare) ->
          name(of)
              + range(low, high, unit(of))
              + " in at least "
              + border(BigDecimal.valueOf(leastShare).movePointRight(2).doubleValue())
              + " % of replicates";
      case PassLine.Same(At left, At right, double tolerance) ->
          name(left)
              + " equal to "
              + name(right)
              + (tolerance == 0 ? " exactly" : " within a relative " + border(tolerance));
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

  /// `0.957 [0.950, 0.964]`: all three with the same decimals, three significant digits or as many
  /// as the interval's width needs; the value alone where the three are equal.
  public static String of(Interval interval) {
    double largest =
        Math.max(size(interval.middle()), Math.max(size(interval.low()), size(interval.high())));
    if (interval.width() == 0 || largest == 0) {
      return number(interval.middle());
    }
    int digits =
        Double.isInfinite(interval.width())
            ? 3
            : Math.clamp(exponent(largest) - exponent(interval.width()) + 2L, 3, 7);
    return end(interval.middle(), largest, digits)
        + " ["
        + end(interval.low(), largest, digits)
        + ", "
        + end(interval.high(), largest, digits)
        + "]";
  }

  /// The same with a unit; `1` is no unit.
  public static String of(Interval interval, String unit) {
    return unit.equals("1") ? of(interval) : of(interval) + " " + unit;
  }

  /// A key as it reads: `accuracy in 'large step'`.
  public static String of(At at) {
    return name(at);
  }

  /// `3 hold, 1 but explained, 2 fail, 0 undecided, 1 not tested`.
  public static String of(List<Verdict> verdicts) {
    long plain = verdicts.stream().filter(Verdict::plainlyHolds).count();
    long explained = verdicts.stream().filter(Verdict::explainedAway).count();
    long fail = count(verdicts, Outcome.FAILS);
    return plain
        + (plain == 1 ? " holds, " : " hold, ")
        + explained
        + " but explained, "
        + fail
        + (fail == 1 ? " fails, " : " fail, ")
        + count(verdicts, Outcome.UNDECIDED)
        + " undecided, "
        + count(verdicts, Outcome.NOT_TESTED)
        + " not tested";
  }

  /// How a published figure is known to us.
  public static String of(Known known) {
    return switch (known) {
      case READ -> "paper read";
      case CODE -> "authors' code read";
      case ABSTRACT -> "abstract read";
      case SECOND_HAND -> "second hand";
      case RECALLED -> "recalled, unchecked";
      case NOT_STATED -> "not stated";
    };
  }

  /// What a pass is evidence of.
  public static String of(Evidence evidence) {
    return lowerCase(evidence);
  }

  /// Whose pass line it is.
  public static String of(Origin origin) {
    return switch (origin) {
      case PAPER -> "the paper's";
      case DERIVED -> "derived";
      case OURS -> "ours, before the first run";
    };
  }

  /// The scale's name on the command line.
  public static String of(Scale scale) {
    return lowerCase(scale);
  }

  /// A measured number with three significant digits: `0.950`, `12.3`, `1.20e-7`.
  public static String number(double value) {
    return number(value, 3);
  }

  private static String number(double value, int digits) {
    double size = Math.abs(value);
    if (!Double.isFinite(value)) {
      return value > 0 ? "infinite" : value < 0 ? "-infinite" : "not a number";
    }
    if (size == 0) {
      return "0";
    }
    BigDecimal rounded =
        new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (size >= PLAIN_FROM && size < PLAIN_TO) {
      return rounded
          .setScale(Math.max(0, digits - 1 - exponent), RoundingMode.UNNECESSARY)
          .toPlainString();
    }
    BigDecimal mantissa =
        rounded.movePointLeft(exponent).setScale(digits - 1, RoundingMode.UNNECESSARY);
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

  private static String border(double value) {
    return exact(BigDecimal.valueOf(value).round(BORDER).doubleValue());
  }

  private static String end(double value, double largest, int digits) {
    if (largest < 1e-4 || largest >= PLAIN_TO || !Double.isFinite(value)) {
      return number(value, digits);
    }
    int decimals = Math.max(0, digits - 1 - exponent(largest));
    return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
  }

  private static double size(double value) {
    return Double.isFinite(value) ? Math.abs(value) : 0;
  }

  private static int exponent(double size) {
    BigDecimal exact = new BigDecimal(size);
    return exact.precision() - exact.scale() - 1;
  }

  private static long count(List<Verdict> verdicts, Outcome outcome) {
    return verdicts.stream().filter(v -> v.outcome() == outcome).count();
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
      return " at least " + border(low) + unit;
    }
    if (low == Double.NEGATIVE_INFINITY) {
      return " at most " + border(high) + unit;
    }
    return low == -high
        ? " within " + border(high) + " of 0" + unit
        : " between " + border(low) + " and " + border(high) + unit;
  }
}
