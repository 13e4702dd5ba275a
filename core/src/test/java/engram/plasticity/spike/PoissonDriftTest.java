// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.spike;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.plasticity.spike.WeightDependence.Additive;
import engram.plasticity.spike.WeightDependence.SoftBound;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.source.FromPaper;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// Independent Poisson spikes: the mean change a second against the closed form, within four
/// standard errors over blocks.
@FromPaper(value = "hebbian-rules", at = "spec 14")
final class PoissonDriftTest {
  private static final PairWindow WINDOW = new PairWindow(0.02, -0.006, 17, 34);

  private static double[] poisson(double rateHz, double lengthMs, RandomStream stream) {
    double[] times = new double[(int) (rateHz * lengthMs / 500)];
    int count = 0;
    double t = 1000 / rateHz * stream.nextExponential();
    while (t < lengthMs) {
      times[count] = t;
      count++;
      t += 1000 / rateHz * stream.nextExponential();
    }
    return Arrays.copyOf(times, count);
  }

  /// @return mean change a second and its standard error, over 60 blocks of 60 s
  private static double[] measured(SpikeRule rule, double preHz, double postHz, long seed) {
    Seeds seeds = Seeds.of(seed);
    double sum = 0;
    double squares = 0;
    int blocks = 60;
    for (int block = 0; block < blocks; block++) {
      double[] pre = poisson(preHz, 60_000, seeds.child("block", block).stream("pre"));
      double[] post = poisson(postHz, 60_000, seeds.child("block", block).stream("post"));
      double change = PlainSynapse.weight(rule, 0, pre, post) / 60;
      sum += change;
      squares += change * change;
    }
    double mean = sum / blocks;
    return new double[] {mean, Math.sqrt((squares / blocks - mean * mean) / (blocks - 1))};
  }

  private static void agrees(PoissonDrift rule, double preHz, double postHz) {
    double[] found = measured(rule, preHz, postHz, 133);
    double expected = rule.drift(0, preHz, postHz);
    String what = "%s: %s of %s".formatted(rule, found[0], expected);
    assertEquals(expected, found[0], 4 * found[1], what);
    assertTrue(found[1] < 0.06 * Math.abs(expected), what + ", error " + found[1]);
  }

  @Test
  void everyPairingDriftsAsItsMeansSay() {
    for (Pairing pairing : Pairing.values()) {
      agrees(new PairStdp(WINDOW, pairing, Additive.unbounded()), 12, 25);
    }
  }

  @Test
  void tripletsDriftLikeBcm() {
    TripletStdp rule = TripletStdp.visualCortex(Additive.unbounded());
    agrees(rule, 12, 35);
    agrees(rule, 12, 10);
    agrees(
        new TripletStdp(rule.pair(), rule.triplet(), Pairing.NEAREST, rule.dependence()), 12, 35);
  }

  @Test
  void inhibitionHoldsItsTarget() {
    InhibitoryStdp rule = new InhibitoryStdp(0.01, 10, 20, Additive.unbounded());
    assertEquals(0, rule.drift(0, 25, 10), 1e-16);
    assertEquals(2 * 0.01 * 0.020 * 25 * (4 - 10), rule.drift(0, 25, 4), 1e-15);
    agrees(rule, 25, 4);
  }

  /// With multiplicative bounds the weight gathers where both drifts are equal: `A+ tau+ (1 - w) =
  /// A- tau- w`.
  @Test
  void multiplicativeWeightRestsBetweenItsBounds() {
    PoissonDrift rule =
        new PairStdp(
            new PairWindow(0.002, -0.003, 20, 20), Pairing.ALL_TO_ALL, new SoftBound(0, 1, 1));
    double rest = 2.0 / 5;
    assertEquals(0, rule.drift(rest, 20, 20), 1e-15);
    RandomStream stream = Seeds.of(134).stream("spikes");
    double mean = 0;
    double weight = rest;
    for (int block = 0; block < 200; block++) {
      weight =
          PlainSynapse.weight(
              rule, weight, poisson(20, 10_000, stream), poisson(20, 10_000, stream));
      mean += weight / 200;
    }
    assertEquals(rest, mean, 0.01);
  }
}
