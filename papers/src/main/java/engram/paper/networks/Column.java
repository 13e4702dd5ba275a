// SPDX-License-Identifier: Apache-2.0
package engram.paper.networks;

import static engram.paper.networks.Reading.RATE;

import engram.lab.Trial;
import engram.lab.measure.Measure;
import engram.lab.measure.Notebook;
import engram.spiking.Network;
import engram.spiking.Simulation;
import engram.spiking.drive.ConstantDrive;
import engram.spiking.record.Activity;
import engram.spiking.reference.Microcircuit;
import java.util.ArrayList;
import java.util.List;

/// What both pages on the cortical microcircuit measure: rates by population.
final class Column {
  static final String COLUMN = "column";
  static final String BARE = "no direct current";
  static final String ALONE = "no recurrence";
  static final Measure WORST =
      Measure.of("worst-error", "largest relative error of a population's rate at full size");

  private Column() {}

  /// The name of a population in an arm.
  static String in(String arm, String population) {
    return population + ", " + arm;
  }

  /// Runs a network and writes the rates of its populations.
  static Simulation write(Network network, String arm, Setting p, Trial trial) {
    Simulation simulation = Simulation.of(network, trial.seeds().child("column"), trial.workers());
    simulation.runMs(p.discardedMs());
    List<Activity> activities = Microcircuit.names().stream().map(simulation::observe).toList();
    simulation.runMs(p.measuredMs());
    rates(trial.out(), arm, activities);
    return simulation;
  }

  private static void rates(Notebook out, String arm, List<Activity> activities) {
    double worst = 0;
    for (int p = 0; p < activities.size(); p++) {
      String population = Microcircuit.names().get(p);
      double rate = activities.get(p).rateHz();
      out.value(RATE.in(in(arm, population)), rate);
      worst = Math.max(worst, Math.abs(rate / Microcircuit.expectedHz(population) - 1));
    }
    out.value(WORST.in(arm), worst);
  }

  /// A network without its direct currents.
  static Network bare(Network network) {
    Network bare =
        new Network(network.dtMs(), network.populations(), network.projections(), List.of());
    for (var drive : network.drives()) {
      bare = drive instanceof ConstantDrive ? bare : bare.with(drive);
    }
    return bare;
  }

  /// Populations from the bottom up, as a raster has them.
  static List<String> upward() {
    return new ArrayList<>(Microcircuit.names()).reversed();
  }
}
