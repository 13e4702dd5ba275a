// SPDX-License-Identifier: Apache-2.0
package engram.spiking.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.kernel.Doubles;
import engram.neuron.Izhikevich;
import engram.neuron.NeuronModel;
import engram.neuron.lif.Conductances;
import engram.neuron.lif.Firing;
import engram.neuron.lif.LifConductance;
import engram.neuron.lif.LifDelta;
import engram.neuron.lif.Membrane;
import engram.neuron.lif.SynapticTimes;
import engram.random.Seeds;
import engram.signal.spike.SpikeRaster;
import engram.signal.spike.distance.Coincidence;
import engram.source.FromPaper;
import engram.spiking.Network;
import engram.spiking.Population;
import engram.spiking.drive.Onto;
import engram.spiking.drive.PoissonDrive;
import engram.spiking.pool.PspmRule;
import engram.spiking.pool.PspmTrainer;
import engram.spiking.pool.PspmTraining;
import engram.spiking.pool.Scene;
import engram.spiking.pool.SynapseMask;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/// A net on the engine is the plain one in single precision, with noise and any delay beside; the
/// rule trains it.
@FromPaper(value = "pspm", at = "spec: continuous variants")
final class EngineNetworkTest {
  private static final double TAU_MS = -1 / Doubles.log(DiscreteLif.LEAK);
  private static final NeuronModel LIF =
      new LifDelta(new Membrane(1, TAU_MS, 0), new Firing(1, 0, 0));
  private static final NeuronModel CONDUCTANCES =
      new LifConductance(
          new Membrane(200, 20, -60),
          new Firing(-50, -60, 2),
          new Conductances(
              new SynapticTimes(5, 10), 0, -80, Conductances.Method.EXPONENTIAL_EULER));
  private static final ModelNetwork.Wiring JUMPS = ModelNetwork.Wiring.one("potential");
  private static final ModelNetwork.Wiring SYNAPSES =
      new ModelNetwork.Wiring("excitatory", "inhibitory", true, "excitatory");
  private static final Seeds SEEDS = Seeds.of(91);

  private static EngineNetwork engine(
      NeuronModel model, double dtMs, ModelNetwork.Wiring wiring, double[] x) {
    Network base = Network.at(dtMs).with(Population.of("cells", x.length, model));
    return new EngineNetwork(base, "cells", wiring, x, 1, SEEDS);
  }

  private static double[] filled(int n, double value) {
    double[] x = new double[n];
    Arrays.fill(x, value);
    return x;
  }

  /// Three nets in a row: discrete, plain in double precision, engine in single precision.
  @Test
  void exactIntegrateAndFireIsTheDiscreteNet() {
    Scene scene = Scene.of(40, 500, 0.05, 21);
    double[] x = new double[40];
    for (int i = 0; i < 40; i++) {
      x[i] = scene.net().inputWeight(i);
    }
    EngineNetwork net = engine(LIF, 1, JUMPS, x);
    assertEquals(scene.target(), net.replay(scene.truth(), scene.input()));
    assertEquals(scene.target(), net.driven(scene.truth(), scene.input(), scene.target()));
    assertEquals(
        new ModelNetwork(LIF, 1, JUMPS, x).driven(scene.first(), scene.input(), scene.target()),
        net.driven(scene.first(), scene.input(), scene.target()));
  }

  /// Neurons of other kinds, whose potentials round otherwise: nearly every spike in its step.
  @Test
  void otherNeuronsAreThoseOfThePlainNet() {
    likePlain(CONDUCTANCES, SYNAPSES, 10);
    likePlain(Izhikevich.regularSpiking(2), ModelNetwork.Wiring.one("synaptic"), 14);
  }

