// SPDX-License-Identifier: Apache-2.0
package engram.data.table;

import engram.data.internal.NumberText;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/// What a field of a table of measurements is.
final class FieldText {
  private static final Set<String> MISSING =
      Set.of("", "na", "n/a", "nan", "null", "none", "nil", "-", "--", "?", "#n/a");
  private static final Pattern INFINITE = Pattern.compile("[+-]?(inf|infinity|\u221e)");
  private static final Pattern YEAR_LAST =
      Pattern.compile("\\d{1,2}([/-])\\d{1,2}\\1\\d{4}(\\D.*)?");
  private static final Pattern SHORT_YEAR =
      Pattern.compile("\\d{1,2}([/.-])\\d{1,2}\\1\\d{2}(\\D.*)?");

  private FieldText() {}

  static boolean isMissing(String field) {
    return MISSING.contains(field.strip().toLowerCase(Locale.ROOT));
  }

  static boolean isInfinite(String field) {
    return INFINITE.matcher(field.strip().toLowerCase(Locale.ROOT)).matches();
  }

  static OptionalDouble number(String field, boolean decimalComma) {
    return NumberText.finite(decimalComma ? field.replace(',', '.') : field);
  }

  /// A date that begins with the day or the month.
  static boolean isAmbiguousDate(String field) {
    return YEAR_LAST.matcher(field.strip()).matches();
  }

  /// A date whose year has two digits, if it is the year.
  static boolean isShortDate(String field) {
    return SHORT_YEAR.matcher(field.strip()).matches();
  }

  /// Why a field of values is no number.
  static RowIssue issue(String field) {
    if (isMissing(field)) {
      return RowIssue.MISSING;
    }
    return isInfinite(field) ? RowIssue.INFINITE : RowIssue.NOT_A_NUMBER;
  }
}
