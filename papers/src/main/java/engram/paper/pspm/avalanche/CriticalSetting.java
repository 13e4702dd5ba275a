// SPDX-License-Identifier: Apache-2.0
package engram.paper.pspm.avalanche;

import engram.lab.parameter.Param;
import engram.paper.pspm.shared.Setting;
import engram.spiking.pool.PspmRule;

/// Parameters of the page on critical references.
record CriticalSetting(
    @Param(doc = "neurons", min = 5, max = 2000) int neurons,
    @Param(doc = "recorded steps of 1 ms", unit = "step", min = 100) int steps,
    @Param(doc = "epochs of training", min = 1) int epochs,
    @Param(doc = "chance of an external event", min = 1e-6, max = 1) double spontaneous,
    @Param(doc = "strength g of the net that learns, first", min = 1e-3, max = 10) double strength,
    @Param(doc = "sabotage: pools of other moments, no homeostasis") boolean misplaced) {
  PspmRule local() {
    return misplaced ? Setting.elsewhen(PspmRule.local()) : PspmRule.local();
  }

  PspmRule homeostatic() {
    return PspmRule.homeostatic().withHomeostasis(misplaced ? 0 : 1);
  }

  CriticalSetting sabotaged() {
    return new CriticalSetting(neurons, steps, epochs, spontaneous, strength, true);
  }
}
