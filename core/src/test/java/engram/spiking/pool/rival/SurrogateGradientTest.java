// SPDX-License-Identifier: Apache-2.0
package engram.spiking.pool.rival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.autodiff.train.Adam;
import engram.random.Seeds;
import engram.signal.spike.SpikeRaster;
import engram.signal.spike.distance.Coincidence;
import engram.source.FromPaper;
import engram.spiking.pool.Scene;
import engram.spiking.pool.SynapseMask;
import engram.spiking.replay.RecurrentWeights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/// The truth is a fixed point; from elsewhere the loss falls and spikes become alike; refusals.
@FromPaper(value = "pspm", at = "spec: rivals")
final class SurrogateGradientTest {
  private static final SurrogateGradient.Spike SPIKE = SurrogateGradient.Spike.of(5);
  private static final SynapseMask ALL = SynapseMask.allToAll(30);

  private static FreeFit fit(Scene scene, RecurrentWeights first, int epochs) {
    return new SurrogateGradient(new Adam(0.01), SPIKE, 10, new Budget(epochs, 2))
        .fit(scene.net(), first, ALL, scene.input(), scene.target());
  }

  @Test
  void truthStaysToTheBit() {
    Scene scene = Scene.of(30, 300, 0.1, 61);
    FreeFit fit = fit(scene, scene.truth(), 5);
    assertEquals(scene.truth(), fit.last());
    assertEquals(1, fit.bestF1());
    assertEquals(0, fit.inTraining().getLast());
  }

  @Test
  void lossFallsAndSpikesBecomeAlike() {
    Scene scene = Scene.of(30, 300, 0.05, 62);
    FreeFit fit = fit(scene, scene.first(), 120);
    double first = fit.inTraining().getFirst();
    double least = fit.inTraining().stream().mapToDouble(v -> v).min().orElseThrow();
    assertTrue(least < 0.5 * first, "loss " + first + ", then " + least);
    assertTrue(fit.bestF1() > fit.f1().getFirst() + 0.1, "F1 " + fit.f1());
    SpikeRaster run = scene.net().replay(fit.best(), scene.input());
    assertEquals(
        fit.bestF1(), Coincidence.of(scene.target(), run, 2, Coincidence.Matching.LENIENT).f1());
  }

  @Test
  void onlyExistingSynapsesChange() {
    Scene scene = Scene.of(30, 200, 0.05, 63);
    SynapseMask some = SynapseMask.sparse(30, 0.2, Seeds.of(63).stream("mask"));
    FreeFit fit =
        new SurrogateGradient(new Adam(0.01), SPIKE, 10, new Budget(5, 2))
            .fit(scene.net(), RecurrentWeights.none(30), some, scene.input(), scene.target());
    some.require(fit.last());
    assertTrue(!fit.last().equals(RecurrentWeights.none(30)));
  }

  @Test
  void refusesWhatIsNoSetting() {
    refuses("slope must be above 0 and finite, was 0.0", () -> new FastSigmoid(0));
    refuses(
        "tauSteps must be above 0 and finite, was 0.0",
        () -> new SurrogateGradient(new Adam(0.01), SPIKE, 0, new Budget(1, 2)));
    refuses("epochs must be 1 or more, was 0", () -> new Budget(0, 2));
    refuses("tolerance must be 0 or more, was -1", () -> new Budget(1, -1));
    refuses(
        "target must have a spike or more, was silent",
        () -> new FilteredLoss(new SpikeRaster(2, 5), 10));
    Scene scene = Scene.of(20, 50, 0.05, 64);
    refuses("weights must be of 30 neurons, was 20", () -> fit(scene, scene.first(), 1));
  }

  private static void refuses(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
