// SPDX-License-Identifier: Apache-2.0
package engram.spiking.pool.rival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.source.FromPaper;
import engram.spiking.pool.Scene;
import engram.spiking.pool.SynapseMask;
import engram.spiking.replay.RecurrentWeights;
import engram.spiking.replay.WeightComparison;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/// Where nothing is left to correct, the net gives the target freely, whatever the weights.
@FromPaper(value = "pspm", at = "spec: rivals")
final class DrivenPerceptronTest {
  private static final SynapseMask ALL = SynapseMask.allToAll(40);

  @Test
  void separatedWeightsGiveTheTargetFreely() {
    Scene scene = Scene.of(40, 400, 0.05, 3);
    DrivenPerceptron.Fit fit = fit(scene, scene.first(), 200);
    assertEquals(0, fit.corrections());
    assertEquals(scene.target(), scene.net().replay(fit.weights(), scene.input()));
    WeightComparison apart = WeightComparison.of(fit.weights(), scene.truth(), 32);
    assertTrue(apart.excitatory() < 0.5, "a short recording leaves weights open, was " + apart);
  }

  /// The truth needs no correction but where a potential met its bound, which weak weights avoid.
  @Test
  void truthIsAFixedPoint() {
    Scene scene = Scene.of(40, 400, 0.01, 4);
    DrivenPerceptron.Fit fit = fit(scene, scene.truth(), 5);
    assertEquals(0, fit.corrections());
    assertEquals(scene.truth(), fit.weights());
  }

  private static DrivenPerceptron.Fit fit(Scene scene, RecurrentWeights first, int epochs) {
    return new DrivenPerceptron(0.01, 0, epochs)
        .fit(scene.net(), first, ALL, scene.input(), scene.target());
  }

  @Test
  void refusesWhatIsNoPerceptron() {
    refuses("rate must be above 0 and finite, was 0.0", () -> new DrivenPerceptron(0, 0, 1));
    refuses("margin must be in [0, 1), was 1.0", () -> new DrivenPerceptron(0.1, 1, 1));
    refuses("epochs must be 1 or more, was 0", () -> new DrivenPerceptron(0.1, 0, 0));
  }

  private static void refuses(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
