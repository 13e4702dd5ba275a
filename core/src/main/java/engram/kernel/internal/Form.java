// SPDX-License-Identifier: Apache-2.0
package engram.kernel.internal;

import java.lang.System.Logger.Level;

/// The form of the loops that this process runs, chosen once when this class is first used.
///
/// The system property `engram.kernel` forces a form: `scalar`, `256` or `512` (bits of a vector),
/// or `auto`, the default, which takes what the machine prefers. Without the module
/// `jdk.incubator.vector` the scalar form runs, and one warning is logged.
public final class Form {
  private static final long PATIENCE = 1L << 24;

  /// Bits of a vector, or 0 for the scalar form. Stands before the loops, which read it.
  public static final int BITS = bits(wish());

  /// The loops of that form.
  public static final Loops LOOPS =
      BITS == 0 ? new ScalarLoops(whyScalar()) : new VectorLoops(forced() ? 0 : PATIENCE);

  private Form() {}

  private static int bits(String wish) {
    if (!wish.matches("auto|scalar|256|512")) {
      throw new IllegalArgumentException(
          "engram.kernel must be auto, scalar, 256 or 512, was '" + wish + "'");
    }
    if (wish.equals("scalar")) {
      return 0;
    }
    if (!modulePresent()) {
      System.getLogger("engram.kernel")
          .log(
              Level.WARNING,
              "vector module absent: the same results, many times slower; start Java with"
                  + " --add-modules jdk.incubator.vector");
      return 0;
    }
    int most = wish.equals("auto") ? VectorLoops.Machine.bits() : Integer.parseInt(wish);
    return most >= 512 ? 512 : most >= 256 ? 256 : 0;
  }

  private static String wish() {
    return System.getProperty("engram.kernel", "auto");
  }

  private static boolean forced() {
    return !wish().equals("auto");
  }

  private static String whyScalar() {
    return "scalar ("
        + (!modulePresent()
            ? "vector module absent"
            : wish().equals("scalar") ? "asked for" : "vectors of this machine below 256 bits")
        + ")";
  }

  private static boolean modulePresent() {
    return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
  }
}
