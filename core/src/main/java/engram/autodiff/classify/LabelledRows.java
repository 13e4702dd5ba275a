// SPDX-License-Identifier: Apache-2.0
package engram.autodiff.classify;

/// Rows of features with a class each. The arrays are those that were given, not copies: they are
/// read, never written.
///
/// @param x rows x inputs values, row by row, all finite
/// @param inputs features a row, at least 1
/// @param labels a class each, in [0, classes); at least one row
/// @param classes how many there are, at least 1
// Views of large arrays, never compared.
@SuppressWarnings("ArrayRecordComponent")
public record LabelledRows(float[] x, int inputs, int[] labels, int classes) {
  /// Checks all, every number among them.
  public LabelledRows {
    if (inputs < 1 || classes < 1) {
      throw new IllegalArgumentException(
          "inputs and classes must be at least 1, was %d and %d".formatted(inputs, classes));
    }
    if (labels.length == 0 || x.length != (long) labels.length * inputs) {
      throw new IllegalArgumentException(
          "x must be labels x inputs = %d x %d values (at least one), was %d"
              .formatted(labels.length, inputs, x.length));
    }
    for (int row = 0; row < labels.length; row++) {
      if (labels[row] < 0 || labels[row] >= classes) {
        throw new IllegalArgumentException(
            "label %d must be in [0, %d], was %d".formatted(row, classes - 1, labels[row]));
      }
    }
    for (int k = 0; k < x.length; k++) {
      if (!Float.isFinite(x[k])) {
        throw new IllegalArgumentException(
            "feature %d of row %d must be finite, was %s".formatted(k % inputs, k / inputs, x[k]));
      }
    }
  }

  /// Rows of features with a class each.
  public static LabelledRows of(float[] x, int inputs, int[] labels, int classes) {
    return new LabelledRows(x, inputs, labels, classes);
  }

  /// How many rows.
  public int count() {
    return labels.length;
  }
}
