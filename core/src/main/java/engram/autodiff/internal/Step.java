// SPDX-License-Identifier: Apache-2.0
package engram.autodiff.internal;

/// One call of a loop, with its arrays bound.
@FunctionalInterface
public interface Step {
  /// Reads and writes its arrays.
  void run();
}