  private static void likePlain(NeuronModel model, ModelNetwork.Wiring wiring, double input) {
    int n = 30;
    ModelNetwork plain = new ModelNetwork(model, 0.5, wiring, filled(n, input));
    EngineNetwork engine = engine(model, 0.5, wiring, filled(n, input));
    RecurrentWeights weights = new ReferenceWeights(n, 1).draw(SEEDS.stream("truth"));
    SpikeRaster events = Scene.noise(n, 400, 0.1, SEEDS.stream("input"));
    SpikeRaster expected = plain.replay(weights, events);
    assertTrue(expected.count() > 100, "spikes " + expected.count());
    double like = sameSteps(expected, engine.replay(weights, events));
    assertTrue(like > 0.99, model + ": " + like);
    double taught =
        sameSteps(
            plain.driven(weights, events, expected), engine.driven(weights, events, expected));
    assertTrue(taught > 0.99, model + " under a teacher: " + taught);
  }

  private static double sameSteps(SpikeRaster first, SpikeRaster second) {
    return Coincidence.of(first, second, 0, Coincidence.Matching.STRICT).f1();
  }

  /// With its own spikes for a teacher a net does what it does freely, whatever the delay; and
  /// noise is the same in every run.
  @Test
  void ownTeacherChangesNothing() {
    int n = 30;
    Network base =
        Network.at(1)
            .with(Population.of("cells", n, LIF))
            .with(Population.of("others", 5, LIF))
            .with(new PoissonDrive(Onto.all("cells", "potential"), 20, 0.3));
    Scene scene = Scene.of(n, 300, 0.05, 92);
    for (int delay : new int[] {1, 4}) {
      EngineNetwork net = new EngineNetwork(base, "cells", JUMPS, filled(n, 0.6), delay, SEEDS);
      SpikeRaster run = net.replay(scene.truth(), scene.input());
      assertEquals(run, net.replay(scene.truth(), scene.input()));
      assertTrue(sameSteps(run, net.driven(scene.truth(), scene.input(), run)) > 0.99);
    }
  }

  /// Spikes that are not matched, before and after: a quarter fewer at least.
  @Test
  void ruleTrainsNetsOfTheEngine() {
    learns(CONDUCTANCES, SYNAPSES, 10);
    learns(Izhikevich.regularSpiking(2), ModelNetwork.Wiring.one("synaptic"), 14);
  }

  private static void learns(NeuronModel model, ModelNetwork.Wiring wiring, double input) {
    int n = 30;
    EngineNetwork net = engine(model, 0.5, wiring, filled(n, input));
    ReferenceWeights law = new ReferenceWeights(n, 1);
    SpikeRaster events = Scene.noise(n, 600, 0.1, SEEDS.stream("input"));
    SpikeRaster target = net.replay(law.draw(SEEDS.stream("truth")), events);
    PspmRule rule =
        PspmRule.local()
            .with(new PspmRule.Window(2, 10))
            .with(new PspmRule.Step(0.5, 0.03, 1, false));
    PspmTraining training =
        new PspmTrainer(net, rule, SynapseMask.allToAll(n), SEEDS)
            .begin(law.draw(SEEDS.stream("first")), events, target);
    double before = 1 - training.run(1).matches().f1();
    training.run(60);
    double after = 1 - training.bestSimilarity();
    assertTrue(before > 0.1 && after < 0.75 * before, model + ": " + before + ", then " + after);
  }

  @Test
  void refusesWhatIsNoNet() {
    Network base = Network.at(1).with(Population.of("cells", 2, LIF));
    refuses(
        "inputWeights must be one for each of 2 neurons, was 3",
        () -> new EngineNetwork(base, "cells", JUMPS, new double[3], 1, SEEDS));
    refuses(
        "inputWeights must be finite, was NaN at neuron 1",
        () -> new EngineNetwork(base, "cells", JUMPS, new double[] {1, Double.NaN}, 1, SEEDS));
    refuses(
        "delaySteps must be 1 or more, was 0",
        () -> new EngineNetwork(base, "cells", JUMPS, new double[2], 0, SEEDS));
    EngineNetwork net = new EngineNetwork(base, "cells", JUMPS, new double[2], 1, SEEDS);
    refuses(
        "weights must be of 2 neurons, was 3",
        () -> net.replay(RecurrentWeights.none(3), new SpikeRaster(2, 4)));
    refuses(
        "teacher must be 2 x 4, was 2 x 5",
        () -> net.driven(RecurrentWeights.none(2), new SpikeRaster(2, 4), new SpikeRaster(2, 5)));
  }

  private static void refuses(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
