// SPDX-License-Identifier: Apache-2.0
package engram.data.series;

/// In which order a date is written.
public enum DateOrder {
  /// `2014-07-01`, `2014/7/1`.
  YEAR_FIRST,
  /// `1/7/2014`, `1/7/14` and `1.7.2014` are the first of July.
  DAY_FIRST,
  /// `7/1/2014` and `7/1/14` are the first of July.
  MONTH_FIRST
}
