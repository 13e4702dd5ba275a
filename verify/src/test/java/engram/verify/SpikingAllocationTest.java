// SPDX-License-Identifier: Apache-2.0
package engram.verify;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import engram.neuron.lif.Firing;
import engram.neuron.lif.LifDelta;
import engram.neuron.lif.Membrane;
import engram.random.Seeds;
import engram.spiking.Network;
import engram.spiking.Population;
import engram.spiking.Projection;
import engram.spiking.Simulation;
import engram.spiking.Synapse;
import engram.spiking.connect.FixedInDegree;
import engram.spiking.drive.Onto;
import engram.spiking.drive.PoissonDrive;
import engram.spiking.record.Activity;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/// Once lists have grown, steps of a spiking network take no memory.
final class SpikingAllocationTest {
  @Test
  void steadyStepsTakeNoMemory() {
    LifDelta cell = new LifDelta(new Membrane(1, 20, 0), new Firing(20, 0, 2));
    Network network =
        Network.at(0.1)
            .with(Population.of("E", 400, cell))
            .with(Projection.of("E", "E", new FixedInDegree(40), Synapse.of("potential", 0.1, 1.5)))
            .with(new PoissonDrive(Onto.all("E", "potential"), 20_000, 0.1));
    Simulation simulation = Simulation.of(network, Seeds.of(1));
    Activity activity = simulation.observe("E");
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    simulation.run(60_000);
    long least = Long.MAX_VALUE;
    for (int turn = 0; turn < 5; turn++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      simulation.run(10_000);
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertTrue(activity.spikes() > 1_000, "too few spikes to tell");
    assertTrue(least < 2_000, "10,000 steps took " + least + " bytes");
  }
}
