// SPDX-License-Identifier: Apache-2.0
package engram.spiking;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.error.MachineCannotException;
import engram.error.NumericalException;
import engram.kernel.Workers;
import engram.neuron.Izhikevich;
import engram.neuron.NeuronModel;
import engram.neuron.StochasticNeuron;
import engram.neuron.lif.AdaptiveExponential;
import engram.neuron.lif.Conductances;
import engram.neuron.lif.Firing;
import engram.neuron.lif.LifAlpha;
import engram.neuron.lif.LifConductance;
import engram.neuron.lif.LifDelta;
import engram.neuron.lif.LifExponential;
import engram.neuron.lif.Membrane;
import engram.neuron.lif.SynapticTimes;
import engram.plasticity.spike.PairWindow;
import engram.random.Seeds;
import engram.spiking.connect.AllToAll;
import engram.spiking.connect.Connectivity;
import engram.spiking.connect.DistanceDependent;
import engram.spiking.connect.Distribution;
import engram.spiking.connect.FixedInDegree;
import engram.spiking.connect.ListedPairs;
import engram.spiking.connect.OneToOne;
import engram.spiking.connect.PairwiseBernoulli;
import engram.spiking.drive.NoiseDrive;
import engram.spiking.drive.Onto;
import engram.spiking.drive.PoissonDrive;
import engram.spiking.drive.ReplayDrive;
import engram.spiking.drive.Window;
import engram.spiking.learn.Learning;
import engram.spiking.record.SpikeRecorder;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a network cannot be, and what happens to a run that goes wrong, each with its words.
final class RefusalsTest {
  private static final Membrane MEMBRANE = new Membrane(200, 20, -60);
  private static final Firing FIRING = new Firing(-50, -60, 2);
  private static final SynapticTimes TIMES = new SynapticTimes(5, 10);
  private static final LifDelta JUMPS = new LifDelta(new Membrane(1, 20, 0), new Firing(20, 0, 2));

  private static Network delayed(Connectivity rule, Distribution delayMs) {
    return Network.at(0.1)
        .with(Population.of("A", 2, JUMPS))
        .with(
            Projection.of(
                "A", "A", rule, new Synapse("potential", Distribution.constant(25), delayMs)));
  }

  @Test
  void timeConstantsMustBeAboveZero() {
    refuses("tauMs must be above 0 and finite, was -20.0", () -> new Membrane(200, -20, -60));
    refuses("tauMs must be above 0 and finite, was NaN", () -> new Membrane(200, Double.NaN, 0));
    refuses("excitatoryMs must be above 0 and finite, was 0.0", () -> new SynapticTimes(0, 1));
    refuses("inhibitoryMs must be above 0 and finite, was -1.0", () -> new SynapticTimes(1, -1));
    refuses(
        "tauSynapseMs must be above 0 and finite, was 0.0", () -> AdaptiveExponential.ofAuthors(0));
    refuses(
        "tauMs must be above 0 and finite, was 0.0",
        () -> new AdaptiveExponential.Adaptation(4, 80, 0));
    refuses("postTauMs must be finite and above 0, was -20.0", () -> new PairWindow(1, 1, 20, -20));
  }

  @Test
  void aResetMustBeBelowTheThreshold() {
    refuses(
        "resetMv must be below the threshold of -50.0, was -40.0", () -> new Firing(-50, -40, 2));
    refuses("resetMv must be finite, was NaN", () -> new Firing(-50, Double.NaN, 2));
  }

  @Test
  void probabilitiesMustBeAtMostOneAndNotNegative() {
    refuses("probability must be in [0, 1], was -0.1", () -> new PairwiseBernoulli(-0.1));
    refuses("probability must be in [0, 1], was 1.01", () -> new PairwiseBernoulli(1.01));
    refuses("probability must be in [0, 1], was NaN", () -> new PairwiseBernoulli(Double.NaN));
    refuses("probability must be in [0, 1], was -0.5", () -> new StochasticNeuron(-0.5));
    refuses(
        "peak must be in [0, 1], was -0.1",
        () -> new DistanceDependent.Profile(DistanceDependent.Shape.GAUSSIAN, -0.1, 1));
  }

  private static void refusesDelay(String message, Distribution delayMs) {
    refuses(message, () -> delayed(new FixedInDegree(1), delayMs));
  }

