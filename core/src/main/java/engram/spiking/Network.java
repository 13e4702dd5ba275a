// SPDX-License-Identifier: Apache-2.0
package engram.spiking;

import engram.neuron.NeuronModel;
import engram.spiking.connect.Distribution;
import engram.spiking.connect.ListedPairs;
import engram.spiking.connect.OneToOne;
import engram.spiking.drive.Drive;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A network as a methods section describes it: populations, projections, drives, on a grid of
/// time.
///
/// ```java
/// NeuronModel cell = new LifDelta(new Membrane(1, 20, 0), new Firing(20, 0, 2));
/// Network brunel =
///     Network.at(0.1)
///         .with(Population.of("E", 10_000, cell))
///         .with(Population.of("I", 2_500, cell))
///         .with(Projection.of("E", "E", new FixedInDegree(1000), Synapse.of("potential", 0.1, 1.5)))
///         ...
///         .with(new PoissonDrive(Onto.all("E", "potential"), 20_000, 0.1));
/// ```
///
/// What does not fit together is refused here, before anything is built.
///
/// @param dtMs length of a step, above 0
/// @param populations at least one, in the order in which they are updated
/// @param projections in the order in which their spikes are added
/// @param drives in the order in which they are added, after the spikes
public record Network(
    double dtMs, List<Population> populations, List<Projection> projections, List<Drive> drives) {
  /// Copies and checks.
  public Network {
    if (!(dtMs > 0 && dtMs < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("dtMs must be above 0 and finite, was " + dtMs);
    }
    populations = List.copyOf(populations);
    projections = List.copyOf(projections);
    drives = List.copyOf(drives);
    requireNew("population", populations.stream().map(Population::name).toList());
    requireNew("projection", projections.stream().map(Projection::name).toList());
    for (Projection projection : projections) {
      requireFits(projection, populations, dtMs);
    }
    for (Drive drive : drives) {
      Population onto = find(drive.onto().population(), populations);
      onto.model().receptor(drive.onto().receptor());
      if (drive.onto().to() != Integer.MAX_VALUE && drive.onto().to() > onto.size()) {
        throw new IllegalArgumentException(
            "neurons of a drive must be among the %d of %s, was [%d, %d)"
                .formatted(onto.size(), onto.name(), drive.onto().from(), drive.onto().to()));
      }
    }
  }

  /// Nothing yet, on that grid.
  public static Network at(double dtMs) {
    return new Network(dtMs, List.of(), List.of(), List.of());
  }

  /// The same with one more population.
  public Network with(Population population) {
    return new Network(dtMs, more(populations, population), projections, drives);
  }

  /// The same with one more projection.
  public Network with(Projection projection) {
    return new Network(dtMs, populations, more(projections, projection), drives);
  }

  /// The same with one more drive.
  public Network with(Drive drive) {
    return new Network(dtMs, populations, projections, more(drives, drive));
  }

  private static <T> List<T> more(List<T> all, T last) {
    List<T> longer = new ArrayList<>(all);
    longer.add(last);
    return longer;
  }

  /// The population of a name.
  public Population population(String name) {
    return find(name, populations);
  }

  int indexOf(String population) {
    return populations.indexOf(population(population));
  }

  int projectionIndex(String name) {
    List<String> names = projections.stream().map(Projection::name).toList();
    int index = names.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException(
          "projection must be one of " + names + ", was '" + name + "'");
    }
    return index;
  }

  /// How many neurons.
  public long neurons() {
    return populations.stream().mapToLong(Population::size).sum();
  }

  /// How many synapses are to be expected.
  public double expectedSynapses() {
    double sum = 0;
    for (Projection projection : projections) {
      sum +=
          projection
              .rule()
              .expectedCount(
                  population(projection.from()).size(),
                  population(projection.to()).size(),
                  projection.isRecurrent());
    }
    return sum;
  }

  private static void requireNew(String what, List<String> names) {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw new IllegalArgumentException(
            "name of a " + what + " must be new in its network, was '" + name + "' again");
      }
    }
  }

  private static Population find(String name, List<Population> populations) {
    for (Population population : populations) {
      if (population.name().equals(name)) {
        return population;
      }
    }
    throw new IllegalArgumentException(
        "population must be one of "
            + populations.stream().map(Population::name).toList()
            + ", was '"
            + name
            + "'");
  }

  private static void requireFits(
      Projection projection, List<Population> populations, double dtMs) {
    Population from = find(projection.from(), populations);
    Population to = find(projection.to(), populations);
    NeuronModel model = to.model();
    model.receptor(projection.synapse().receptor());
    projection.rule().requireFits(from.size(), to.size(), projection.isRecurrent());
    projection
        .synapse()
        .delayMs()
        .requireWithin(
            "delayMs of " + projection.name(), leastDelay(dtMs), Character.MAX_VALUE * dtMs);
    requireOrder(projection, from.size(), to.size(), projection.synapse().weight());
    requireOrder(projection, from.size(), to.size(), projection.synapse().delayMs());
  }

  /// One step, less what rounding of a decimal fraction may cost.
  private static double leastDelay(double dtMs) {
    return dtMs * (1 - 1e-9);
  }

  /// Values of their own for each synapse need a rule that puts synapses in an order.
  private static void requireOrder(
      Projection projection, int sources, int targets, Distribution values) {
    if (!(values instanceof Distribution.Each each)) {
      return;
    }
    long needed =
        switch (projection.rule()) {
          case ListedPairs list -> list.size();
          case OneToOne _ -> targets;
          default -> (long) sources * targets;
        };
    if (!projection.rule().isOrdered() || each.size() != needed) {
      throw new IllegalArgumentException(
          "values of each synapse of %s must be %s, was %d"
              .formatted(
                  projection.name(),
                  projection.rule().isOrdered() ? needed : "of a rule with an order",
                  each.size()));
    }
  }
}
