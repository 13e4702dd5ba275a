// SPDX-License-Identifier: Apache-2.0
package engram.data.table;

/// What can be odd about a row of a table of measurements, and what a reader does about it.
public enum RowIssue {
  /// A field is empty or says so (`NA`, `NaN`, `null`, ...): the value is missing.
  MISSING("without a value: taken as missing"),
  /// A field is an infinity: the value is missing.
  INFINITE("with an infinite value: taken as missing"),
  /// A field is no number: the value is missing.
  NOT_A_NUMBER("with a value that is no number: taken as missing"),
  /// There are fewer or more fields than in the first row: missing ones are missing values.
  OTHER_WIDTH("with fewer or more fields than the first: taken as far as they go"),
  /// The time cannot be read: the row is left out.
  NO_TIME("without a time: left out"),
  /// A quote is not closed, or text follows a closing quote: the row is left out.
  DAMAGED("with a quote that is not closed: left out"),
  /// The line is longer than the longest record: it is left out.
  TOO_LONG("longer than a mebibyte: left out"),
  /// The time is that of the row before: both stay.
  REPEATED_TIME("at the time of the row before: kept"),
  /// The time is before that of the row before: the row stays.
  EARLIER_TIME("earlier than the row before: kept"),
  /// The time is more than one and a half usual steps after that of the row before: it stays.
  GAP("after a gap in time: kept");

  private final String words;

  RowIssue(String words) {
    this.words = words;
  }

  /// What follows `3 rows`.
  public String words() {
    return words;
  }
}
