// SPDX-License-Identifier: Apache-2.0
package engram.autodiff.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import engram.autodiff.Graph;
import engram.autodiff.Node;
import engram.autodiff.Parameters;
import engram.autodiff.array.Precision;
import engram.kernel.Workers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/// Schedules, clipping and single updates against their closed forms.
final class SettingsTest {
  private static void refused(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }

  @Test
  void schedulesFollowTheirFormulas() {
    assertEquals(1, new Schedule.Constant().factor(1000));
    Schedule stairs = new Schedule.Stairs(10, 0.5);
    assertEquals(1, stairs.factor(9));
    assertEquals(0.5, stairs.factor(10));
    assertEquals(0.125, stairs.factor(39));
    Schedule cosine = new Schedule.Cosine(100, 0.2);
    assertEquals(1, cosine.factor(0), 1e-15);
    assertEquals(0.6, cosine.factor(50), 1e-15);
    assertEquals(0.2, cosine.factor(100), 1e-15);
    assertEquals(0.2, cosine.factor(5000), 1e-15);
    Schedule warm = new Schedule.WarmUp(4, cosine);
    assertEquals(0.25, warm.factor(0));
    assertEquals(1, warm.factor(3));
    assertEquals(0.6, warm.factor(54), 1e-15);
  }

  /// The loss is g w with a fixed g, so that the gradient is g.
  private static double[] moved(double[] g, Optimiser optimiser, Clipping clipping, int steps) {
    Parameters parameters = new Parameters(Precision.DOUBLE);
    parameters.add("w", g.length).fill(1);
    Graph graph = Graph.over(parameters);
    Node loss = graph.parameter("w").times(graph.constant(g, g.length)).sum();
    Trainer trainer =
        Trainer.of(
            loss,
            List.of(),
            new Trainer.Settings(optimiser, new Schedule.Constant(), clipping),
            Workers.one());
    for (int i = 0; i < steps; i++) {
      trainer.step();
    }
    if (clipping instanceof Clipping.ByNorm) {
      assertEquals(5, trainer.gradientNorm(), 1e-12);
    }
    return parameters.values("w").toDoubles();
  }

  @Test
  void clippingKeepsTheDirectionOrTheRange() {
    double[] byNorm = moved(new double[] {3, 4}, new Sgd(0.1), new Clipping.ByNorm(1), 1);
    assertEquals(1 - 0.1 * 0.6, byNorm[0], 1e-15);
    assertEquals(1 - 0.1 * 0.8, byNorm[1], 1e-15);
    double[] within = moved(new double[] {3, 4}, new Sgd(0.1), new Clipping.ByNorm(6), 1);
    assertEquals(1 - 0.1 * 3, within[0], 1e-15);
    double[] byValue = moved(new double[] {3, -0.5}, new Sgd(0.1), new Clipping.ByValue(1), 1);
    assertEquals(1 - 0.1, byValue[0], 1e-15);
    assertEquals(1 + 0.05, byValue[1], 1e-15);
  }

  /// Under a constant gradient momentum has gathered `g (1 + mu + ... )`, and Adam moves by the
  /// rate.
  @Test
  void constantGradientMovesByClosedForms() {
    double[] g = {2};
    double[] momentum = moved(g, new Momentum(0.1, 0.5), new Clipping.None(), 3);
    assertEquals(1 - 0.1 * 2 * (1 + 1.5 + 1.75), momentum[0], 1e-14);
    double[] adam = moved(g, new Adam(0.01), new Clipping.None(), 4);
    assertEquals(1 - 4 * 0.01, adam[0], 1e-9);
    double[] adamW = moved(g, new AdamW(0.01, 0.5), new Clipping.None(), 1);
    assertEquals((1 - 0.005) - 0.01, adamW[0], 1e-9);
    double[] decayed = moved(g, new Sgd(0.1, 0.5), new Clipping.None(), 1);
    assertEquals(1 - 0.1 * (2 + 0.5), decayed[0], 1e-15);
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    refused("rate must be above 0 and finite, was 0.0", () -> new Sgd(0));
    refused("rate must be above 0 and finite, was NaN", () -> new Adam(Double.NaN));
    refused("momentum must be in [0, 1), was 1.0", () -> new Momentum(0.1, 1));
    refused("beta2 must be in [0, 1), was 1.5", () -> new Adam(0.1, 0.9, 1.5, 0, 0));
    refused("decay must be 0 or more and finite, was -1.0", () -> new AdamW(0.1, -1));
    refused("most must be above 0, was 0.0", () -> new Clipping.ByNorm(0));
    refused("steps must be at least 1, was 0", () -> new Schedule.Cosine(0, 0));
    refused("by must be in (0, 1], was 2.0", () -> new Schedule.Stairs(1, 2));
  }
}