  @Test
  void delaysOutsideTheRingAreRefused() {
    String range = "delayMs of A to A must be in [0.100000, 6553.50], was ";
    refusesDelay(range + "0.05", Distribution.constant(0.05));
    refusesDelay(range + "0.0", Distribution.constant(0));
    refusesDelay(range + "-1.5", Distribution.constant(-1.5));
    refusesDelay(range + "6553.6", Distribution.constant(6553.6));
    refusesDelay(range + "0.05", Distribution.uniform(0.05, 1));
    refusesDelay(range + "7000.0", Distribution.uniform(0.5, 7000));
    refusesDelay(range + "7000.0", Distribution.normal(7000, 0));
    refuses(
        range + "9000.0",
        () ->
            delayed(
                ListedPairs.of(new int[] {0, 0}, new int[] {0, 1}), Distribution.each(1, 9000)));
    refuses(
        "bounds of delayMs of A to A must be inside [0.100000, 6553.50], was [-Infinity, Infinity]",
        () -> delayed(new FixedInDegree(1), Distribution.normal(1.5, 0.7)));
  }

  /// The longest delay that is accepted arrives, beside the shortest.
  @Test
  void theLongestDelayArrives() {
    int longest = Character.MAX_VALUE;
    Network network =
        delayed(
                ListedPairs.of(new int[] {0, 0}, new int[] {0, 1}),
                Distribution.each(longest * 0.1, 0.1))
            .with(
                ReplayDrive.of(
                    Onto.all("A", "potential"), new long[] {5}, new int[] {0}, new float[] {25}));
    Simulation simulation = Simulation.of(network, Seeds.of(1));
    SpikeRecorder recorder = simulation.recordSpikes("A");
    simulation.run(longest + 7);
    assertEquals(4, recorder.spikes().count());
    assertEquals(5, recorder.spikes().step(0));
    assertEquals(6, recorder.spikes().step(1));
    assertEquals(5 + longest, recorder.spikes().step(2));
    assertEquals(6 + longest, recorder.spikes().step(3));
  }

  /// Whatever variable stops being a number, the neuron is named before it can send anything, by a
  /// run on one thread and on several.
  @Test
  void whatIsNoNumberIsNamedWhateverTheModel() {
    List<NeuronModel> models =
        List.of(
            JUMPS,
            new LifExponential(MEMBRANE, FIRING, TIMES),
            new LifConductance(
                Membrane.leaking(200, 10, -60),
                FIRING,
                new Conductances(TIMES, 0, -80, Conductances.Method.EULER)),
            new LifConductance(
                Membrane.leaking(200, 10, -60),
                FIRING,
                new Conductances(TIMES, 0, -80, Conductances.Method.EXPONENTIAL_EULER)),
            new LifAlpha(MEMBRANE, FIRING, TIMES),
            AdaptiveExponential.ofAuthors(5),
            Izhikevich.regularSpiking(5));
    for (NeuronModel model : models) {
      for (int variable = 0; variable < model.variables().size(); variable++) {
        String name = model.variables().get(variable).name();
        for (int threads = 1; threads <= 3; threads++) {
          try (Workers workers = Workers.of(threads)) {
            names(model, name, workers);
          }
        }
      }
    }
  }

  private static void names(NeuronModel model, String variable, Workers workers) {
    Network network = Network.at(0.1).with(Population.of("A", 37, model));
    Simulation simulation = Simulation.of(network, Seeds.of(1), workers);
    simulation.run(3);
    float[] values = simulation.variable("A", variable);
    values[35] = Float.NaN;
    simulation.setVariable("A", variable, values);
    String what = model + " " + variable + " on " + workers.count();
    NumericalException error =
        assertThrows(NumericalException.class, () -> simulation.run(40), what);
    String message = String.valueOf(error.getMessage());
    assertTrue(
        message.matches(
            "variable v of neuron 35 of population A must be a number, was NaN at step [34]"),
        what + ": " + message);
  }

  /// No machine could build this one, so it is refused before.
  @Test
  void aNetworkLargerThanMemoryIsRefusedWithTheFigureBeforeItIsBuilt() {
    Synapse synapse = Synapse.of("potential", 0.1, 1);
    Network network =
        Network.at(0.1)
            .with(Population.of("A", 3_000_000, JUMPS))
            .with(Projection.of("A", "A", new AllToAll(true), synapse));
    MachineCannotException error =
        assertThrows(MachineCannotException.class, () -> Simulation.of(network, Seeds.of(1)));
    String message = String.valueOf(error.getMessage());
    double needed = (2 * 9e12 + (40 + 4 + 4 * 10) * 3e6) / (1 << 20);
    assertTrue(
        message.matches(
            "network of 3000000 neurons and about 9\\.00e\\+12 synapses needs about %.0f MiB, of"
                    .formatted(needed)
                + " which \\d+ are free: give Java more with -Xmx, or make it smaller"),
        message);
  }

