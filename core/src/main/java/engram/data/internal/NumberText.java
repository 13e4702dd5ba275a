// SPDX-License-Identifier: Apache-2.0
package engram.data.internal;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// Numbers as tables hold them: decimal, with or without sign, point and exponent. Java's own
/// further forms (`0x1p3`, `1d`, `NaN`) are none.
public final class NumberText {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  private NumberText() {}

  /// The finite number that a text says; empty if it says none, or one beyond double.
  public static OptionalDouble finite(String text) {
    String number = text.strip();
    if (NUMBER.matcher(number).matches()) {
      double value = Double.parseDouble(number);
      return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
    return OptionalDouble.empty();
  }
}
