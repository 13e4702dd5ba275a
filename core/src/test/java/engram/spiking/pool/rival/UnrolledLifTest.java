// SPDX-License-Identifier: Apache-2.0
package engram.spiking.pool.rival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.random.RandomStream;
import engram.random.Seeds;
import engram.signal.spike.SpikeRaster;
import engram.signal.spike.distance.RasterVanRossum;
import engram.source.FromPaper;
import engram.spiking.pool.Scene;
import engram.spiking.replay.DiscreteLif;
import engram.spiking.replay.RecurrentWeights;
import engram.spiking.replay.ReferenceWeights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The unrolled net is the net; its gradient is that of finite differences where there is one, and
/// that of the chain rule taken forward everywhere.
@FromPaper(value = "pspm", at = "spec: rivals")
final class UnrolledLifTest {
  private static final double TAU = 10;
  private static final FastSigmoid SURROGATE = new FastSigmoid(4);
  private static final SurrogateGradient.Spike ALL_WAYS = SurrogateGradient.Spike.of(4);

  @ParameterizedTest
  @CsvSource({"0.05", "0.4"})
  void spikesAreThoseOfTheNet(double strength) {
    Scene scene = Scene.of(40, 300, strength, 51);
    UnrolledLif unrolled = unrolled(scene, ALL_WAYS, false);
    unrolled.forward(scene.first().bySource());
    assertEquals(scene.net().replay(scene.first(), scene.input()), unrolled.spikes());
  }

  @Test
  void lossIsHalfTheSquareOfVanRossumsDistance() {
    Scene scene = Scene.of(30, 200, 0.1, 52);
    SpikeRaster run = scene.net().replay(scene.first(), scene.input());
    double distance = new RasterVanRossum(TAU).normalized(scene.target(), run);
    UnrolledLif unrolled = unrolled(scene, ALL_WAYS, false);
    double loss =
        new FilteredLoss(scene.target(), TAU).of(unrolled.forward(scene.first().bySource()));
    assertEquals(distance * distance / 2, loss, 1e-12);
    assertTrue(loss > 0.01);
  }

  /// In the smooth net every weight's derivative, by central differences.
  @Test
  void smoothGradientIsThatOfFiniteDifferences() {
    Scene scene = Scene.of(6, 60, 1, 53);
    FilteredLoss loss = new FilteredLoss(scene.target(), TAU);
    UnrolledLif unrolled = unrolled(scene, ALL_WAYS, true);
    double[] w = scene.first().bySource();
    double[] gradient = new double[w.length];
    loss.of(unrolled.forward(w));
    unrolled.backward(w, loss.gradient(), gradient);
    double h = 1e-5;
    double largest = 0;
    for (int k = 0; k < w.length; k++) {
      double[] up = w.clone();
      double[] down = w.clone();
      up[k] += h;
      down[k] -= h;
      double slope = (loss.of(unrolled.forward(up)) - loss.of(unrolled.forward(down))) / (2 * h);
      assertEquals(slope, gradient[k], 1e-6 * (1 + Math.abs(slope)), "weight " + k);
      largest = Math.max(largest, Math.abs(slope));
    }
    assertTrue(largest > 0.01, "derivatives are not all small, was " + largest);
  }

  /// The same recursion of derivatives taken forward in time, weight by weight, with spikes and
  /// with shares of spikes, through the reset and not, through others and not.
  @ParameterizedTest
  @CsvSource({
    "false, false, true",
    "false, true, true",
    "true, false, true",
    "true, true, true",
    "false, true, false",
    "true, false, false"
  })
  void gradientIsTheChainRuleTakenForward(boolean smooth, boolean reset, boolean others) {
    Scene scene = Scene.of(5, 40, 1, 54);
    SurrogateGradient.Spike spike = new SurrogateGradient.Spike(SURROGATE, reset, others);
    FilteredLoss loss = new FilteredLoss(scene.target(), TAU);
    UnrolledLif unrolled = unrolled(scene, spike, smooth);
    double[] w = scene.first().bySource();
    double[] gradient = new double[w.length];
    loss.of(unrolled.forward(w));
    double[] bySpikes = loss.gradient().clone();
    unrolled.backward(w, bySpikes, gradient);
    for (int to = 0; to < 5; to++) {
      for (int from = 0; from < 5; from++) {
        double plain = forward(scene, w, bySpikes, to, from, smooth, spike);
        assertEquals(plain, gradient[from * 5 + to], 1e-9 * (1 + Math.abs(plain)));
      }
    }
  }

