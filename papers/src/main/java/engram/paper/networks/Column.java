// SPDX-License-Identifier: Apache-2.0
package engram.paper.networks;

import static engram.paper.networks.Reading.RATE;

import engram.lab.Trial;
import engram.lab.figure.Axis;
import engram.lab.figure.Figure;
import engram.lab.figure.Mark;
import engram.lab.measure.At;
import engram.lab.measure.Measure;
import engram.lab.measure.Notebook;
import engram.lab.measure.Results;
import engram.spiking.Network;
import engram.spiking.Simulation;
import engram.spiking.drive.ConstantDrive;
import engram.spiking.record.Activity;
import engram.spiking.reference.Microcircuit;
import engram.stats.Interval;
import java.util.ArrayList;
import java.util.List;

/// What both pages on the cortical microcircuit measure and draw: rates by population, and spikes.
final class Column {
  static final String COLUMN = "column";
  static final String BARE = "no direct current";
  static final String ALONE = "no recurrence";
  static final Measure WORST =
      Measure.of("worst-error", "largest relative error of a population's rate at full size");

  /// Neurons of a population whose spikes are drawn.
  private static final int SHOWN = 12;

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

  /// Writes spikes of some neurons, population by population from the bottom.
  static void writeRaster(Simulation column, Setting p, Trial trial) {
    List<String> upward = Microcircuit.names().reversed();
    Raster.write(trial.out(), COLUMN, column, p, upward, SHOWN);
  }

  /// The figure of those spikes.
  static Figure rasterFigure(Results all, String id) {
    return Raster.figure(
        all, COLUMN, id, "Twelve neurons a population, from L6I at the bottom to L23E at the top.");
  }

  /// The figure of rates: those known of the whole column, those of `others`, those of the column
  /// here and those of its control.
  static Figure ratesFigure(Results all, String id, String see, String control, Mark... others) {
    List<String> names = Microcircuit.names();
    List<Interval> known =
        names.stream().map(Microcircuit::expectedHz).map(Interval::exact).toList();
    List<Mark> marks = new ArrayList<>();
    marks.add(Reading.bars("NEST, full size", names, known));
    marks.addAll(List.of(others));
    marks.add(Reading.bars("engram", all, names, rates(COLUMN)));
    marks.add(Reading.bars(control, all, names, rates(control)).asControl());
    return new Figure(
        id,
        "Rates by population",
        see,
        Axis.category("population"),
        Axis.linear("rate", "Hz"),
        marks);
  }

  private static List<At> rates(String arm) {
    return Microcircuit.names().stream().map(name -> RATE.in(in(arm, name))).toList();
  }
}
