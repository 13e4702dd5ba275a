// SPDX-License-Identifier: Apache-2.0
package engram.lab.measure;

import java.util.Map;

/// Where one replicate writes what it measures. Append only; a key takes one value.
public interface Notebook {
  /// A number.
  ///
  /// @throws engram.error.NumericalException if it is not finite: a divergence that counts as a
  ///   result is written by [#diverged]
  /// @throws IllegalStateException if the key was written before
  void value(At key, double value);

  /// A point of a series, in the order of its x.
  ///
  /// @throws engram.error.NumericalException if x or y is not finite
  void series(At key, double x, double y);

  /// A row of a table; cells are numbers, texts or truth values, in the order of the map.
  void row(String table, Map<String, ?> cells);

  /// Says that the number under this key does not exist because the system diverged, which is a
  /// result: no mean over replicates can hold on such a key.
  ///
  /// @param why what was seen: step, value
  void diverged(At key, String why);
}
