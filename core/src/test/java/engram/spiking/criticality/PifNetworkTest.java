// SPDX-License-Identifier: Apache-2.0
package engram.spiking.criticality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.random.RandomStream;
import engram.random.Seeds;
import engram.signal.Tally;
import engram.signal.avalanche.PowerLaw;
import engram.source.FromPaper;
import engram.spiking.replay.RecurrentWeights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/// A critical net branches by 1 and its avalanches fall off as s^(-3/2); eigenvalues; refusals.
@FromPaper(value = "pspm", at = "spec: networks, PIF")
final class PifNetworkTest {
  /// Sizes up to 100 of 10^5 avalanches: in 100 neurons few of them are active at once, which is as
  /// good as endlessly many.
  @Test
  void sizesOfACriticalNetFallAsAPower() {
    PifNetwork net = new PifNetwork(CriticalWeights.uniform(100, 1), 0, 0);
    RandomStream random = Seeds.of(12).stream("avalanches");
    Tally sizes = new Tally();
    for (int k = 0; k < 100_000; k++) {
      sizes.add(net.avalanche(k % 100, 101, random).size());
    }
    assertEquals(1.5, PowerLaw.fit(sizes, 1, 100).alpha(), 0.1);
  }

  /// Spikes that are not external over the spikes of the step before; steps in which half of the
  /// net fires are left out, since a critical net without rest may end in firing as a whole.
  @Test
  void netBranchesByItsEigenvalue() {
    for (double radius : new double[] {0.5, 1}) {
      PifNetwork net = new PifNetwork(CriticalWeights.uniform(200, radius), 5e-5, 0);
      long ancestors = 0;
      long descendants = 0;
      for (int seed = 0; seed < 40; seed++) {
        PifNetwork.Run run = net.run(3000, Seeds.of(seed).stream("run"));
        int[] counts = run.spikes().population();
        int[] external = run.external().population();
        for (int t = 0; t + 1 < counts.length; t++) {
          if (counts[t] < 100) {
            ancestors += counts[t];
            descendants += counts[t + 1] - external[t + 1];
          }
        }
      }
      double ratio = (double) descendants / ancestors;
      double spread = 4 * Math.sqrt(radius / ancestors);
      assertTrue(spread < (radius < 1 ? 0.06 : 0.02), "too few: " + ancestors);
      assertEquals(radius, ratio, spread);
    }
  }

  @Test
  void externalSpikesAreTheSpontaneousOnes() {
    PifNetwork net = new PifNetwork(CriticalWeights.uniform(100, 0.9), 1e-3, 1);
    PifNetwork.Run run = net.run(5000, Seeds.of(14).stream("run"));
    assertEquals(0, run.external().andNot(run.spikes()).count());
    assertEquals(500.0, (double) run.external().count(), 4 * Math.sqrt(500));
    assertEquals(0, run.spikes().and(run.spikes().shifted(1)).count(), "one step of rest");
  }

  @Test
  void netWithoutChanceIsSilentAndACertainOneFires() {
    PifNetwork chain = new PifNetwork(RecurrentWeights.of(new double[][] {{0, 0}, {1, 0}}), 0, 0);
    PifNetwork.Avalanche two = chain.avalanche(0, 10, Seeds.of(1).stream("x"));
    assertEquals(new PifNetwork.Avalanche(2, 2, true), two);
    assertEquals(0, chain.run(50, Seeds.of(1).stream("x")).spikes().count());
  }

  @Test
  void largestEigenvalueIsTheOneAskedFor() {
    RecurrentWeights random = CriticalWeights.random(50, 1.1, Seeds.of(3).stream("w"));
    assertEquals(1.1, CriticalWeights.largestEigenvalue(random), 1e-10);
    assertEquals(2.0 / 19, CriticalWeights.uniform(20, 2).weight(3, 4), 1e-12);
    double[][] known = {{0.75, 0.5}, {0.5, 0.75}};
    assertEquals(1.25, CriticalWeights.largestEigenvalue(RecurrentWeights.of(known)), 1e-12);
    assertEquals(0, CriticalWeights.largestEigenvalue(RecurrentWeights.none(3)));
  }

  @Test
  void refusesWhatIsNoNet() {
    RecurrentWeights none = RecurrentWeights.none(2);
    refuses("spontaneous must be in [0, 1], was 1.5", () -> new PifNetwork(none, 1.5, 0));
    refuses("rest must be 0 or more, was -1", () -> new PifNetwork(none, 0, -1));
    refuses("neurons must be 2 or more, was 1", () -> CriticalWeights.uniform(1, 1));
    refuses("radius must be above 0 and finite, was 0.0", () -> CriticalWeights.uniform(3, 0));
    refuses(
        "weight 0, 1 must be 0 or more, was -1.0",
        () ->
            CriticalWeights.largestEigenvalue(
                RecurrentWeights.of(new double[][] {{0, -1}, {1, 0}})));
  }

  private static void refuses(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
