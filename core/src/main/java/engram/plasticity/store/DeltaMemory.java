// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.store;

import engram.source.FromPaper;

/// Values under keys in one matrix [5]:
///
///     HEBB:   S <- S + beta v k^T
///     DELTA:  S <- S + beta (v - S k) k^T
///     read:   S q
///
/// Up to as many orthonormal keys as a key has entries are stored exactly. With the delta rule,
/// beta = 1 and |k| = 1, the last write reads back exactly, whatever was there.
///
/// References: [5] in the package.
@FromPaper(value = "hebbian-rules", at = "spec 18")
public final class DeltaMemory {
  /// What is written.
  public enum Form {
    /// The value: linear attention.
    HEBB,
    /// What the value adds to what is read already.
    DELTA
  }

  private final Form form;
  private final double beta;
  private final double[][] s;

  /// An empty memory.
  ///
  /// @param values entries of a value, at least 1
  /// @param keys entries of a key, at least 1
  /// @param beta strength of a write, in [0, 2]
  public DeltaMemory(Form form, int values, int keys, double beta) {
    if (values < 1 || keys < 1) {
      throw new IllegalArgumentException(
          "values and keys must be at least 1, was " + values + " and " + keys);
    }
    if (!(beta >= 0 && beta <= 2)) {
      throw new IllegalArgumentException("beta must be in [0, 2], was " + beta);
    }
    this.form = form;
    this.beta = beta;
    this.s = new double[values][keys];
  }

  /// Writes a value under a key.
  public void write(double[] key, double[] value) {
    if (value.length != s.length) {
      throw new IllegalArgumentException(
          "value must have %d entries, was %d".formatted(s.length, value.length));
    }
    double[] known = form == Form.DELTA ? read(key) : new double[s.length];
    for (int i = 0; i < s.length; i++) {
      for (int j = 0; j < key.length; j++) {
        s[i][j] += beta * (value[i] - known[i]) * key[j];
      }
    }
  }

  /// What lies under a key.
  public double[] read(double[] key) {
    if (key.length != s[0].length) {
      throw new IllegalArgumentException(
          "key must have %d entries, was %d".formatted(s[0].length, key.length));
    }
    double[] value = new double[s.length];
    for (int i = 0; i < s.length; i++) {
      for (int j = 0; j < key.length; j++) {
        value[i] += s[i][j] * key[j];
      }
    }
    return value;
  }
}
