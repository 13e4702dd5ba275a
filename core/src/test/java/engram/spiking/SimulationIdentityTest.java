// SPDX-License-Identifier: Apache-2.0
package engram.spiking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.error.DataCorruptException;
import engram.kernel.Workers;
import engram.neuron.Izhikevich;
import engram.neuron.lif.Firing;
import engram.neuron.lif.LifExponential;
import engram.neuron.lif.Membrane;
import engram.neuron.lif.SynapticTimes;
import engram.random.Seeds;
import engram.spiking.connect.Distribution;
import engram.spiking.connect.FixedInDegree;
import engram.spiking.connect.FixedOutDegree;
import engram.spiking.connect.PairwiseBernoulli;
import engram.spiking.drive.ConstantDrive;
import engram.spiking.drive.NoiseDrive;
import engram.spiking.drive.Onto;
import engram.spiking.drive.PoissonDrive;
import engram.spiking.drive.ReplayDrive;
import engram.spiking.drive.Window;
import engram.spiking.record.SpikeRecord;
import engram.spiking.record.SpikeRecorder;
import engram.state.Snapshot;
import org.junit.jupiter.api.Test;

/// What must not matter does not: workers, how a run is cut, whether it was stored in between.
final class SimulationIdentityTest {
  private static final int STEPS = 1_500;

  /// Unlike delays, weights that are drawn, three rules, four kinds of drive, two models.
  private static Network network() {
    LifExponential cell =
        new LifExponential(
            new Membrane(250, 10, -65), new Firing(-50, -65, 2), new SynapticTimes(0.5, 2));
    Distribution weight = Distribution.normal(80, 20);
    Distribution delay = new Distribution.Normal(1.5, 0.7, 0.3, 6);
    return Network.at(0.1)
        .with(Population.of("E", 403, cell).starting("v", Distribution.normal(-58, 5)))
        .with(Population.of("I", 101, cell).starting("v", Distribution.normal(-58, 5)))
        .with(Population.of("Z", 60, Izhikevich.regularSpiking(5)))
        .with(Population.of("few", 2, cell))
        .with(Projection.of("E", "few", new FixedInDegree(9), Synapse.of("excitatory", 90, 0.3)))
        .with(Projection.of("few", "E", new FixedInDegree(2), Synapse.of("excitatory", 90, 0.4)))
        .with(
            ReplayDrive.of(
                Onto.all("few", "current"), new long[] {9}, new int[] {1}, new float[] {5000}))
        .with(
            Projection.of(
                "E", "E", new PairwiseBernoulli(0.1), new Synapse("excitatory", weight, delay)))
        .with(
            Projection.of(
                "E", "I", new FixedOutDegree(20), new Synapse("excitatory", weight, delay)))
        .with(Projection.of("I", "E", new FixedInDegree(20), Synapse.of("inhibitory", -300, 0.8)))
        .with(Projection.of("E", "Z", new FixedInDegree(30), Synapse.of("synaptic", 1, 0.3)))
        .with(new PoissonDrive(Onto.all("E", "excitatory"), 9_000, 80))
        .with(new NoiseDrive(Onto.all("I", "current"), 300, 200, Window.ALWAYS))
        .with(
            new ConstantDrive(
                Onto.all("Z", "current").neurons(7, 50),
                Distribution.uniform(0, 6),
                new Window(20, 100)));
  }

  private static SpikeRecord[] run(Workers workers, long... parts) {
    Simulation simulation = Simulation.of(network(), Seeds.of(7), workers);
    SpikeRecorder[] recorders = {
      simulation.recordSpikes("E"), simulation.recordSpikes("I"), simulation.recordSpikes("Z")
    };
    for (long part : parts) {
      simulation.run(part);
    }
    SpikeRecord[] records = new SpikeRecord[recorders.length];
    for (int i = 0; i < records.length; i++) {
      records[i] = recorders[i].spikes();
    }
    return records;
  }

  @Test
  void workersAndPartsOfARunChangeNoSpike() {
    SpikeRecord[] one = run(Workers.one(), STEPS);
    for (SpikeRecord record : one) {
      assertTrue(record.count() > 50, "too few spikes to tell: " + record);
    }
    for (int threads : new int[] {2, 3, 4}) {
      try (Workers workers = Workers.of(threads)) {
        SpikeRecord[] more = run(workers, 1, 2, 700, STEPS - 703);
        for (int p = 0; p < one.length; p++) {
          assertEquals(one[p], more[p], "population " + p + " with " + threads + " workers");
        }
      }
    }
  }

  @Test
  void aRestoredStateGoesOnAsIfNothingHadHappened() {
    Simulation whole = Simulation.of(network(), Seeds.of(7));
    whole.run(700);
    Snapshot middle = whole.snapshot();
    whole.run(500);
    try (Workers workers = Workers.of(3)) {
      Simulation resumed = Simulation.of(network(), Seeds.of(7), workers);
      resumed.restore(middle);
      assertEquals(middle, resumed.snapshot());
      Simulation fork = resumed.fork();
      resumed.run(500);
      assertEquals(whole.snapshot(), resumed.snapshot());
      fork.run(500);
      assertEquals(whole.snapshot(), fork.snapshot());
    }
  }

  @Test
  void aStateOfAnotherNetworkIsRefusedAndChangesNothing() {
    Simulation simulation = Simulation.of(network(), Seeds.of(7));
    simulation.run(20);
    Snapshot before = simulation.snapshot();
    Snapshot other = Simulation.of(network(), Seeds.of(8)).snapshot();
    assertThrows(DataCorruptException.class, () -> simulation.restore(other));
    assertEquals(before, simulation.snapshot());
  }

  @Test
  void trialsShareSynapsesAndNothingElse() {
    Simulation origin = Simulation.of(network(), Seeds.of(7));
    Simulation one = origin.trial(Seeds.of(1));
    Simulation again = origin.trial(Seeds.of(1));
    Simulation other = origin.trial(Seeds.of(2));
    SpikeRecorder first = one.recordSpikes("E");
    SpikeRecorder second = again.recordSpikes("E");
    SpikeRecorder third = other.recordSpikes("E");
    try (Workers workers = Workers.of(2)) {
      Simulation[] batch = {one, again, other};
      workers.run(batch.length, i -> batch[i].run(600));
    }
    assertEquals(first.spikes(), second.spikes());
    assertNotEquals(first.spikes(), third.spikes());
    assertEquals(0, origin.stepsTaken());
  }
}
