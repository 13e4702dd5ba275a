// SPDX-License-Identifier: Apache-2.0
package engram.lab.report;

import java.math.BigDecimal;
import java.math.MathContext;

/// Numbers in tables of data, where a reader looks values up: whole numbers in full, the others
/// with so many significant digits and no zeros at their end.
final class DataNumber {
  private DataNumber() {}

  /// The number as text; a dash where it is missing.
  static String text(double value, int digits) {
    if (Double.isNaN(value)) {
      return "–";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "-∞";
    }
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return Long.toString((long) value);
    }
    BigDecimal rounded = new BigDecimal(value, new MathContext(digits)).stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    return exponent >= -4 && exponent < 15
        ? rounded.toPlainString()
        : rounded.movePointLeft(exponent).toPlainString() + "e" + exponent;
  }
}
