// SPDX-License-Identifier: Apache-2.0
package engram.paper.pspm;

import engram.lab.parameter.Param;
import engram.spiking.pool.PspmRule;

/// Parameters of a page. Rules have the working values of [PspmRule]; where the mechanism is taken
/// out, pools are those of other moments and homeostasis has no strength.
record Setting(
    @Param(doc = "neurons, four fifths excitatory", min = 5, max = 2000) int neurons,
    @Param(doc = "recorded steps of 1 ms", unit = "step", min = 100, max = 1_000_000) int steps,
    @Param(doc = "epochs of training", min = 1, max = 10_000) int epochs,
    @Param(doc = "strength g of recurrence", min = 1e-4, max = 10) double strength,
    @Param(doc = "sabotage: pools of other moments, no homeostasis") boolean misplaced) {
  /// The spec's experiment at a strength.
  static Setting small(double strength) {
    return new Setting(100, 1000, 200, strength, false);
  }

  /// A second at most.
  static Setting smoke(double strength) {
    return new Setting(40, 300, 20, strength, false);
  }

  /// The size that the spec calls full.
  static Setting full(double strength) {
    return new Setting(1000, 10_000, 1000, strength, false);
  }

  Setting sabotaged() {
    return new Setting(neurons, steps, epochs, strength, true);
  }

  Setting at(double otherStrength) {
    return new Setting(neurons, steps, epochs, otherStrength, misplaced);
  }

  PspmRule local() {
    return placed(PspmRule.local());
  }

  PspmRule both() {
    return placed(PspmRule.both());
  }

  PspmRule teacherForced() {
    return local().with(PspmRule.Drive.TEACHER);
  }

  PspmRule homeostatic() {
    return placed(PspmRule.homeostatic());
  }

  private PspmRule placed(PspmRule rule) {
    return misplaced ? elsewhen(rule).withHomeostasis(0) : rule;
  }

  /// The rule with the pools of other moments.
  static PspmRule elsewhen(PspmRule rule) {
    return rule.with(PspmRule.Credit.ELSEWHEN);
  }
}
