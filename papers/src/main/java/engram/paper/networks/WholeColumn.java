// SPDX-License-Identifier: Apache-2.0
package engram.paper.networks;

import static engram.paper.networks.Reading.RATE;

import engram.lab.Experiment;
import engram.lab.Needs;
import engram.lab.Trial;
import engram.lab.claim.Claim;
import engram.lab.claim.Scale;
import engram.lab.figure.Axis;
import engram.lab.figure.Figure;
import engram.lab.measure.At;
import engram.lab.measure.Results;
import engram.spiking.Network;
import engram.spiking.Simulation;
import engram.spiking.reference.Microcircuit;
import engram.stats.Interval;
import java.util.List;
import java.util.Optional;

/// The whole column, 77,169 neurons and 300 million synapses, beside the rates that NEST measured
/// of it. It runs at full scale alone: about a minute of one core and 2.1 GB a replicate.
final class WholeColumn implements Experiment<Setting> {
  @Override
  public String id() {
    return "whole-column";
  }

  @Override
  public Class<Setting> parameters() {
    return Setting.class;
  }

  @Override
  public Optional<Setting> at(Scale scale) {
    return switch (scale) {
      case SMOKE -> Optional.of(new Setting(0.02, 20, 100, true));
      case SMALL -> Optional.empty();
      case FULL -> Optional.of(new Setting(1, 500, 10_000, true));
    };
  }

  @Override
  public List<Claim> claims() {
    return List.of(NetworksClaims.wholeAsNest());
  }

  @Override
  public Needs needs(Setting p) {
    return Needs.cpuSeconds(p.share() * (20 + 8 * p.seconds()))
        .withMemory(64L << 20 | (long) (p.share() * 3e9));
  }

  @Override
  public Setting sabotaged(Setting p) {
    return p.sabotaged();
  }

  @Override
  public void run(Setting p, Trial trial) {
    Network network = Microcircuit.scaled(p.share()).network();
    Simulation column = Column.write(p.of(network), Column.COLUMN, p, trial);
    Raster.write(trial.out(), Column.COLUMN, column, p, Column.upward(), 12);
    Column.write(Setting.unconnected(network), Column.ALONE, p, trial);
  }

  private static List<At> rates(String arm) {
    return Microcircuit.names().stream().map(name -> RATE.in(Column.in(arm, name))).toList();
  }

  @Override
  public List<Figure> figures(Results all) {
    List<String> names = Microcircuit.names();
    List<Interval> known =
        names.stream().map(Microcircuit::expectedHz).map(Interval::exact).toList();
    return List.of(
        Raster.figure(
            all,
            Column.COLUMN,
            "whole-column-raster",
            "Twelve neurons a population, from L6I at the bottom to L23E at the top."),
        new Figure(
            "whole-column-rates",
            "Rates by population",
            "Every population fires as in NEST.",
            Axis.category("population"),
            Axis.linear("rate", "Hz"),
            List.of(
                Reading.bars("NEST, full size", names, known),
                Reading.bars("engram", all, names, rates(Column.COLUMN)),
                Reading.bars(Column.ALONE, all, names, rates(Column.ALONE)).asControl())));
  }
}
