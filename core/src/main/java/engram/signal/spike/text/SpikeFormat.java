// SPDX-License-Identifier: Apache-2.0
package engram.signal.spike.text;

/// How a spike file is written. Fields are separated by blanks, tabs, a comma or a semicolon; lines
/// that begin with `#` or `%` are comments, and one line of names may stand before the first spike.
///
/// @param columns which column is which
/// @param unit of the times
public record SpikeFormat(Columns columns, Unit unit) {
  /// Which column is which.
  public enum Columns {
    /// As the line of names says; time and id where there is none.
    BY_NAME,
    /// Time, then id.
    TIME_ID,
    /// Id, then time.
    ID_TIME
  }

  /// The unit of the times.
  public enum Unit {
    /// Milliseconds.
    MS(0),
    /// Seconds.
    S(3);

    private final int shift;

    Unit(int shift) {
      this.shift = shift;
    }

    /// By which power of ten a time is multiplied to be in milliseconds.
    int shift() {
      return shift;
    }
  }

  /// Names or time and id, in milliseconds.
  public static SpikeFormat usual() {
    return new SpikeFormat(Columns.BY_NAME, Unit.MS);
  }
}