  /// Sum of g times the derivative of each spike by one weight.
  private static double forward(
      Scene scene,
      double[] w,
      double[] g,
      int to,
      int from,
      boolean smooth,
      SurrogateGradient.Spike spike) {
    int n = 5;
    double[] s = new double[n];
    double[] z = new double[n];
    double[] ds = new double[n];
    double[] dz = new double[n];
    double sum = 0;
    for (int t = 0; t < scene.input().steps(); t++) {
      double[] sNow = new double[n];
      double[] dsNow = new double[n];
      for (int i = 0; i < n; i++) {
        double u = DiscreteLif.LEAK * z[i];
        double du = DiscreteLif.LEAK * dz[i];
        for (int j = 0; j < n; j++) {
          u += w[j * n + i] * s[j];
          du +=
              (spike.throughOthers() ? w[j * n + i] * ds[j] : 0)
                  + (i == to && j == from ? s[j] : 0);
        }
        u += scene.input().get(i, t) ? scene.net().inputWeight(i) : 0;
        du = u > -1 ? du : 0;
        u = Math.max(-1, u);
        sNow[i] = smooth ? SURROGATE.value(u) : (u >= 1 ? 1 : 0);
        dsNow[i] = SURROGATE.derivative(u) * du;
        z[i] = u * (1 - sNow[i]);
        dz[i] = du * (1 - sNow[i]) - (spike.throughReset() ? u * dsNow[i] : 0);
        sum += g[t * n + i] * dsNow[i];
      }
      s = sNow;
      ds = dsNow;
    }
    return sum;
  }

  /// The surrogate is the derivative of its own value, and the step in the limit.
  @Test
  void fastSigmoidIsItsOwnDerivative() {
    RandomStream random = Seeds.of(55).stream("potentials");
    for (int k = 0; k < 200; k++) {
      double u = random.nextDouble(-1, 3);
      double h = 1e-6;
      double slope = (SURROGATE.value(u + h) - SURROGATE.value(u - h)) / (2 * h);
      assertEquals(slope, SURROGATE.derivative(u), 1e-4, "at " + u);
    }
    assertEquals(0.5, SURROGATE.value(1));
    assertEquals(2, SURROGATE.derivative(1));
    assertEquals(1, new FastSigmoid(1e9).value(1.01), 1e-6);
    assertEquals(0, new FastSigmoid(1e9).value(0.99), 1e-6);
  }

  /// A net without a synapse has one derivative: that of the synapse that is not there.
  @Test
  void silentSourceHasNoGradient() {
    Scene scene = Scene.of(10, 100, 0.1, 56);
    SpikeRaster silence = new SpikeRaster(10, 100);
    UnrolledLif unrolled = new UnrolledLif(scene.net(), silence, ALL_WAYS, false);
    double[] w = new ReferenceWeights(10, 0.1).draw(Seeds.of(56).stream("w")).bySource();
    FilteredLoss loss = new FilteredLoss(scene.target(), TAU);
    double[] gradient = new double[w.length];
    loss.of(unrolled.forward(w));
    unrolled.backward(w, loss.gradient(), gradient);
    assertEquals(RecurrentWeights.none(10), RecurrentWeights.bySource(10, gradient));
  }

  private static UnrolledLif unrolled(Scene scene, SurrogateGradient.Spike spike, boolean smooth) {
    return new UnrolledLif(scene.net(), scene.input(), spike, smooth);
  }
}
