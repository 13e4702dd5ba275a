// SPDX-License-Identifier: Apache-2.0
package engram.data.series;

/// A stretch of rows, both ends included.
///
/// @param first its first row, from 0
/// @param last its last row, not before the first
public record RowSpan(int first, int last) {
  /// Checks the order.
  public RowSpan {
    if (first < 0 || last < first) {
      throw new IllegalArgumentException(
          "rows must be from 0 and in order, were " + first + " to " + last);
    }
  }

  /// How many rows it has.
  public int length() {
    return last - first + 1;
  }

  /// Whether a row lies in it.
  public boolean holds(int row) {
    return row >= first && row <= last;
  }
}
