// SPDX-License-Identifier: Apache-2.0
package engram.spiking.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/// Working values and refusals.
final class PspmRuleTest {
  @Test
  void workingValuesAreThoseOfTheTable() {
    PspmRule local = PspmRule.local();
    assertEquals(new PspmRule.Window(2, 5), local.window());
    assertEquals(new PspmRule.Step(0.5, 0.01, 1, false), local.step());
    assertEquals(0, local.homeostasis());
    assertEquals(1, PspmRule.homeostatic().homeostasis());
    assertEquals(0, PspmRule.homeostatic().step().probability());
    assertEquals(new PspmRule.Window(2, 3), PspmRule.both().window());
    assertEquals(new PspmRule.Step(0.3, 0.005, 1, false), PspmRule.both().step());
  }

  @Test
  void refusesWhatIsNoRule() {
    refuses("tolerance must be 0 or more, was -1", () -> new PspmRule.Window(-1, 5));
    refuses("depth must be 1 or more, was 0", () -> new PspmRule.Window(2, 0));
    refuses("probability must be in [0, 1], was 1.1", () -> new PspmRule.Step(1.1, 0.01, 1, false));
    refuses("probability must be in [0, 1], was NaN", () -> step(Double.NaN, 0.01, 1));
    refuses("eta must be above 0 and finite, was 0.0", () -> step(0.5, 0, 1));
    refuses("eta must be above 0 and finite, was -0.1", () -> step(0.5, -0.1, 1));
    refuses("annealing must be in (0, 1], was 0.0", () -> step(0.5, 0.01, 0));
    refuses("cap must be above 0, was 0.0", () -> new PspmRule.Bounds(false, 0));
    refuses(
        "homeostasis must be 0 or more and finite, was -1.0",
        () -> PspmRule.local().withHomeostasis(-1));
  }

  private static PspmRule.Step step(double probability, double eta, double annealing) {
    return new PspmRule.Step(probability, eta, annealing, false);
  }

  private static void refuses(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
