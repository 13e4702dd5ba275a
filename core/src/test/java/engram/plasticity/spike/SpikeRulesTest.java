// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.spike;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import engram.plasticity.spike.WeightDependence.Additive;
import engram.plasticity.spike.WeightDependence.PowerLaw;
import engram.plasticity.spike.WeightDependence.SoftBound;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.source.FromPaper;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

@FromPaper(value = "hebbian-rules", at = "spec 14")
final class SpikeRulesTest {
  private static final PairWindow WINDOW = new PairWindow(0.02, -0.015, 17, 34);

  private static double pairChange(PairWindow window, double deltaMs) {
    SpikeRule rule = new PairStdp(window, Pairing.ALL_TO_ALL, Additive.unbounded());
    return PlainSynapse.weight(rule, 0, new double[] {100}, new double[] {100 + deltaMs});
  }

  @Test
  void isolatedPairIsTheWindow() {
    assertEquals(0.02 * Math.exp(-10 / 17.0), pairChange(WINDOW, 10), 1e-16);
    assertEquals(-0.015 * Math.exp(-10 / 34.0), pairChange(WINDOW, -10), 1e-16);
    assertEquals(0, pairChange(WINDOW, 0), "spikes of one time are no pair");
    assertEquals(-0.02 * Math.exp(-10 / 17.0), pairChange(WINDOW.turned(), 10), 1e-16);
    PairWindow symmetric = PairWindow.symmetric(0.3, 20);
    assertEquals(pairChange(symmetric, 7), pairChange(symmetric, -7), 0);
    PairWindow song = PairWindow.songMillerAbbott(2);
    assertEquals(0.01 * Math.exp(-1), song.change(20), 1e-16);
    assertEquals(-0.0105 * Math.exp(-1), song.change(-20), 1e-16);
    assertEquals(0.01 * 20 * -0.05, song.area(), 1e-15);
  }

  /// All pairings against sums over lists of spikes, which are on a coarse grid so that some
  /// coincide.
  @Test
  void tracesMakeThePairsOfTheirConvention() {
    RandomStream stream = Seeds.of(131).stream("spikes");
    for (int trial = 0; trial < 40; trial++) {
      double[] pre = grid(30, stream);
      double[] post = grid(30, stream);
      for (Pairing pairing : Pairing.values()) {
        SpikeRule rule = new PairStdp(WINDOW, pairing, Additive.unbounded());
        assertEquals(
            bySums(pairing, pre, post),
            PlainSynapse.weight(rule, 0, pre, post),
            1e-13,
            pairing + " in trial " + trial);
      }
    }
  }

  private static double[] grid(int spikes, RandomStream stream) {
    int[] steps = stream.sample(120, spikes);
    Arrays.sort(steps);
    double[] times = new double[spikes];
    for (int k = 0; k < spikes; k++) {
      times[k] = 5.0 * steps[k];
    }
    return times;
  }

  private static double bySums(Pairing pairing, double[] pre, double[] post) {
    double sum = 0;
    for (double i : pre) {
      for (double k : post) {
        boolean counts =
            switch (pairing) {
              case ALL_TO_ALL -> true;
              case NEAREST -> i < k ? none(pre, i, k) : none(post, k, i);
              case PRE_CENTRED -> i < k ? none(post, i, k) : none(post, k, i);
              case ADJACENT ->
                  none(pre, Math.min(i, k), Math.max(i, k))
                      && none(post, Math.min(i, k), Math.max(i, k));
            };
        sum += counts ? WINDOW.change(k - i) : 0;
      }
    }
    return sum;
  }

  private static boolean none(double[] times, double from, double to) {
    for (double t : times) {
      if (t > from && t < to) {
        return false;
      }
    }
    return true;
  }

  /// The triplet rule against its sum over triplets of spikes: two of one side about one of the
  /// other.
  @Test
  void tripletsAreTheSumOverTriplets() {
    RandomStream stream = Seeds.of(132).stream("spikes");
    PairWindow pair = new PairWindow(0.004, -0.007, 16.8, 33.7);
    PairWindow triplet = new PairWindow(0.0065, -0.0023, 101, 114);
    double[] pre = grid(25, stream);
    double[] post = grid(25, stream);
    double sum = 0;
    for (double i : pre) {
      for (double k : post) {
        sum += pair.change(k - i);
        for (double earlier : k > i ? post : pre) {
          double last = Math.max(i, k);
          double age = last - earlier;
          double tau = k > i ? 114 : 101;
          double pairTau = k > i ? 16.8 : 33.7;
          double amplitude = k > i ? 0.0065 : -0.0023;
          sum +=
              age > 0 && i != k ? amplitude * Math.exp(-age / tau - Math.abs(k - i) / pairTau) : 0;
        }
      }
    }
    SpikeRule rule = new TripletStdp(pair, triplet, Pairing.ALL_TO_ALL, Additive.unbounded());
    assertEquals(sum, PlainSynapse.weight(rule, 0, pre, post), 1e-13);
  }

