// SPDX-License-Identifier: Apache-2.0
package engram.spiking;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.error.MachineCannotException;
import engram.error.NumericalException;
import engram.neuron.StochasticNeuron;
import engram.neuron.lif.Firing;
import engram.neuron.lif.LifDelta;
import engram.neuron.lif.LifExponential;
import engram.neuron.lif.Membrane;
import engram.neuron.lif.SynapticTimes;
import engram.random.Seeds;
import engram.spiking.connect.AllToAll;
import engram.spiking.connect.Distribution;
import engram.spiking.connect.FixedInDegree;
import engram.spiking.connect.ListedPairs;
import engram.spiking.connect.OneToOne;
import engram.spiking.drive.ConstantDrive;
import engram.spiking.drive.NoiseDrive;
import engram.spiking.drive.Onto;
import engram.spiking.drive.PoissonDrive;
import engram.spiking.drive.Port;
import engram.spiking.drive.ReplayDrive;
import engram.spiking.drive.Window;
import engram.spiking.record.Activity;
import engram.spiking.record.SpikeRecord;
import engram.spiking.record.SpikeRecorder;
import engram.spiking.record.StateProbe;
import org.junit.jupiter.api.Test;

/// Runs against closed forms: when a driven neuron fires, when a spike arrives, what a drive gives.
final class SimulationTest {
  private static final LifDelta JUMPS = new LifDelta(new Membrane(1, 20, 0), new Firing(20, 0, 2));

  /// A current I fires the neuron every t_ref + tau ln((R I - reset) / (R I - threshold)).
  @Test
  void aDirectCurrentFiresAtTheTimesOfTheClosedForm() {
    LifExponential cell =
        new LifExponential(
            new Membrane(250, 10, -65), new Firing(-50, -65, 2), new SynapticTimes(0.5, 0.5));
    double current = 500;
    Network network =
        Network.at(0.1)
            .with(Population.of("E", 1, cell))
            .with(new ConstantDrive(Onto.all("E", "current"), current));
    Simulation simulation = Simulation.of(network, Seeds.of(1));
    SpikeRecorder recorder = simulation.recordSpikes("E");
    simulation.run(2_000);
    double rise = 10 * StrictMath.log(20.0 / (20 - 15));
    long first = (long) Math.ceil(rise / 0.1) - 1;
    long period = (long) Math.ceil(rise / 0.1) + 20;
    SpikeRecord spikes = recorder.spikes();
    assertTrue(spikes.count() > 8);
    for (int k = 0; k < spikes.count(); k++) {
      assertEquals(first + k * period, spikes.step(k), "spike " + k);
    }
  }

  /// A spike of step t moves the potential at the end of step t + delay, not before.
  @Test
  void aSpikeArrivesItsDelayLater() {
    for (int delay : new int[] {1, 2, 15, 63, 64, 300}) {
      Network network =
          Network.at(0.1)
              .with(Population.of("A", 1, JUMPS))
              .with(Population.of("B", 1, JUMPS))
              .with(
                  Projection.of("A", "B", new OneToOne(), Synapse.of("potential", 5, delay * 0.1)))
              .with(
                  ReplayDrive.of(
                      Onto.all("A", "potential"),
                      new long[] {40},
                      new int[] {0},
                      new float[] {25}));
      for (int part : new int[] {1, 7, 500}) {
        Simulation simulation = Simulation.of(network, Seeds.of(1));
        StateProbe probe = simulation.probe("B", "v", 1);
        SpikeRecorder recorder = simulation.recordSpikes("A");
        for (int step = 0; step < 490; step += part) {
          simulation.run(part);
        }
        assertEquals(40, recorder.spikes().step(0));
        float[] v = probe.trace(0);
        assertEquals(0, v[40 + delay - 1], "before, delay " + delay + " part " + part);
        assertEquals(5, v[40 + delay], 1e-6, "at arrival, delay " + delay + " part " + part);
      }
    }
  }

  /// Whatever falls into the refractory time is lost; the step after it is the first that counts.
  @Test
  void aRefractoryNeuronIsHeld() {
    Network network =
        Network.at(0.1)
            .with(Population.of("A", 1, JUMPS))
            .with(
                ReplayDrive.of(
                    Onto.all("A", "potential"),
                    new long[] {10, 11, 30, 31},
                    new int[4],
                    new float[] {25, 9, 9, 9}));
    Simulation simulation = Simulation.of(network, Seeds.of(1));
    StateProbe probe = simulation.probe("A", "v", 1);
    simulation.run(40);
    float[] v = probe.trace(0);
    for (int step = 10; step <= 30; step++) {
      assertEquals(0, v[step], "step " + step);
    }
    assertEquals(9, v[31], 1e-6);
  }

  @Test
  void drivesHaveTheMomentsTheyPromise() {
    Network network =
        Network.at(0.5)
            .with(Population.of("P", 200, new StochasticNeuron(0)))
            .with(Population.of("N", 200, new StochasticNeuron(0.03)))
            .with(new PoissonDrive(Onto.all("P", "probability"), 40, 1));
    Simulation simulation = Simulation.of(network, Seeds.of(2));
    Activity poisson = simulation.observe("P");
    Activity source = simulation.observe("N");
    simulation.run(4_000);
    double n = 200.0 * 4_000;
    double p = 1 - StrictMath.exp(-0.02);
    assertEquals(p, poisson.spikes() / n, 4 * Math.sqrt(p * (1 - p) / n));
    assertEquals(0.03, source.spikes() / n, 4 * Math.sqrt(0.03 * 0.97 / n));
    assertEquals(source.spikes() / n * 2_000, source.rateHz(), 1e-9);
    assertEquals(Math.sqrt(1 - 0.03), source.meanCv(), 0.03);
  }

