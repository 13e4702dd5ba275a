// SPDX-License-Identifier: Apache-2.0
package engram.spiking;

import engram.error.MachineCannotException;
import engram.kernel.Workers;
import engram.neuron.Mixed;
import engram.neuron.NeuronModel;
import engram.neuron.Site;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.spiking.connect.Distribution;
import engram.spiking.drive.Drive;
import engram.spiking.drive.Injection;
import engram.spiking.drive.Port;
import engram.spiking.internal.Slice;
import engram.spiking.internal.SynapseStore;
import engram.spiking.internal.part.Part;
import engram.spiking.internal.synapse.Pathway;
import engram.spiking.internal.synapse.Wiring;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// A network made ready to run: its synapses, which forks share, and, made anew for each
/// simulation, its slices at the beginning.
///
/// @param network what was described
/// @param seeds where all that is random comes from
/// @param store the synapses
/// @param stretch most steps between two exchanges of spikes
record Assembly(Network network, Seeds seeds, SynapseStore store, int stretch) {
  /// Targets of a slice are numbered in 16 bits.
  private static final int MOST_OF_A_PART = 1 << 16;

  private static final int LONGEST_STRETCH = 64;
  private static final double MEBI = 1024.0 * 1024.0;
  private static final double PLAIN = 1e6;

  /// Builds the synapses.
  static Assembly of(Network network, Seeds seeds, Workers workers) {
    if (network.populations().isEmpty()) {
      throw new IllegalArgumentException("populations must be at least one, was none");
    }
    int largest = network.populations().stream().mapToInt(Population::size).max().getAsInt();
    int slices = Math.max(workers.count(), (largest + MOST_OF_A_PART - 1) / MOST_OF_A_PART);
    requireMemory(network, seeds);
    SynapseStore store = new SynapseStore(slices);
    for (Projection projection : network.projections()) {
      store.add(wiring(network, projection, seeds), workers);
    }
    return new Assembly(network, seeds, store, store.shortestDelay(LONGEST_STRETCH));
  }

  /// The same synapses with other starts and draws.
  Assembly with(Seeds other) {
    return new Assembly(network, other, store, stretch);
  }

  private static Wiring wiring(Network network, Projection projection, Seeds seeds) {
    return new Wiring(
        projection.rule(),
        network.population(projection.from()).size(),
        network.population(projection.to()).size(),
        projection.isRecurrent(),
        projection.synapse().weight(),
        projection.synapse().delayMs(),
        projection.synapse().learning(),
        network.dtMs(),
        seeds.child("projection").child(projection.name()));
  }

  /// Refuses what does not fit, with the figure, before anything is built.
  private static void requireMemory(Network network, Seeds seeds) {
    double bytes = 40.0 * network.neurons();
    for (Population population : network.populations()) {
      bytes += ringBytes(network, population);
    }
    for (Projection projection : network.projections()) {
      bytes += wiring(network, projection, seeds).expectedBytes();
    }
    double free = free();
    if (bytes > free) {
      System.gc(); // what others have left behind counts as taken until it is collected
      free = free();
    }
    if (bytes > free) {
      double synapses = network.expectedSynapses();
      throw new MachineCannotException(
          String.format(
              Locale.ROOT,
              "network of %d neurons and about %s synapses needs about %.0f MiB, of which %.0f"
                  + " are free: give Java more with -Xmx, or make it smaller",
              network.neurons(),
              String.format(Locale.ROOT, synapses < PLAIN ? "%.0f" : "%.3g", synapses),
              bytes / MEBI,
              free / MEBI));
    }
  }

  /// How many bytes of the heap are free.
  private static double free() {
    Runtime machine = Runtime.getRuntime();
    return machine.maxMemory() - (machine.totalMemory() - machine.freeMemory());
  }

  /// What will arrive at a population: at each receptor one number a neuron for each step of the
  /// longest delay.
  private static double ringBytes(Network network, Population population) {
    double[] longest = new double[population.model().receptors().size()];
    for (Projection projection : network.projections()) {
      if (projection.to().equals(population.name())) {
        int receptor = population.model().receptor(projection.synapse().receptor());
        double steps = projection.synapse().delayMs().most() / network.dtMs();
        longest[receptor] = Math.max(longest[receptor], steps);
      }
    }
    return Float.BYTES * Arrays.stream(longest).sum() * population.size();
  }

