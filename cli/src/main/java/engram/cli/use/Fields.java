// SPDX-License-Identifier: Apache-2.0
package engram.cli.use;

import engram.lab.judge.Wording;
import java.math.BigDecimal;
import java.math.MathContext;

/// Fields of a table of comma-separated values.
final class Fields {
  private static final MathContext DIGITS = new MathContext(4);

  private Fields() {}

  /// A number with all its digits; empty if it is missing.
  static String number(double value) {
    return Double.isNaN(value) ? "" : Wording.exact(value);
  }

  /// A number with four significant digits; empty if it is missing.
  static String rounded(double value) {
    return Double.isFinite(value)
        ? Wording.exact(BigDecimal.valueOf(value).round(DIGITS).doubleValue())
        : "";
  }

  /// A text that may hold commas and quotes, by RFC 4180.
  static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain
        ? text
        : '"' + text.replace("\"", "\"\"").replace('\n', ' ').replace('\r', ' ') + '"';
  }
}