  @Test
  void noiseIsNormal() {
    LifDelta still = new LifDelta(new Membrane(1, 1e-3, 0), new Firing(1e9, -1e9, 0));
    Network network =
        Network.at(1)
            .with(Population.of("A", 500, still))
            .with(new NoiseDrive(Onto.all("A", "potential"), 2, 3, new Window(10, 1e9)));
    Simulation simulation = Simulation.of(network, Seeds.of(2));
    StateProbe probe = simulation.probe("A", "v", 1);
    simulation.run(410);
    double sum = 0;
    double squares = 0;
    double fourth = 0;
    int n = 0;
    for (int i = 0; i < 500; i++) {
      float[] v = probe.trace(i);
      assertEquals(0, v[9]);
      for (int t = 10; t < v.length; t++, n++) {
        double z = (v[t] - 2) / 3;
        sum += z;
        squares += z * z;
        fourth += z * z * z * z;
      }
    }
    assertEquals(0, sum / n, 4 / Math.sqrt(n));
    assertEquals(1, squares / n, 4 * Math.sqrt(2.0 / n));
    assertEquals(3, fourth / n, 4 * Math.sqrt(96.0 / n));
  }

  @Test
  void aPortGivesWhatIsSetAndWhoFiredIsSaid() {
    Network network =
        Network.at(1)
            .with(Population.of("A", 5, JUMPS))
            .with(new Port(Onto.all("A", "potential").neurons(1, 4)));
    Simulation simulation = Simulation.of(network, Seeds.of(1));
    Spikes spikes = simulation.step(Stimulus.of(new float[] {0, 30, 30}));
    assertArrayEquals(new int[] {2, 3}, spikes.neurons().getFirst());
    assertEquals(0, spikes.step());
    simulation.run(2);
    spikes = simulation.step(Stimulus.none());
    assertArrayEquals(new int[] {2, 3}, spikes.neurons().getFirst());
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> simulation.step(Stimulus.of(new float[] {0, 30})));
    assertEquals(
        "values of a port must be one for each of its 3 neurons, was 2", refused.getMessage());
  }

  @Test
  void whatIsNoNumberIsReportedWithNeuronAndStep() {
    Network network =
        Network.at(0.1)
            .with(Population.of("A", 40, JUMPS))
            .with(
                ReplayDrive.of(
                    Onto.all("A", "potential"),
                    new long[] {7},
                    new int[] {23},
                    new float[] {Float.NaN}));
    Simulation simulation = Simulation.of(network, Seeds.of(1));
    NumericalException error = assertThrows(NumericalException.class, () -> simulation.run(20));
    assertEquals(
        "variable v of neuron 23 of population A must be a number, was NaN at step 7",
        error.getMessage());
  }

  @Test
  void whatDoesNotFitIntoMemoryIsRefusedBeforeItIsBuilt() {
    Network network =
        Network.at(0.1)
            .with(Population.of("A", 3_000_000, JUMPS))
            .with(Projection.of("A", "A", new AllToAll(true), Synapse.of("potential", 0.1, 1)));
    MachineCannotException error =
        assertThrows(MachineCannotException.class, () -> Simulation.of(network, Seeds.of(1)));
    assertTrue(
        String.valueOf(error.getMessage())
            .startsWith("network of 3000000 neurons and about 9.00e+12 synapses"),
        error.getMessage());
  }

  @Test
  void aNetworkRefusesWhatDoesNotFitTogether() {
    Network network = Network.at(0.1).with(Population.of("A", 4, JUMPS));
    refuses("dtMs must be above 0 and finite, was 0.0", () -> Network.at(0));
    refuses(
        "population must be one of [A], was 'B'",
        () ->
            network.with(
                Projection.of("A", "B", new FixedInDegree(1), Synapse.of("potential", 1, 1))));
    refuses(
        "receptor must be one of [potential, current], was 'excitatory'",
        () ->
            network.with(
                Projection.of("A", "A", new FixedInDegree(1), Synapse.of("excitatory", 1, 1))));
    refuses(
        "name of a population must be new in its network, was 'A' again",
        () -> network.with(Population.of("A", 4, JUMPS)));
    refuses(
        "variable must be one of [v], was 'u'",
        () -> Population.of("B", 1, JUMPS).starting("u", Distribution.constant(1)));
    refuses("size of B must be 1 or more, was 0", () -> Population.of("B", 0, JUMPS));
  }

  private static void refuses(String message, Runnable what) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, what::run).getMessage());
  }

  @Test
  void pairsOfAListReachTheirTargets() {
    Network network =
        Network.at(1)
            .with(Population.of("A", 3, JUMPS))
            .with(
                Projection.of(
                    "A",
                    "A",
                    ListedPairs.of(new int[] {0, 0, 1}, new int[] {1, 2, 2}),
                    new Synapse(
                        "potential", Distribution.each(30, 1, 30), Distribution.each(2, 3, 4))))
            .with(
                ReplayDrive.of(
                    Onto.all("A", "potential"), new long[] {0}, new int[] {0}, new float[] {30}));
    Simulation simulation = Simulation.of(network, Seeds.of(1));
    SpikeRecorder recorder = simulation.recordSpikes("A");
    simulation.run(20);
    SpikeRecord spikes = recorder.spikes();
    assertEquals(3, spikes.count());
    assertEquals(0, spikes.step(0));
    assertEquals(2, spikes.step(1));
    assertEquals(6, spikes.step(2));
    assertArrayEquals(new double[] {7}, spikes.trainsMs()[2]);
    assertEquals(1L << 6, spikes.bits(0, 20)[2]);
    assertEquals(2, spikes.between(1, 20).count());
  }
}
