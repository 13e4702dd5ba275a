// SPDX-License-Identifier: Apache-2.0
package engram.paper.homeostatic;

import engram.credit.rate.Effect;
import engram.credit.rate.HomeostaticRegulator;
import engram.credit.rate.online.ConceptShift;
import engram.lab.parameter.Param;

/// Parameters of a page. A number of exchanges s is one in [#PER] samples, so that s = 600 means
/// one every 50 samples however long an epoch is.
record Setting(
    @Param(doc = "samples of an epoch, a multiple of 10", min = 100, max = 60_000) int samples,
    @Param(doc = "epochs", min = 1, max = 500) int epochs,
    @Param(doc = "validation images, a multiple of 100", min = 100, max = 10_000) int heldOut,
    @Param(doc = "first learning rate; the step is a tenth of it", min = 1e-6, max = 10)
        double eta0,
    @Param(doc = "sabotage: no class has an effect on the rate") boolean idle) {
  static final int BATCH = 10;
  static final int CLASSES = 10;
  static final int PER = 30_000;

  /// The regulator at this page's first rate.
  HomeostaticRegulator regulator() {
    return regulator(eta0);
  }

  /// The regulator at another first rate.
  HomeostaticRegulator regulator(double first) {
    HomeostaticRegulator regulator = HomeostaticRegulator.from(first);
    return idle ? regulator.withEffect(Effect.none(CLASSES)) : regulator;
  }

  /// Exchanges an epoch at s in [#PER] samples, one at least where s is above 0.
  int swaps(int s) {
    return s == 0 ? 0 : Math.max(1, (int) ((long) s * samples / PER));
  }

  /// The same number of exchanges in every epoch.
  ConceptShift shift(int s) {
    return ConceptShift.perEpoch(swaps(s));
  }

  Setting sabotaged() {
    return new Setting(samples, epochs, heldOut, eta0, true);
  }
}
