// SPDX-License-Identifier: Apache-2.0
package engram.lab.run;

/// Leaves a replicate that was asked to stop. Not an error and never seen outside this package.
final class Stopped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Stopped() {
    super("the run was asked to stop", null, false, false);
  }
}
