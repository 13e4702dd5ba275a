// SPDX-License-Identifier: Apache-2.0
package engram.spiking.pool.rival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.plasticity.spike.PairStdp;
import engram.plasticity.spike.PairWindow;
import engram.plasticity.spike.Pairing;
import engram.plasticity.spike.PlainSynapse;
import engram.plasticity.spike.WeightDependence;
import engram.signal.spike.SpikeRaster;
import engram.source.FromPaper;
import engram.spiking.pool.Scene;
import engram.spiking.pool.SynapseMask;
import engram.spiking.replay.RecurrentWeights;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Under a strong teacher the net fires as the target does, and every synapse is the plain one of
/// two of the target's trains; without a teacher nothing is taught.
@FromPaper(value = "pspm", at = "spec: rivals")
final class TaughtStdpTest {
  private static final SynapseMask ALL = SynapseMask.allToAll(20);
  private static final TaughtStdp.Current STRONG = new TaughtStdp.Current(20, 20);

  private static PairStdp rule(double strength, Pairing pairing) {
    return new PairStdp(
        PairWindow.hebbian(strength, 1.05, 10), pairing, new WeightDependence.Additive(-0.4, 0.4));
  }

  private static FreeFit fit(Scene scene, PairStdp rule, TaughtStdp.Current current, int epochs) {
    return new TaughtStdp(rule, current, new Budget(epochs, 2))
        .fit(scene.net(), scene.first(), ALL, scene.input(), scene.target());
  }

  @ParameterizedTest
  @EnumSource(
      value = Pairing.class,
      names = {"ALL_TO_ALL", "NEAREST"})
  void everySynapseIsThePlainOneOfTheTargetsTrains(Pairing pairing) {
    Scene scene = Scene.of(20, 200, 0.05, 71);
    PairStdp rule = rule(0.01, pairing);
    FreeFit fit = fit(scene, rule, STRONG, 1);
    assertEquals(1, fit.inTraining().getFirst());
    int bounded = 0;
    for (int i = 0; i < 20; i++) {
      for (int j = 0; j < 20; j++) {
        double plain =
            i == j
                ? 0
                : PlainSynapse.weight(
                    rule,
                    scene.first().weight(i, j),
                    times(scene.target(), j),
                    times(scene.target(), i));
        assertEquals(plain, fit.last().weight(i, j), 1e-12);
        bounded += Math.abs(plain) == 0.4 ? 1 : 0;
      }
    }
    assertNotEquals(scene.first(), fit.last());
    assertTrue(bounded < 200, "most weights lie inside the bounds, " + bounded + " at them");
  }

  private static double[] times(SpikeRaster raster, int neuron) {
    return IntStream.range(0, raster.steps())
        .filter(t -> raster.get(neuron, t))
        .mapToDouble(t -> t)
        .toArray();
  }

  @Test
  void withoutTeacherAndRuleTheRunIsFree() {
    Scene scene = Scene.of(20, 200, 0.1, 72);
    FreeFit fit = fit(scene, rule(0, Pairing.ALL_TO_ALL), new TaughtStdp.Current(0, 0), 2);
    assertEquals(scene.first(), fit.last());
    assertEquals(fit.f1(), fit.inTraining());
  }

  /// A teacher that only excites cannot take spikes away.
  @Test
  void excitingTeacherBringsItsSpikesAndLeavesOthers() {
    Scene scene = Scene.of(20, 300, 0.05, 73);
    TaughtPass pass =
        new TaughtPass(
            new TaughtStdp(
                rule(0, Pairing.ALL_TO_ALL), new TaughtStdp.Current(20, 0), new Budget(1, 2)),
            scene.net(),
            ALL,
            scene.input(),
            scene.target());
    SpikeRaster taught = pass.run(scene.first().bySource());
    assertEquals(0, scene.target().andNot(taught).count());
    assertTrue(taught.andNot(scene.target()).count() > 0);
  }

  @Test
  void bestWeightsAreThoseOfTheBestFreeRun() {
    Scene scene = Scene.of(20, 200, 0.05, 74);
    FreeFit fit = fit(scene, rule(0.001, Pairing.ALL_TO_ALL), STRONG, 10);
    SpikeRaster run = scene.net().replay(fit.best(), scene.input());
    FreeRuns judge =
        new FreeRuns(scene.net(), scene.first(), ALL, scene.input(), scene.target(), 2);
    assertEquals(fit.bestF1(), judge.f1(run));
    assertEquals(10, fit.f1().size());
  }

  @Test
  void refusesWhatIsNoTeacher() {
    refuses(
        "pairing must be ALL_TO_ALL or NEAREST, was ADJACENT",
        () -> new TaughtStdp(rule(0.1, Pairing.ADJACENT), STRONG, new Budget(1, 2)));
    refuses("excite must be 0 or more and finite, was -1.0", () -> new TaughtStdp.Current(-1, 0));
    refuses(
        "suppress must be 0 or more and finite, was NaN",
        () -> new TaughtStdp.Current(1, Double.NaN));
    Scene scene = Scene.of(20, 50, 0.05, 75);
    refuses(
        "target must be 20 x 50, was 20 x 49",
        () ->
            new TaughtStdp(rule(0.1, Pairing.NEAREST), STRONG, new Budget(1, 2))
                .fit(
                    scene.net(),
                    RecurrentWeights.none(20),
                    ALL,
                    scene.input(),
                    new SpikeRaster(20, 49)));
  }

  private static void refuses(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
