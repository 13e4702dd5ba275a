// SPDX-License-Identifier: Apache-2.0
package engram.kernel;

/// Which form of the loops this process runs. The results do not depend on it, the speed does.
public final class Kernels {
  static final Loops LOOPS = new ScalarLoops("scalar");

  private Kernels() {}

  /// The form that runs, for a person to read.
  public static String name() {
    return LOOPS.name();
  }
}
