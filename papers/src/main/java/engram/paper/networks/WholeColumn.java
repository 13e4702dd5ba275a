// SPDX-License-Identifier: Apache-2.0
package engram.paper.networks;

import engram.lab.Experiment;
import engram.lab.Needs;
import engram.lab.Trial;
import engram.lab.claim.Claim;
import engram.lab.claim.Scale;
import engram.lab.figure.Figure;
import engram.lab.measure.Results;
import engram.spiking.Network;
import engram.spiking.Simulation;
import engram.spiking.reference.Microcircuit;
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
    Column.writeRaster(column, p, trial);
    Column.write(Setting.unconnected(network), Column.ALONE, p, trial);
  }

  @Override
  public List<Figure> figures(Results all) {
    return List.of(
        Column.rasterFigure(all, "whole-column-raster"),
        Column.ratesFigure(
            all, "whole-column-rates", "Every population fires as in NEST.", Column.ALONE));
  }
}
