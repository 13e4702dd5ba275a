// SPDX-License-Identifier: Apache-2.0
package engram.paper.pspm.shared;

import engram.lab.parameter.Param;
import engram.spiking.pool.PspmRule;

/// Parameters of a page. Rules have the working values of [PspmRule]; where the mechanism is taken
/// out, pools are those of other moments and homeostasis has no strength.
public record Setting(
    @Param(doc = "neurons, four fifths excitatory", min = 5, max = 2000) int neurons,
    @Param(doc = "recorded steps of 1 ms", unit = "step", min = 100, max = 1_000_000) int steps,
    @Param(doc = "epochs of training", min = 1, max = 10_000) int epochs,
    @Param(doc = "strength g of recurrence", min = 1e-4, max = 10) double strength,
    @Param(doc = "sabotage: pools of other moments, no homeostasis") boolean misplaced) {
  private static final double SECONDS_A_STEP_AND_NEURON = 2.5e-8;

  /// The spec's experiment at a strength.
  public static Setting small(double strength) {
    return new Setting(100, 1000, 200, strength, false);
  }

  /// A second at most.
  public static Setting smoke(double strength) {
    return new Setting(40, 300, 20, strength, false);
  }

  /// The size that the spec calls full.
  public static Setting full(double strength) {
    return new Setting(1000, 10_000, 1000, strength, false);
  }

  /// About how long an epoch takes.
  public double epochSeconds() {
    return SECONDS_A_STEP_AND_NEURON * neurons * steps;
  }

  /// The same without the mechanism.
  public Setting sabotaged() {
    return new Setting(neurons, steps, epochs, strength, true);
  }

  /// The same at another strength.
  public Setting at(double otherStrength) {
    return new Setting(neurons, steps, epochs, otherStrength, misplaced);
  }

  /// The local rule alone.
  public PspmRule local() {
    return placed(PspmRule.local());
  }

  /// The local rule with homeostasis.
  public PspmRule both() {
    return placed(PspmRule.both());
  }

  /// The local rule with the target's spikes driving the net.
  public PspmRule teacherForced() {
    return local().with(PspmRule.Drive.TEACHER);
  }

  /// Homeostasis alone.
  public PspmRule homeostatic() {
    return placed(PspmRule.homeostatic());
  }

  private PspmRule placed(PspmRule rule) {
    return misplaced ? elsewhen(rule).withHomeostasis(0) : rule;
  }

  /// The rule with the pools of other moments.
  public static PspmRule elsewhen(PspmRule rule) {
    return rule.with(PspmRule.Credit.ELSEWHEN);
  }
}