  /// The spec's figure, and a drift of 0 there; the drift turns its sign at the threshold.
  @Test
  void visualCortexHasItsThresholdAt19Hz() {
    TripletStdp rule = TripletStdp.visualCortex(Additive.unbounded());
    assertEquals(19.2, rule.thresholdHz(), 0.03);
    assertEquals(0, rule.drift(0, 7, rule.thresholdHz()), 1e-15);
    assertEquals(-1, Math.signum(rule.drift(0, 7, 19)));
    assertEquals(1, Math.signum(rule.drift(0, 7, 19.5)));
    double byHand = 1e-3 * 7 * (6.5e-3 * 16.8 * 0.114 * 30 * 30 - 7.1e-3 * 33.7 * 30);
    assertEquals(byHand, rule.drift(0, 7, 30), 1e-15);
  }

  @Test
  void pairDriftIsProductOfRatesAndArea() {
    PoissonDrift rule = new PairStdp(WINDOW, Pairing.ALL_TO_ALL, Additive.unbounded());
    assertEquals(1e-3 * 20 * 30 * (0.02 * 17 - 0.015 * 34), rule.drift(0, 20, 30), 1e-15);
  }

  /// Strengthening with soft bounds leaves `(1 - A r)^n` of the way to the bound; additive is mu =
  /// 0; the power law has the exponent of its name.
  @Test
  void changesDependOnTheWeightAsTheySay() {
    SpikeRule soft =
        new PairStdp(new PairWindow(0.1, 0, 20, 20), Pairing.NEAREST, new SoftBound(-1, 3, 1));
    double[] pre = {0, 1000, 2000, 3000};
    double[] post = {5, 1005, 2005, 3005};
    double left = Math.pow(1 - 0.1 * Math.exp(-0.25) / 4, 4);
    assertEquals(3 - 2.5 * left, PlainSynapse.weight(soft, 0.5, pre, post), 1e-13);
    assertEquals(new SoftBound(-1, 3, 0).depression(-1), new Additive(-1, 3).depression(-1));
    SoftBound root = new SoftBound(0, 4, 0.5);
    assertEquals(Math.sqrt(0.75), root.potentiation(1), 1e-15);
    assertEquals(Math.sqrt(0.25), root.depression(1), 1e-15);
    assertEquals(0, root.potentiation(4));
    PowerLaw power = new PowerLaw(2, 0.4);
    assertEquals(2 * Math.pow(1.5, 0.4), power.potentiation(3), 1e-14);
    assertEquals(-0.3, power.scaled(3, -0.1), 1e-15);
    assertEquals(0, power.bounded(-1e-9));
    assertEquals(1, new Additive(0, 1).bounded(1.2));
  }

  /// Two changes of one time are bounded one after the other, presynaptic first.
  @Test
  void coincidingSpikesWeakenFirst() {
    SpikeRule rule =
        new PairStdp(new PairWindow(1, -1, 1e9, 1e9), Pairing.ALL_TO_ALL, new Additive(0, 1));
    PlainSynapse synapse = new PlainSynapse(rule, 0.25);
    synapse.spike(0, true, true);
    assertEquals(0.25, synapse.weight());
    synapse.spike(1, true, true);
    assertEquals(1, synapse.weight(), 1e-8, "down to 0, then up by 1");
    assertEquals(2, synapse.traces().pre(), 1e-8);
  }

  @Test
  void refusals() {
    refused("preTauMs must be finite and above 0, was 0.0", () -> new PairWindow(1, 1, 0, 1));
    refused("atPost must be finite, was NaN", () -> new PairWindow(Double.NaN, 1, 1, 1));
    refused("max must be above min, 1.0, was 1.0", () -> new Additive(1, 1));
    refused("max must be finite, was Infinity", () -> new SoftBound(0, 1 / 0.0, 1));
    refused("mu must be in [0, 1], was 2.0", () -> new PowerLaw(1, 2));
    refused(
        "pairing must be ALL_TO_ALL or NEAREST, was ADJACENT",
        () -> new TripletStdp(WINDOW, WINDOW, Pairing.ADJACENT, Additive.unbounded()));
    PoissonDrift rule = new PairStdp(WINDOW, Pairing.NEAREST, new Additive(0, 1));
    refused(
        "weight must be in the range of Additive[min=0.0, max=1.0], was 2.0",
        () -> new PlainSynapse(rule, 2));
    refused(
        "atMs must be finite and later than 5.0, was 5.0",
        () -> PlainSynapse.weight(rule, 1, new double[] {5, 5}, new double[0]));
    refused("preHz must be finite and 0 or more, was -1.0", () -> rule.drift(0, -1, 1));
    refused(
        "targetHz must be finite and 0 or more, was -1.0",
        () -> new InhibitoryStdp(1, -1, 20, Additive.unbounded()));
  }

  private static void refused(String message, Runnable act) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, act::run).getMessage());
  }
}
