// SPDX-License-Identifier: Apache-2.0
package engram.spiking;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import engram.random.Seeds;
import engram.spiking.connect.Distribution;
import engram.spiking.connect.FixedInDegree;
import engram.spiking.drive.ConstantDrive;
import engram.spiking.drive.Onto;
import engram.spiking.drive.PoissonDrive;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The engine against the definition: 50 neurons of each model, 200 steps, every spike and at the
/// end every first variable.
final class PlainSimulationTest {
  private static final Membrane MEMBRANE = new Membrane(250, 10, -65);
  private static final Firing FIRING = new Firing(-50, -65, 0.5);
  private static final SynapticTimes TIMES = new SynapticTimes(2, 4);

  private record Case(NeuronModel model, String receptor, double weight, double outside) {}

  private static final List<Case> CASES =
      List.of(
          new Case(new LifDelta(MEMBRANE, FIRING), "potential", 0.7, 1.5),
          new Case(new LifExponential(MEMBRANE, FIRING, TIMES), "excitatory", 60, 200),
          new Case(new LifAlpha(MEMBRANE, FIRING, TIMES), "excitatory", 40, 90),
          new Case(
              new LifConductance(
                  MEMBRANE, FIRING, new Conductances(TIMES, 0, -80, Conductances.Method.EULER)),
              "excitatory",
              1,
              4),
          new Case(
              new LifConductance(
                  MEMBRANE,
                  FIRING,
                  new Conductances(TIMES, 0, -80, Conductances.Method.EXPONENTIAL_EULER)),
              "excitatory",
              1,
              4),
          new Case(Izhikevich.regularSpiking(5), "synaptic", 1, 3),
          new Case(AdaptiveExponential.ofAuthors(3), "synaptic", 200, 600),
          new Case(new StochasticNeuron(0.01), "probability", 0.05, 0.02));

  private static Network network(Case of) {
    Synapse synapse =
        new Synapse(
            of.receptor,
            Distribution.normal(of.weight, 0.2 * of.weight),
            Distribution.normal(0.8, 0.4).within(0.1, 2));
    Synapse back =
        new Synapse(of.receptor, Distribution.constant(of.weight), Distribution.constant(0.1));
    return Network.at(0.1)
        .with(Population.of("A", 30, of.model))
        .with(Population.of("B", 20, of.model))
        .with(Projection.of("A", "A", new FixedInDegree(8), synapse))
        .with(Projection.of("A", "B", new FixedInDegree(8), synapse))
        .with(Projection.of("B", "A", new FixedInDegree(5), back))
        .with(new PoissonDrive(Onto.all("A", of.receptor), 4_000, of.outside))
        .with(new ConstantDrive(Onto.all("B", of.receptor).neurons(3, 17), of.outside / 4));
  }

  @Test
  void everySpikeIsThatOfTheDefinition() {
    for (Case of : CASES) {
      Network network = network(of);
      PlainSimulation plain = new PlainSimulation(network, Seeds.of(6));
      Simulation engine = Simulation.of(network, Seeds.of(6));
      int spikes = 0;
      for (int step = 0; step < 200; step++) {
        Spikes expected = plain.step();
        Spikes got = engine.step(Stimulus.none());
        spikes += got.count();
        for (int p = 0; p < 2; p++) {
          assertArrayEquals(
              expected.neurons().get(p),
              got.neurons().get(p),
              of.model + " population " + p + " step " + step);
        }
      }
      assertTrue(spikes > 20, "only " + spikes + " spikes of " + of.model);
      String first = of.model.variables().getFirst().name();
      float[] x = engine.variable("A", first);
      for (int i = 0; i < x.length; i++) {
        double expected = plain.variable("A", first, i);
        assertEquals(expected, x[i], 2e-2, of.model + " neuron " + i);
      }
    }
  }
}
