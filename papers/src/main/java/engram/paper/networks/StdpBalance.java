// SPDX-License-Identifier: Apache-2.0
package engram.paper.networks;

import static engram.paper.networks.Reading.RATE;

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
import engram.spiking.record.Activity;
import engram.spiking.reference.LearningBenchmark;
import java.util.List;
import java.util.Optional;

/// The benchmark of NEST with STDP: 11,250 neurons, 126 million synapses, of which 81 million
/// learn. Its weights begin close to where potentiation and depression cancel for uncorrelated
/// spikes; the ablation takes depression out.
///
/// Without depression some networks run away: one fired at 220 Hz and took four minutes, another
/// twenty and more. Such a network is ended at 100 Hz, and its drift is that until then. So it is
/// since four replicates had been seen; of their verdict nothing depends on it.
final class StdpBalance implements Experiment<Setting> {
  static final String LEARNING = "learning";
  static final String UPWARD = "no depression";
  static final Measure DRIFT =
      new Measure("drift", "pA/s", "what weights that learn gain a second, in the mean");
  static final Measure BALANCE =
      Measure.of("balance", "size of the drift over that without depression");
  static final Measure SPREAD =
      new Measure("spread", "pA", "standard deviation of weights that began equal");
  private static final double RUNAWAY_HZ = 100;
  private static final double STRETCH_MS = 10;

  @Override
  public String id() {
    return "stdp-benchmark";
  }

  @Override
  public Class<Setting> parameters() {
    return Setting.class;
  }

  @Override
  public Optional<Setting> at(Scale scale) {
    return Optional.of(
        switch (scale) {
          case SMOKE -> new Setting(0.005, 10, 20, true);
          case SMALL -> new Setting(1, 100, 200, true);
          case FULL -> new Setting(1, 500, 1000, true);
        });
  }

  @Override
  public List<Claim> claims() {
    return List.of(NetworksClaims.stdpBalanced());
  }

  @Override
  public Needs needs(Setting p) {
    return Needs.cpuSeconds(p.share() * (20 + 120 * p.seconds()))
        .withMemory((long) (p.share() * 1.5e9) + (64L << 20));
  }

  @Override
  public Setting sabotaged(Setting p) {
    return p.sabotaged();
  }

  @Override
  public void run(Setting p, Trial trial) {
    LearningBenchmark benchmark = new LearningBenchmark(p.share(), true);
    Network upward = benchmark.learning(LearningBenchmark.rule(0));
    double free = upward(upward, p, trial);
    double drift = learning(p.intact() ? benchmark.network() : upward, p, trial);
    trial.out().value(BALANCE.plain(), free > 0 ? Math.abs(drift) / free : 1);
  }

  /// Both arms begin as the same network.
  private static Simulation begun(Network network, Trial trial) {
    return Simulation.of(network, trial.seeds().child("network"), trial.workers());
  }

  private static double upward(Network network, Setting p, Trial trial) {
    Simulation simulation = begun(network, trial);
    trial.out().value(RATE.in(UPWARD), ended(simulation, p));
    return drift(simulation, UPWARD, trial);
  }

  private static double learning(Network network, Setting p, Trial trial) {
    Simulation simulation = begun(network, trial);
    Reading.of(simulation, p).write(trial.out(), LEARNING);
    double drift = drift(simulation, LEARNING, trial);
    Raster.write(trial.out(), LEARNING, simulation, p, List.of("E"), 40);
    return drift;
  }

  /// Runs to the end or until the network runs away; the rate of the last stretch, in Hz.
  private static double ended(Simulation simulation, Setting p) {
    Activity activity = simulation.observe("E");
    double rateHz = 0;
    for (int k = 0; rateHz <= RUNAWAY_HZ && k < 1000 * p.seconds() / STRETCH_MS; k++) {
      activity.clear();
      simulation.runMs(STRETCH_MS);
      rateHz = activity.rateHz();
    }
    return rateHz;
  }

  /// How fast the weights of a network have changed, in pA/s.
  private static double drift(Simulation simulation, String arm, Trial trial) {
    float begun = (float) LearningBenchmark.weightPa();
    double[] sums = new double[3];
    simulation.visitSynapses(
        simulation.network().projections().getFirst().name(),
        (source, target, weight, delaySteps) -> {
          double gained = weight - begun;
          sums[0]++;
          sums[1] += gained;
          sums[2] += gained * gained;
        });
    double mean = sums[1] / sums[0];
    double drift = mean / (simulation.timeMs() / 1000);
    trial.out().value(DRIFT.in(arm), drift);
    trial.out().value(SPREAD.in(arm), Math.sqrt(Math.max(0, sums[2] / sums[0] - mean * mean)));
    return drift;
  }

  @Override
  public List<Figure> figures(Results all) {
    return NetworksFigures.stdp(all);
  }
}
