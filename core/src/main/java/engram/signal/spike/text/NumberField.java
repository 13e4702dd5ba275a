// SPDX-License-Identifier: Apache-2.0
package engram.signal.spike.text;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// A number in a line of bytes. Short decimal numbers are read digit by digit and are correctly
/// rounded, since a whole number below 2^53 over a power of ten up to 10^22 is rounded once; others
/// go through their exact value.
final class NumberField {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,4})?");
  private static final int MOST_DIGITS = 15;
  private static final int MOST_ID_DIGITS = 18;
  private static final double[] POWERS = {
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  private NumberField() {}

  /// The number, shifted by a power of ten from 0 to 3; NaN if it is none.
  static double time(byte[] line, int from, int to, int shift) {
    long digits = 0;
    int point = -1;
    if (to - from > MOST_DIGITS + 1 || from == to) {
      return slowTime(line, from, to, shift);
    }
    for (int i = from; i < to; i++) {
      int digit = line[i] - '0';
      if (digit >= 0 && digit <= 9) {
        digits = 10 * digits + digit;
      } else if (line[i] == '.' && point < 0 && to - from > 1) {
        point = i;
      } else {
        return slowTime(line, from, to, shift);
      }
    }
    if (point < 0 && to - from > MOST_DIGITS) {
      return slowTime(line, from, to, shift);
    }
    int behind = (point < 0 ? 0 : to - point - 1) - shift;
    if (behind < 0 && to - from > MOST_DIGITS - 3) {
      return slowTime(line, from, to, shift);
    }
    return behind >= 0 ? digits / POWERS[behind] : digits * POWERS[-behind];
  }

  private static double slowTime(byte[] line, int from, int to, int shift) {
    String text = text(line, from, to);
    return NUMBER.matcher(text).matches()
        ? new BigDecimal(text).movePointRight(shift).doubleValue()
        : Double.NaN;
  }

  /// The whole number of 0 or more; -1 if it is none.
  static long id(byte[] line, int from, int to) {
    if (to - from > MOST_ID_DIGITS || from == to) {
      return slowId(line, from, to);
    }
    long id = 0;
    for (int i = from; i < to; i++) {
      int digit = line[i] - '0';
      if (digit < 0 || digit > 9) {
        return slowId(line, from, to);
      }
      id = 10 * id + digit;
    }
    return id;
  }

  /// Also as some programs write whole numbers: `12.0`, `1.2e1`.
  private static long slowId(byte[] line, int from, int to) {
    String text = text(line, from, to);
    if (!NUMBER.matcher(text).matches()) {
      return -1;
    }
    BigDecimal value = new BigDecimal(text);
    boolean fits =
        value.signum() >= 0
            && value.stripTrailingZeros().scale() <= 0
            && value.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
    return fits ? value.longValueExact() : -1;
  }

  /// The bytes as text.
  static String text(byte[] line, int from, int to) {
    return new String(line, from, to - from, StandardCharsets.UTF_8);
  }
}
