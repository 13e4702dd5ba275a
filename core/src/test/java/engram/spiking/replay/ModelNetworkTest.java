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
import engram.source.FromPaper;
import engram.spiking.pool.PspmRule;
import engram.spiking.pool.PspmTrainer;
import engram.spiking.pool.PspmTraining;
import engram.spiking.pool.Scene;
import engram.spiking.pool.SynapseMask;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/// The exact integrate-and-fire neuron is the discrete one; the rule learns other neurons' spikes.
@FromPaper(value = "pspm", at = "spec: continuous variants")
final class ModelNetworkTest {
  private static final double TAU_MS = -1 / Doubles.log(DiscreteLif.LEAK);
  private static final NeuronModel LIF =
      new LifDelta(new Membrane(1, TAU_MS, 0), new Firing(1, 0, 0));
  private static final ModelNetwork.Wiring JUMPS = ModelNetwork.Wiring.one("potential");

  /// Potentials stay above the discrete net's bound of -1, which the exact neuron does not have.
  @Test
  void exactIntegrateAndFireIsTheDiscreteNet() {
    Scene scene = Scene.of(40, 500, 0.05, 21);
    double[] x = new double[40];
    for (int i = 0; i < 40; i++) {
      x[i] = scene.net().inputWeight(i);
    }
    ModelNetwork exact = new ModelNetwork(LIF, 1, JUMPS, x);
    assertEquals(scene.target(), exact.replay(scene.truth(), scene.input()));
    assertEquals(scene.target(), exact.driven(scene.truth(), scene.input(), scene.target()));
  }

  @Test
  void refractoryNeuronIsHeld() {
    NeuronModel slow = new LifDelta(new Membrane(1, TAU_MS, 0), new Firing(1, 0, 3));
    ModelNetwork net = new ModelNetwork(slow, 1, JUMPS, new double[] {2});
    SpikeRaster input = Scene.raster(1, 12, 0, 0, 0, 1, 0, 2, 0, 3, 0, 4, 0, 9);
    SpikeRaster spikes = net.replay(RecurrentWeights.none(1), input);
    assertEquals(Scene.raster(1, 12, 0, 0, 0, 4, 0, 9), spikes);
  }

  /// Spikes that are not matched, before and after: a quarter fewer at least, with the same rule
  /// and deeper pools, since these synapses act for longer than a step.
  @Test
  void ruleLearnsWhateverTheNeuron() {
    NeuronModel conductances =
        new LifConductance(
            new Membrane(200, 20, -60),
            new Firing(-50, -60, 2),
            new Conductances(
                new SynapticTimes(5, 10), 0, -80, Conductances.Method.EXPONENTIAL_EULER));
    learns(
        conductances, new ModelNetwork.Wiring("excitatory", "inhibitory", true, "excitatory"), 10);
    learns(Izhikevich.regularSpiking(2), ModelNetwork.Wiring.one("synaptic"), 14);
  }

  private static void learns(NeuronModel model, ModelNetwork.Wiring wiring, double inputWeight) {
    int n = 30;
    double[] x = new double[n];
    Arrays.fill(x, inputWeight);
    ModelNetwork net = new ModelNetwork(model, 0.5, wiring, x);
    Seeds seeds = Seeds.of(31);
    ReferenceWeights law = new ReferenceWeights(n, 1);
    SpikeRaster input = Scene.noise(n, 600, 0.1, seeds.stream("input"));
    SpikeRaster target = net.replay(law.draw(seeds.stream("truth")), input);
    PspmRule rule =
        PspmRule.local()
            .with(new PspmRule.Window(2, 10))
            .with(new PspmRule.Step(0.5, 0.03, 1, false));
    PspmTraining training =
        new PspmTrainer(net, rule, SynapseMask.allToAll(n), seeds)
            .begin(law.draw(seeds.stream("first")), input, target);
    double before = 1 - training.run(1).matches().f1();
    training.run(120);
    double after = 1 - training.bestSimilarity();
    assertTrue(before > 0.1 && after < 0.75 * before, model + ": " + before + ", then " + after);
  }

  @Test
  void refusesWhatIsNoNet() {
    refuses("inputWeights must be 1 or more, was none", new double[0]);
    refuses("inputWeights must be finite, was NaN at neuron 1", new double[] {1, Double.NaN});
    assertTrue(
        message(() -> new ModelNetwork(LIF, 1, ModelNetwork.Wiring.one("gap"), new double[1]))
            .startsWith("receptor must be one of [potential, current], was 'gap'"));
    ModelNetwork net = new ModelNetwork(LIF, 1, JUMPS, new double[2]);
    assertEquals(
        "weights must be of 2 neurons, was 3",
        message(() -> net.replay(RecurrentWeights.none(3), new SpikeRaster(2, 4))));
    assertEquals(
        "input must be 2 x 4, was 1 x 4",
        message(() -> net.replay(RecurrentWeights.none(2), new SpikeRaster(1, 4))));
    assertEquals(
        "teacher must be 2 x 4, was 2 x 5",
        message(() ->
            net.driven(RecurrentWeights.none(2), new SpikeRaster(2, 4), new SpikeRaster(2, 5))));
  }

  private static void refuses(String message, double[] inputWeights) {
    assertEquals(message, message(() -> new ModelNetwork(LIF, 1, JUMPS, inputWeights)));
  }

  private static String message(Executable call) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
