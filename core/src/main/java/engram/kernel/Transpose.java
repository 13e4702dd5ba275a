// SPDX-License-Identifier: Apache-2.0
package engram.kernel;

/// Whether a matrix takes part in a product as it is stored or with rows and columns exchanged.
public enum Transpose {
  /// As it is stored.
  NO,
  /// Rows and columns exchanged.
  YES
}
