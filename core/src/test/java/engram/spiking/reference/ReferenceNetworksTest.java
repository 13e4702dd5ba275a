// SPDX-License-Identifier: Apache-2.0
package engram.spiking.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.neuron.lif.Conductances;
import engram.plasticity.spike.PairStdp;
import engram.plasticity.spike.SpikeTraces;
import engram.random.Seeds;
import engram.source.FromPaper;
import engram.spiking.Network;
import engram.spiking.Projection;
import engram.spiking.Simulation;
import engram.spiking.connect.FixedTotalNumber;
import engram.spiking.record.Activity;
import org.junit.jupiter.api.Test;

/// Reference networks have the structure that was published, and fire as other programs say.
@FromPaper(value = "reference-networks", at = "spec: reference networks")
final class ReferenceNetworksTest {
  private static double rateHz(Network network, long seed, double warmUpMs, double ms) {
    Simulation simulation = Simulation.of(network, Seeds.of(seed));
    Activity activity = simulation.observe("E");
    simulation.runMs(warmUpMs);
    activity.clear();
    simulation.runMs(ms);
    return activity.rateHz();
  }

  @Test
  void bretteNetworksHaveEightyTargetsANeuron() {
    Network coba = BretteNetworks.conductance(Conductances.Method.EULER);
    assertEquals(4_000L, coba.neurons());
    assertEquals(320_000, coba.expectedSynapses(), 1e-6);
    long synapses = Simulation.of(coba, Seeds.of(1)).synapses();
    assertEquals(320_000.0, (double) synapses, 4 * Math.sqrt(320_000 * 0.98));
  }

  /// Sixteen networks in Brian2 2.9.0 and NEST 3.10.0 fire at 19.50 Hz with a standard deviation of
  /// 1.12 over networks: the mean of four lies within three of its own standard deviations.
  @Test
  void cobaFiresAsInBrianAndNest() {
    assertEquals(
        19.5, meanRateHz(BretteNetworks.conductance(Conductances.Method.EULER)), 3 * 1.12 / 2);
  }

  /// Twelve networks there fire at 5.55 Hz with a standard deviation of 0.21.
  @Test
  void cubaFiresAsInBrianAndNest() {
    assertEquals(5.55, meanRateHz(BretteNetworks.current()), 3 * 0.21 / 2);
  }

  private static double meanRateHz(Network network) {
    double sum = 0;
    for (int seed = 1; seed <= 4; seed++) {
      sum += rateHz(network, seed, 500, 1_000);
    }
    return sum / 4;
  }

  /// Siegert's formula gives 32.03 Hz for these parameters, and 37.95 with the reset of the paper;
  /// five networks in NEST 3.10.0 fire at 32.1 Hz, with a standard deviation of 0.07 in a second:
  /// three of those in a fifth of a second are 0.5.
  @Test
  void brunelFiresAsItsMeanFieldSays() {
    Network network = BrunelNetwork.ofPrograms().network();
    assertEquals(12_500, network.neurons());
    assertEquals(15_625_000, network.expectedSynapses(), 1e-6);
    assertEquals(20_000, BrunelNetwork.ofPrograms().outsideHz(), 1e-9);
    assertEquals(32.03, BrunelNetwork.ofPrograms().meanFieldHz(), 0.01);
    assertEquals(37.95, BrunelNetwork.ofPaper().meanFieldHz(), 0.01);
    assertEquals(32.1, rateHz(network, 1, 100, 200), 0.5);
  }

  @Test
  void brunelOfThePaperFiresMore() {
    BrunelNetwork small = new BrunelNetwork(2_000, 5, 2, 10);
    BrunelNetwork reset = new BrunelNetwork(2_000, 5, 2, 0);
    double difference = rateHz(small.network(), 1, 100, 200) - rateHz(reset.network(), 1, 100, 200);
    assertEquals(37.95 - 32.03, difference, 2);
  }

  /// A neuron that is pulled to u fires every 2 ms + 20 ms ln((u - reset) / (u - 20 mV)), and what
  /// fires at r pulls to 40 mV - r / 2 s mV at eta 2; at eta 1 nothing reaches the threshold.
  @Test
  void withoutNoiseAClosedFormIsSolved() {
    for (double reset : new double[] {0, 10}) {
      BrunelNetwork network = new BrunelNetwork(10_000, 5, 2, reset);
      double rate = network.noiselessHz();
      double pull = 40 - rate / 2;
      assertEquals(pull, network.pullMv(rate), 1e-9);
      double interval = 2 + 20 * StrictMath.log((pull - reset) / (pull - 20));
      assertEquals(1000 / interval, rate, 1e-6);
      assertTrue(rate < network.meanFieldHz());
    }
    assertEquals(0.0, new BrunelNetwork(10_000, 5, 1, 10).noiselessHz(), 0.0);
  }

