// SPDX-License-Identifier: Apache-2.0
package engram.lab.report;

import engram.lab.claim.Evidence;
import engram.lab.claim.Known;
import engram.lab.claim.Origin;
import engram.lab.claim.Outcome;
import engram.lab.claim.Scale;
import engram.lab.judge.Verdict;
import engram.stats.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/// The words and numbers of verdicts, in one place for the terminal and the report.
public final class Wording {
  private static final int USUAL_DIGITS = 3;
  private static final int MOST_DIGITS = 7;

  private Wording() {}

  /// A verdict in words: `holds`, `holds, but`, `fails`, `undecided` or `not tested`.
  public static String verdict(Verdict verdict) {
    return verdict.explainedAway() ? "holds, but" : outcome(verdict.outcome());
  }

  /// An outcome in words.
  public static String outcome(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /// `3 hold, 1 but explained, 2 fail, 0 undecided, 1 not tested`.
  public static String counts(List<Verdict> verdicts) {
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
  public static String known(Known known) {
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
  public static String evidence(Evidence evidence) {
    return evidence.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /// Whose pass line it is.
  public static String origin(Origin origin) {
    return switch (origin) {
      case PAPER -> "the paper's";
      case DERIVED -> "derived";
      case OURS -> "ours, before the first run";
    };
  }

  /// The scale's name on the command line.
  public static String scale(Scale scale) {
    return scale.name().toLowerCase(Locale.ROOT);
  }

  /// `1 replicate`, `8 replicates`.
  public static String replicates(int count) {
    return count + (count == 1 ? " replicate" : " replicates");
  }

  /// A number with three significant digits; whole numbers below a million in full.
  public static String number(double value) {
    return number(value, USUAL_DIGITS);
  }

  /// A number with so many significant digits; whole numbers below a million in full.
  public static String number(double value, int digits) {
    if (Double.isNaN(value)) {
      return "–";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "-∞";
    }
    if (value == Math.rint(value) && Math.abs(value) < 1e6) {
      return Long.toString((long) value);
    }
    BigDecimal rounded =
        new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (exponent < -4 || exponent >= 6) {
      String mantissa = rounded.unscaledValue().abs().toString();
      String sign = rounded.signum() < 0 ? "-" : "";
      String fraction = padded(mantissa, digits).substring(1);
      return sign
          + mantissa.charAt(0)
          + (fraction.isEmpty() ? "" : "." + fraction)
          + "e"
          + exponent;
    }
    int decimals = Math.max(0, digits - 1 - exponent);
    return rounded.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
  }

  /// A number with its unit; `1` is no unit.
  public static String number(double value, String unit) {
    return unit.equals("1") || unit.isBlank() ? number(value) : number(value) + " " + unit;
  }

  /// `0.912 [0.905, 0.919]`: three significant digits, or as many as the interval's width needs;
  /// the number alone where its ends are equal.
  public static String interval(Interval interval) {
    if (interval.low() == interval.high()) {
      return number(interval.middle());
    }
    double largest =
        Math.max(
            finite(interval.middle()), Math.max(finite(interval.low()), finite(interval.high())));
    boolean plain = largest >= 1e-4 && largest < 1e6;
    int digits = digitsFor(largest, interval.width());
    int decimals = plain ? Math.max(0, digits - 1 - exponentOf(largest)) : digits;
    return end(interval.middle(), plain, decimals, digits)
        + " ["
        + end(interval.low(), plain, decimals, digits)
        + ", "
        + end(interval.high(), plain, decimals, digits)
        + "]";
  }

  /// The same with a unit; `1` is no unit.
  public static String interval(Interval interval, String unit) {
    return unit.equals("1") || unit.isBlank()
        ? interval(interval)
        : interval(interval) + " " + unit;
  }

  /// A number of a definition, such as a pass line's: as it was given.
  public static String given(double value) {
    if (!Double.isFinite(value)) {
      return number(value);
    }
    BigDecimal shortest = new BigDecimal(value, new MathContext(12)).stripTrailingZeros();
    int exponent = shortest.precision() - shortest.scale() - 1;
    return value == 0 || (exponent >= -4 && exponent < 6)
        ? shortest.toPlainString()
        : number(value, shortest.precision());
  }

  private static String end(double value, boolean plain, int decimals, int digits) {
    return plain && Double.isFinite(value)
        ? new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString()
        : number(value, digits);
  }

  private static double finite(double value) {
    return Double.isFinite(value) ? Math.abs(value) : 0;
  }

  private static int digitsFor(double largest, double width) {
    return Double.isInfinite(width)
        ? USUAL_DIGITS
        : Math.clamp(exponentOf(largest) - exponentOf(width) + 2L, USUAL_DIGITS, MOST_DIGITS);
  }

  private static int exponentOf(double size) {
    BigDecimal exact = new BigDecimal(size);
    return exact.precision() - exact.scale() - 1;
  }

  private static String padded(String mantissa, int digits) {
    return (mantissa + "0".repeat(digits)).substring(0, digits);
  }

  private static long count(List<Verdict> verdicts, Outcome outcome) {
    return verdicts.stream().filter(v -> v.outcome() == outcome).count();
  }
}
