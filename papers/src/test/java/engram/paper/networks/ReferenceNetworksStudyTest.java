// SPDX-License-Identifier: Apache-2.0
package engram.paper.networks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import engram.neuron.lif.Firing;
import engram.neuron.lif.LifDelta;
import engram.neuron.lif.Membrane;
import engram.paper.Pages;
import engram.random.Seeds;
import engram.spiking.Network;
import engram.spiking.Population;
import engram.spiking.Simulation;
import engram.spiking.drive.ConstantDrive;
import engram.spiking.drive.Onto;
import org.junit.jupiter.api.Test;

/// The pages at a scale that the build can pay. What they find at small is the run's matter.
final class ReferenceNetworksStudyTest {
  private static final Pages PAGES = new Pages(new ReferenceNetworks());

  @Test
  void everyClaimFindsWhatItIsJudgedBy() {
    PAGES.everyClaimFindsWhatItIsJudgedBy();
    assertEquals(8, PAGES.claims());
    assertEquals(5, PAGES.study().experiments().size());
  }

  @Test
  void oneSeedGivesOneDigest() {
    PAGES.oneSeedGivesOneDigest();
  }

  @Test
  void sabotagedNothingPlainlyHolds() {
    PAGES.sabotagedNothingPlainlyHolds(5);
  }

  /// Neurons that a constant current brings to 30 mV fire as clocks, all at once, every `2 + 20
  /// ln(30 / 10)` ms.
  @Test
  void clocksHaveNoVariationAndFullCorrelation() {
    LifDelta cell = new LifDelta(new Membrane(1, 20, 0), new Firing(20, 0, 2));
    Network clocks =
        Network.at(0.1)
            .with(Population.of("E", 5, cell))
            .with(new ConstantDrive(Onto.all("E", "current"), 30 / 20.0));
    Simulation simulation = Simulation.of(clocks, Seeds.of(1));
    Reading found = Reading.of(simulation, new Setting(1, 100, 1000, true));
    assertEquals(1000 / (2 + 20 * StrictMath.log(3)), found.rateHz(), 1);
    assertEquals(0, found.cv(), 1e-6);
    assertEquals(1, found.correlation(), 1e-9);
  }
}
