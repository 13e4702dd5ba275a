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

/// The column with a tenth of its neurons and of their synapses, stronger weights and a direct
/// current that makes up for the input that is lost: does it fire as the whole column does?
final class ScaledColumn implements Experiment<Setting> {
  @Override
  public String id() {
    return "scaled-column";
  }

  @Override
  public Class<Setting> parameters() {
    return Setting.class;
  }

  @Override
  public Optional<Setting> at(Scale scale) {
    return Optional.of(
        switch (scale) {
          case SMOKE -> new Setting(0.02, 20, 100, true);
          case SMALL -> new Setting(0.1, 500, 2000, true);
          case FULL -> new Setting(0.1, 500, 10_000, true);
        });
  }

  @Override
  public List<Claim> claims() {
    return List.of(NetworksClaims.scaledKeepsRates());
  }

  @Override
  public Needs needs(Setting p) {
    return Needs.cpuSeconds(2 + 6 * p.seconds() * p.share());
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
    Column.write(p.of(Column.bare(network)), Column.BARE, p, trial);
  }

  @Override
  public List<Figure> figures(Results all) {
    return List.of(
        Column.rasterFigure(all, "scaled-column-raster"),
        Column.ratesFigure(
            all,
            "scaled-column-rates",
            "At a tenth the upper layers fire at about half of their rate, here as in NEST at that size.",
            Column.BARE,
            Reading.bars("NEST, a tenth", Microcircuit.names(), PeerFigures.TENTH_HZ)));
  }
}