  @Test
  void theMicrocircuitHasItsPublishedNumbers() {
    Network full = Microcircuit.full().network();
    assertEquals(77_169, full.neurons());
    assertEquals(3e8, full.expectedSynapses(), 0.02e8);
    assertEquals(55, full.projections().size());
    Projection recurrent = full.projections().getFirst();
    double pairs = 20_683.0 * 20_683;
    double joined =
        1
            - StrictMath.exp(
                (double) ((FixedTotalNumber) recurrent.rule()).count()
                    * StrictMath.log1p(-1 / pairs));
    assertEquals(0.1009, joined, 1e-6);
    assertEquals(87.81, 0.15 * Microcircuit.currentPerMv(), 0.01);
  }

  /// Rates of five networks of that size in NEST 3.10.0; each within a fifth, since half a second
  /// of one network is measured. Those of the whole column are up to 1.9 times as high.
  @Test
  void theMicrocircuitAtATenthFiresAsInNest() {
    double[] nest = {0.484, 2.110, 3.968, 5.010, 6.566, 7.746, 0.872, 6.888};
    Network network = Microcircuit.scaled(0.1).network();
    assertEquals(7_717.0, (double) network.neurons(), 4);
    Simulation simulation = Simulation.of(network, Seeds.of(1));
    assertEquals(full() * 0.01, (double) simulation.synapses(), 100);
    Activity[] activities =
        Microcircuit.names().stream().map(simulation::observe).toArray(Activity[]::new);
    simulation.runMs(300);
    for (Activity activity : activities) {
      activity.clear();
    }
    simulation.runMs(500);
    for (int p = 0; p < activities.length; p++) {
      assertEquals(nest[p], activities[p].rateHz(), 0.2 * nest[p], Microcircuit.names().get(p));
    }
  }

  private static double full() {
    return Microcircuit.full().network().expectedSynapses();
  }

  /// The weight brings the potential to 0.14 mV; outside input alone is 1.685 of the threshold.
  @Test
  void theLearningBenchmarkHasItsPublishedNumbers() {
    LearningBenchmark benchmark = new LearningBenchmark(1, true);
    Network network = benchmark.network();
    assertEquals(11_250, network.neurons());
    assertEquals(11_250.0 * 11_250, network.expectedSynapses(), 1e-3);
    double charge = LearningBenchmark.weightPa() * StrictMath.E * 0.3258272240372284;
    double mean = LearningBenchmark.outsideHz() / 1000 * charge * 10 / 250;
    assertEquals(1.685 * 20, mean, 1e-9);
    for (double later : new double[] {-0.01, 0.01}) {
      assertTrue(
          LearningBenchmark.potentialPerPa(1.700759 + later) < 0.14 / LearningBenchmark.weightPa());
    }
  }

  /// Potentiation `w^0.4 15 ms` and depression `0.0513 w 30 ms` cancel at 44.5 pA, near which
  /// weights begin; without depression only growth is left.
  @Test
  void weightsOfTheLearningBenchmarkBeginNearTheirRest() {
    double rest = StrictMath.pow(15 / (0.0513 * 30), 1 / 0.6);
    assertEquals(44.5, rest, 0.05);
    assertEquals(rest, LearningBenchmark.weightPa(), 0.03 * rest);
    PairStdp rule = LearningBenchmark.rule(0.0513);
    SpikeTraces traces = rule.poisson(10, 10);
    double grows = rule.changeAtPost(rest, traces);
    assertEquals(0, grows + rule.changeAtPre(rest, traces), 1e-9 * grows);
    assertEquals(0, LearningBenchmark.rule(0).changeAtPre(rest, traces), 0);
  }

  @Test
  void sharesAreRefusedOutsideTheirRange() {
    assertEquals(
        "population must be one of " + Microcircuit.names() + ", was 'L1'",
        assertThrows(IllegalArgumentException.class, () -> Microcircuit.expectedHz("L1"))
            .getMessage());
    assertEquals(
        "synapses must be in (0, 1], was 0.0",
        assertThrows(IllegalArgumentException.class, () -> new Microcircuit(1, 0, true))
            .getMessage());
    assertEquals(
        "excitatory must be a multiple of 4 from 1000 on, was 999",
        assertThrows(IllegalArgumentException.class, () -> new BrunelNetwork(999, 5, 2, 0))
            .getMessage());
  }
}
