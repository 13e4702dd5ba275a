// SPDX-License-Identifier: Apache-2.0
package engram.kernel;

import engram.kernel.internal.Form;

/// Which form of the loops this process runs. Chosen once, at the first use of a loop; the results
/// do not depend on it, the speed does.
///
/// The system property `engram.kernel` forces a form: `scalar`, `256` or `512` (bits of a vector),
/// or `auto`, the default, which takes what the machine prefers. Without the module
/// `jdk.incubator.vector` the scalar form runs, and one warning is logged.
public final class Kernels {
  private Kernels() {}

  /// The form that runs, for a person to read: `vector 512`, `scalar (vector module absent)`.
  public static String name() {
    return Form.LOOPS.name();
  }

  /// Bits of the vectors that the loops run in, 512 or 256, or 0 for the scalar form: for a package
  /// that keeps loops of its own.
  public static int vectorBits() {
    return Form.BITS;
  }
}