  /// Slices at the beginning.
  ///
  /// @param gates takes the gates of ports, by drive and slice
  List<Slice> slices(List<List<Port.Gate>> gates) {
    List<List<Part>> parts = new ArrayList<>();
    for (int slice = 0; slice < store.slices(); slice++) {
      List<Part> own = new ArrayList<>();
      for (Population population : network.populations()) {
        own.add(part(population, slice));
      }
      parts.add(own);
    }
    network.populations().forEach(population -> start(population, parts));
    List<Slice> slices = new ArrayList<>();
    openReceptors(parts);
    for (List<Part> own : parts) {
      slices.add(new Slice(own, pathways(own, slices.size())));
    }
    for (int d = 0; d < network.drives().size(); d++) {
      gates.add(drive(network.drives().get(d), d, parts));
    }
    return slices;
  }

  private Part part(Population population, int slice) {
    int from = store.begin(slice, population.size());
    int to = store.begin(slice + 1, population.size());
    long key = seeds.child("population").child(population.name()).stream("draws").nextLong();
    Site site = new Site(network.dtMs(), key, from, to - from);
    return new Part(population.name(), population.model(), site, stretch);
  }

  /// Puts the variables of a population where they begin.
  private void start(Population population, List<List<Part>> parts) {
    Seeds own = seeds.child("population").child(population.name()).child("start");
    NeuronModel model = population.model();
    int index = network.indexOf(population.name());
    for (int variable = 0; variable < model.variables().size(); variable++) {
      String name = model.variables().get(variable).name();
      Distribution from = population.starts().get(name);
      RandomStream stream = own.stream(name);
      for (List<Part> slice : parts) {
        Part part = slice.get(index);
        Site site = part.site();
        for (int i = 0; i < site.count(); i++) {
          int neuron = site.first() + i;
          part.variables()[variable][i] =
              (float)
                  (from != null
                      ? from.draw(stream, neuron)
                      : cell(model, neuron).variables().get(variable).start());
        }
      }
    }
  }

  private static NeuronModel cell(NeuronModel model, int neuron) {
    return model instanceof Mixed mixed ? mixed.cells().get(neuron) : model;
  }

  private void openReceptors(List<List<Part>> parts) {
    for (int p = 0; p < network.projections().size(); p++) {
      Projection projection = network.projections().get(p);
      int length = store.longestDelay(p);
      for (List<Part> own : parts) {
        own.get(network.indexOf(projection.to())).openReceptor(receptor(projection), length);
      }
    }
  }

  private int receptor(Projection projection) {
    NeuronModel model = network.population(projection.to()).model();
    return model.receptor(projection.synapse().receptor());
  }

  private List<Pathway> pathways(List<Part> own, int slice) {
    List<Pathway> ways = new ArrayList<>();
    for (int p = 0; p < network.projections().size(); p++) {
      Projection projection = network.projections().get(p);
      Part target = own.get(network.indexOf(projection.to()));
      ways.add(
          store.pathway(
              p,
              slice,
              network.indexOf(projection.from()),
              target,
              target.requireRing(receptor(projection)),
              projection.synapse().learning()));
    }
    return ways;
  }

  private List<Port.Gate> drive(Drive drive, int number, List<List<Part>> parts) {
    int index = network.indexOf(drive.onto().population());
    Population population = network.populations().get(index);
    int receptor = population.model().receptor(drive.onto().receptor());
    int end = Math.min(drive.onto().to(), population.size());
    Seeds own = seeds.child("drive", number);
    long key = own.stream("draws").nextLong();
    List<Port.Gate> gates = new ArrayList<>();
    for (List<Part> slice : parts) {
      Part part = slice.get(index);
      part.openReceptor(receptor, 1); // in every slice, so that states do not depend on slices
      int first = Math.max(part.site().first(), drive.onto().from());
      int count = Math.min(part.site().first() + part.site().count(), end) - first;
      if (count > 0) {
        Injection injection = drive.injection(new Site(network.dtMs(), key, first, count), own);
        part.drive(receptor, first - part.site().first(), injection);
        if (injection instanceof Port.Gate gate) {
          gates.add(gate);
        }
      }
    }
    return gates;
  }
}
