// SPDX-License-Identifier: Apache-2.0
package engram.autodiff;

/// One call of a loop, with its arrays bound.
@FunctionalInterface
interface Step {
  void run();
}
