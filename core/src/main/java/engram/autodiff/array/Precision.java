// SPDX-License-Identifier: Apache-2.0
package engram.autodiff.array;

/// The numbers of a graph: all of its nodes hold the same kind.
public enum Precision {
  /// 32 bits, for training.
  FLOAT,
  /// 64 bits, for checks and for small models.
  DOUBLE
}
