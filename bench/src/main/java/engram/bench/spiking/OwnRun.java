// SPDX-License-Identifier: Apache-2.0
package engram.bench.spiking;

import engram.kernel.Workers;
import engram.random.Seeds;
import engram.spiking.Network;
import engram.spiking.Population;
import engram.spiking.Projection;
import engram.spiking.Simulation;
import engram.spiking.record.Activity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A network that this process runs, without recorders but for those that count spikes.
///
/// @param simulation that runs
/// @param constructSeconds that it took to build
/// @param activities by population
/// @param fanOut synapses of a neuron, by population
record OwnRun(
    Simulation simulation,
    double constructSeconds,
    List<Activity> activities,
    List<Double> fanOut) {
  private static final int REPEATS = 5;

  /// What a turn showed.
  ///
  /// @param pace wall seconds a biological second
  /// @param rateHz mean rate of a neuron
  /// @param eventsPerSecond spikes that arrived at synapses, a wall second
  record Turn(double pace, double rateHz, double eventsPerSecond) {}

  /// Builds.
  static OwnRun of(Course course, Workers workers) {
    Network network = course.description().get();
    long begun = System.nanoTime();
    Simulation simulation = Simulation.of(network, Seeds.of(1), workers);
    double construction = (System.nanoTime() - begun) / 1e9;
    List<Activity> activities = new ArrayList<>();
    List<Double> fanOut = new ArrayList<>();
    for (Population population : network.populations()) {
      activities.add(simulation.observe(population.name()));
      fanOut.add(synapsesFrom(population, network) / population.size());
    }
    return new OwnRun(simulation, construction, activities, fanOut);
  }

  private static double synapsesFrom(Population population, Network network) {
    double sum = 0;
    for (Projection projection : network.projections()) {
      if (projection.from().equals(population.name())) {
        int targets = network.population(projection.to()).size();
        boolean same = projection.from().equals(projection.to());
        sum += projection.rule().expectedCount(population.size(), targets, same);
      }
    }
    return sum;
  }

  /// Runs on for so many biological seconds.
  Turn once(double seconds) {
    activities.forEach(Activity::clear);
    long from = System.nanoTime();
    simulation.runMs(1e3 * seconds);
    double wall = (System.nanoTime() - from) / 1e9;
    double spikes = 0;
    double events = 0;
    for (int p = 0; p < activities.size(); p++) {
      spikes += activities.get(p).spikes();
      events += activities.get(p).spikes() * fanOut.get(p);
    }
    double rate = spikes / simulation.network().neurons() / seconds;
    return new Turn(wall / seconds, rate, events / wall);
  }

  /// The median of several runs of so many seconds.
  Turn turn(double seconds) {
    List<Turn> turns = new ArrayList<>();
    for (int k = 0; k < REPEATS; k++) {
      turns.add(once(seconds));
    }
    turns.sort(Comparator.comparingDouble(Turn::pace));
    return turns.get(REPEATS / 2);
  }

  /// Steps that all neurons together take in a biological second.
  double neuronSteps() {
    return simulation.network().neurons() * 1e3 / simulation.network().dtMs();
  }
}