  /// What is on its way takes memory too: a number a neuron and step of the longest delay.
  @Test
  void longDelaysOfManyNeuronsAreRefusedWithTheFigure() {
    Distribution delay = Distribution.normal(5_000, 100).within(1, 6_000);
    Network network =
        Network.at(0.1)
            .with(Population.of("A", 400_000, JUMPS))
            .with(
                Projection.of(
                    "A",
                    "A",
                    new OneToOne(),
                    new Synapse("potential", Distribution.constant(1), delay)));
    MachineCannotException error =
        assertThrows(MachineCannotException.class, () -> Simulation.of(network, Seeds.of(1)));
    double needed = (4 * 56_000.0 + 2 + 2 + 4 + 40) * 400_000 / (1 << 20);
    String message = String.valueOf(error.getMessage());
    assertTrue(message.contains("needs about %.0f MiB".formatted(needed)), message);
  }

  @Test
  void drivesRefuseWhatTheyCannotGive() {
    Onto onto = Onto.all("A", "potential");
    refuses("rateHz must be 0 or more and finite, was -1.0", () -> new PoissonDrive(onto, -1, 1));
    refuses("weight must be finite, was NaN", () -> new PoissonDrive(onto, 1, Double.NaN));
    refuses(
        "mean must be finite, was Infinity",
        () -> new NoiseDrive(onto, Double.POSITIVE_INFINITY, 1, Window.ALWAYS));
    refuses(
        "standardDeviation must be 0 or more and finite, was -2.0",
        () -> new NoiseDrive(onto, 0, -2, Window.ALWAYS));
    refuses("neurons must be a range from 0 or more, was [5, 2)", () -> onto.neurons(5, 2));
    refuses("window must be a range from 0 ms or more, was [9.0, 1.0)", () -> new Window(9, 1));
    refuses(
        "steps must be from 0 on and not fall, was -1 at event 0",
        () -> ReplayDrive.of(onto, new long[] {-1}, new int[1], new float[1]));
    refuses(
        "steps must be from 0 on and not fall, was 3 at event 1",
        () -> ReplayDrive.of(onto, new long[] {4, 3}, new int[2], new float[2]));
    refuses(
        "neurons and amounts must be as many as the 1 steps, was 2 and 1",
        () -> ReplayDrive.of(onto, new long[1], new int[2], new float[1]));
    refuses(
        "rows must be of one length, 2, was 1 at step 1",
        () -> ReplayDrive.frozen(onto, new float[][] {{1, 2}, {1}}));
  }

  @Test
  void synapsesThatChangeRefuseWhatTheyCannotBe() {
    refuses("use must be in (0, 1], was 0.0", () -> new Learning.ShortTerm(0, 100, 0));
    refuses(
        "recoveryMs must be above 0 and finite, was 0.0", () -> new Learning.ShortTerm(0.5, 0, 0));
    refuses(
        "facilitationMs must be 0 or more and finite, was -1.0",
        () -> new Learning.ShortTerm(0.5, 100, -1));
  }

  @Test
  void aRunRefusesWhatItCannotDo() {
    refuses(
        "populations must be at least one, was none",
        () -> Simulation.of(Network.at(0.1), Seeds.of(1)));
    Network network =
        Network.at(0.1)
            .with(Population.of("A", 2, JUMPS))
            .with(Projection.of("A", "A", new OneToOne(), Synapse.of("potential", 1, 1)));
    Simulation simulation = Simulation.of(network, Seeds.of(1));
    refuses("steps must be 0 or more, was -1", () -> simulation.run(-1));
    refuses("ms must be at least 0 and finite, was NaN", () -> simulation.runMs(Double.NaN));
    refuses("ms must be at least 0 and finite, was -1.0", () -> simulation.runMs(-1));
    double without = Double.POSITIVE_INFINITY;
    refuses("ms must be at least 0 and finite, was Infinity", () -> simulation.runMs(without));
    refuses("weight must be finite, was NaN", () -> Synapse.of("potential", Double.NaN, 1));
    refuses("delayMs must be finite, was NaN", () -> Synapse.of("potential", 1, Double.NaN));
    refuses("population must be one of [A], was 'B'", () -> simulation.recordSpikes("B"));
    refuses("everySteps must be at least 1, was 0", () -> simulation.probe("A", "v", 0));
    refuses("neurons must ascend in [0, 1], was [1, 0]", () -> simulation.probe("A", "v", 1, 1, 0));
    refuses("variable must be one of [v], was 'u'", () -> simulation.variable("A", "u"));
    refuses(
        "values of v must be one for each of 2 neurons, was 3",
        () -> simulation.setVariable("A", "v", new float[3]));
    refuses(
        "projection must be one of [A to A], was 'B to A'",
        () -> simulation.visitSynapses("B to A", (_, _, _, _) -> {}));
    refuses("amount must be finite, was NaN", () -> simulation.reward("A to A", Double.NaN));
    assertArrayEquals(new float[2], simulation.variable("A", "v"));
    assertEquals(0, simulation.stepsTaken());
  }

  private static void refuses(String message, Runnable what) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, what::run).getMessage());
  }
}
