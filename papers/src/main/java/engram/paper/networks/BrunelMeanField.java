// SPDX-License-Identifier: Apache-2.0
package engram.paper.networks;

import engram.lab.Experiment;
import engram.lab.Needs;
import engram.lab.Trial;
import engram.lab.claim.Claim;
import engram.lab.claim.Scale;
import engram.lab.figure.Figure;
import engram.lab.measure.Measure;
import engram.lab.measure.Results;
import engram.spiking.Network;
import engram.spiking.Simulation;
import engram.spiking.drive.Onto;
import engram.spiking.drive.PoissonDrive;
import engram.spiking.reference.BrunelNetwork;
import java.util.List;
import java.util.Optional;

/// Brunel's network beside Siegert's formula and beside NEST: with the reset of programs, with that
/// of the paper, and with half the input from outside, where only fluctuations reach the threshold.
///
/// The programs' network is driven by its mean: inputs pull to 24 mV, above the threshold of 20.
/// The formula without noise is nearly right there, so that a rate near Siegert's says little of
/// it.
final class BrunelMeanField implements Experiment<Setting> {
  static final String PROGRAMS = "reset 0";
  static final String PAPER = "reset 10";
  static final String QUIET = "reset 10, eta 1";
  static final String ALONE = ", independent inputs";
  static final Measure SIEGERT = over("siegert-over-rate", "Siegert's mean field");
  static final Measure NOISELESS = over("noiseless-over-rate", "the mean field without noise");
  static final Measure OTHER_RESET = over("other-reset-over-rate", "the other reset's mean field");
  static final List<String> ARMS = List.of(PROGRAMS, PAPER, QUIET);
  private static final double JUMP_MV = 0.1;

  private static Measure over(String name, String what) {
    return Measure.of(name, what + " over the rate that is measured");
  }

  static BrunelNetwork network(String arm, double share) {
    int excitatory = 4 * (int) Math.max(250, Math.round(2500 * share));
    return switch (arm) {
      case PROGRAMS -> new BrunelNetwork(excitatory, 5, 2, 0);
      case PAPER -> new BrunelNetwork(excitatory, 5, 2, 10);
      default -> new BrunelNetwork(excitatory, 5, 1, 10);
    };
  }

  @Override
  public String id() {
    return "brunel";
  }

  @Override
  public Class<Setting> parameters() {
    return Setting.class;
  }

  @Override
  public Optional<Setting> at(Scale scale) {
    return Optional.of(
        switch (scale) {
          case SMOKE -> new Setting(0.1, 20, 60, true);
          case SMALL -> new Setting(1, 200, 1000, true);
          case FULL -> new Setting(1, 200, 10_000, true);
        });
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        NetworksClaims.brunelAsSiegert(),
        NetworksClaims.quietAsSiegert(),
        NetworksClaims.brunelAsNest());
  }

  @Override
  public Needs needs(Setting p) {
    return Needs.cpuSeconds(p.share() * (3 + 6 * p.seconds())).withMemory(256L << 20);
  }

  @Override
  public Setting sabotaged(Setting p) {
    return p.sabotaged();
  }

  @Override
  public void run(Setting p, Trial trial) {
    for (String arm : ARMS) {
      BrunelNetwork brunel = network(arm, p.share());
      Simulation simulation = Simulation.of(p.of(brunel.network()), trial.seeds().child(arm));
      Reading found = Reading.of(simulation, p);
      found.write(trial.out(), arm);
      Raster.write(trial.out(), arm, simulation, p, List.of("E"), 40);
      double rate = Math.max(found.rateHz(), Double.MIN_NORMAL);
      trial.out().value(SIEGERT.in(arm), brunel.meanFieldHz() / rate);
      trial.out().value(NOISELESS.in(arm), brunel.noiselessHz() / rate);
      BrunelNetwork other =
          new BrunelNetwork(
              brunel.excitatory(), brunel.ratio(), brunel.drive(), 10 - brunel.resetMv());
      trial.out().value(OTHER_RESET.in(arm), other.meanFieldHz() / rate);
      Simulation alone = Simulation.of(independent(brunel), trial.seeds().child(arm + ALONE));
      Reading.of(alone, p).write(trial.out(), arm + ALONE);
    }
  }

  /// Its neurons with Poisson spikes at the mean field's rate in place of each other's.
  private static Network independent(BrunelNetwork brunel) {
    double rate = brunel.meanFieldHz();
    Network network = Setting.unconnected(brunel.network());
    for (String population : List.of("E", "I")) {
      Onto onto = Onto.all(population, "potential");
      network =
          network
              .with(new PoissonDrive(onto, BrunelNetwork.EXCITATORY_SYNAPSES * rate, JUMP_MV))
              .with(
                  new PoissonDrive(
                      onto, BrunelNetwork.INHIBITORY_SYNAPSES * rate, -brunel.ratio() * JUMP_MV));
    }
    return network;
  }

  @Override
  public List<Figure> figures(Results all) {
    return NetworksFigures.brunel(all);
  }
}
