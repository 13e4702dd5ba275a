// SPDX-License-Identifier: Apache-2.0
package engram.spiking;

import engram.neuron.Mixed;
import engram.neuron.NeuronDefinition;
import engram.neuron.NeuronModel;
import engram.neuron.Site;
import engram.random.Seeds;
import engram.spiking.drive.Drive;
import engram.spiking.drive.Injection;
import engram.spiking.learn.Learning;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A network as it is defined, to be read: every neuron by its [NeuronDefinition] in double
/// precision, every spike to every synapse, one step after the other. Slow; [Simulation] fires the
/// same spikes until rounding to single precision moves one of them. Weights stay.
///
/// A step is that of [NeuronModel]: deliver, update, hold, threshold, reset, queue.
public final class PlainSimulation {
  /// A synapse, from neuron to neuron of the whole network.
  private record Connection(int source, int target, int receptor, double weight, int delay) {}

  /// A spike on its way.
  private record Arrival(long step, Connection connection) {}

  private record Driven(int first, int receptor, int count, Injection injection) {}

  private static final class Neuron {
    final NeuronDefinition definition;
    final int refractorySteps;
    final double[] x;
    final double[] in;
    final List<Connection> axon = new ArrayList<>();
    long heldUntil = -1;

    Neuron(NeuronDefinition definition, int refractorySteps, double[] x, int receptors) {
      this.definition = definition;
      this.refractorySteps = refractorySteps;
      this.x = x;
      this.in = new double[receptors];
    }
  }

  private final Network network;
  private final List<Neuron> neurons = new ArrayList<>();
  private final List<Integer> firsts = new ArrayList<>();
  private final List<Driven> drives = new ArrayList<>();
  private List<Arrival> arrivals = new ArrayList<>();
  private long step;

  /// A network that does not learn, whose models have definitions.
  public PlainSimulation(Network network, Seeds seeds) {
    this.network = network;
    Simulation built = Simulation.of(network, seeds);
    for (Population population : network.populations()) {
      firsts.add(neurons.size());
      addNeurons(population, built, seeds);
    }
    for (Projection projection : network.projections()) {
      connect(projection, built);
    }
    for (int d = 0; d < network.drives().size(); d++) {
      drives.add(driven(network.drives().get(d), seeds.child("drive", d)));
    }
  }

  private void addNeurons(Population population, Simulation built, Seeds seeds) {
    NeuronModel model = population.model();
    long key = seeds.child("population").child(population.name()).stream("draws").nextLong();
    for (int i = 0; i < population.size(); i++) {
      Site site = new Site(network.dtMs(), key, i, 1);
      NeuronModel cell = model instanceof Mixed mixed ? mixed.cells().get(i) : model;
      double[] x = new double[model.variables().size()];
      for (int k = 0; k < x.length; k++) {
        x[k] = built.variable(population.name(), model.variables().get(k).name())[i];
      }
      NeuronDefinition definition =
          cell.definition(site)
              .orElseThrow(() ->
                  new IllegalArgumentException(
                      "model of " + population.name() + " must have a definition, has none"));
      neurons.add(
          new Neuron(
              definition, model.refractorySteps(network.dtMs()), x, model.receptors().size()));
    }
  }

  private void connect(Projection projection, Simulation built) {
    if (!(projection.synapse().learning() instanceof Learning.None)) {
      throw new IllegalArgumentException(
          "synapses of " + projection.name() + " must stay as they are, learn");
    }
    int from = firsts.get(network.indexOf(projection.from()));
    int to = firsts.get(network.indexOf(projection.to()));
    int receptor =
        network.population(projection.to()).model().receptor(projection.synapse().receptor());
    built.visitSynapses(
        projection.name(),
        (source, target, weight, delay) ->
            neurons
                .get(from + source)
                .axon
                .add(new Connection(from + source, to + target, receptor, weight, delay)));
  }

  private Driven driven(Drive drive, Seeds seeds) {
    Population population = network.population(drive.onto().population());
    int from = drive.onto().from();
    int count = Math.min(drive.onto().to(), population.size()) - from;
    long key = seeds.stream("draws").nextLong();
    return new Driven(
        firsts.get(network.indexOf(population.name())) + from,
        population.model().receptor(drive.onto().receptor()),
        count,
        drive.injection(new Site(network.dtMs(), key, from, count), seeds));
  }

  /// Takes a step.
  ///
  /// @return who fired
  public Spikes step() {
    deliver();
    List<List<Integer>> fired = new ArrayList<>();
    network.populations().forEach(p -> fired.add(new ArrayList<>()));
    for (int i = 0; i < neurons.size(); i++) {
      Neuron neuron = neurons.get(i);
      neuron.definition.advance(neuron.x, neuron.in, step);
      if (step <= neuron.heldUntil) {
        neuron.definition.hold(neuron.x);
      } else if (neuron.x[0] >= neuron.definition.threshold()) {
        neuron.definition.reset(neuron.x);
        neuron.heldUntil = step + neuron.refractorySteps;
        neuron.axon.forEach(c -> arrivals.add(new Arrival(step + c.delay, c)));
        int population = populationOf(i);
        fired.get(population).add(i - firsts.get(population));
      }
    }
    step++;
    return new Spikes(
        step - 1,
        fired.stream().map(f -> f.stream().mapToInt(Integer::intValue).toArray()).toList());
  }

  /// Sums what arrives at the end of this step.
  private void deliver() {
    neurons.forEach(neuron -> Arrays.fill(neuron.in, 0));
    List<Arrival> later = new ArrayList<>();
    for (Arrival arrival : arrivals) {
      if (arrival.step == step) {
        Connection c = arrival.connection;
        neurons.get(c.target).in[c.receptor] += c.weight;
      } else {
        later.add(arrival);
      }
    }
    arrivals = later;
    for (Driven drive : drives) {
      float[] given = new float[drive.count];
      drive.injection.add(given, 0, step);
      for (int i = 0; i < drive.count; i++) {
        neurons.get(drive.first + i).in[drive.receptor] += given[i];
      }
    }
  }

  private int populationOf(int neuron) {
    int population = firsts.size() - 1;
    while (firsts.get(population) > neuron) {
      population--;
    }
    return population;
  }

  /// A variable of a neuron.
  public double variable(String population, String variable, int neuron) {
    int index = network.indexOf(population);
    int place = network.population(population).model().variable(variable);
    return neurons.get(firsts.get(index) + neuron).x[place];
  }
}
