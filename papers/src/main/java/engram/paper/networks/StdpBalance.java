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
import engram.lab.measure.Measure;
import engram.lab.measure.Results;
import engram.spiking.Network;
import engram.spiking.Simulation;
import engram.spiking.reference.LearningBenchmark;
import java.util.List;
import java.util.Optional;

/// The benchmark of NEST with STDP: 11,250 neurons, 126 million synapses, of which 81 million
/// learn. Its weights begin close to where potentiation and depression cancel for uncorrelated
/// spikes; the ablation takes depression out.
final class StdpBalance implements Experiment<Setting> {
  static final String LEARNING = "learning";
  static final String UPWARD = "no depression";
  static final Measure DRIFT =
      new Measure("drift", "pA/s", "what weights that learn gain a second, in the mean");
  static final Measure BALANCE =
      Measure.of("balance", "size of the drift over that without depression");
  static final Measure SPREAD =
      new Measure("spread", "pA", "standard deviation of weights that began equal");

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
    double seconds = p.share() * (20 + 60 * p.seconds());
    return Needs.cpuSeconds(seconds).withMemory((long) (p.share() * 1.5e9) + (64L << 20));
  }

  @Override
  public Setting sabotaged(Setting p) {
    return p.sabotaged();
  }

  @Override
  public void run(Setting p, Trial trial) {
    LearningBenchmark benchmark = new LearningBenchmark(p.share(), true);
    Network upward = benchmark.learning(LearningBenchmark.rule(0));
    double free = drift(upward, UPWARD, p, trial);
    double drift = drift(p.intact() ? benchmark.network() : upward, LEARNING, p, trial);
    trial.out().value(BALANCE.plain(), free > 0 ? Math.abs(drift) / free : 1);
  }

  /// Rates of a network, and how its weights change; both arms begin as the same network.
  private static double drift(Network network, String arm, Setting p, Trial trial) {
    Simulation simulation = Simulation.of(network, trial.seeds().child("network"), trial.workers());
    Reading.of(simulation, p).write(trial.out(), arm);
    float begun = (float) LearningBenchmark.weightPa();
    double[] sums = new double[3];
    simulation.visitSynapses(
        network.projections().getFirst().name(),
        (source, target, weight, delaySteps) -> {
          double gained = weight - begun;
          sums[0]++;
          sums[1] += gained;
          sums[2] += gained * gained;
        });
    double gained = sums[1] / sums[0];
    trial.out().value(DRIFT.in(arm), gained / p.seconds());
    trial.out().value(SPREAD.in(arm), Math.sqrt(Math.max(0, sums[2] / sums[0] - gained * gained)));
    if (arm.equals(LEARNING)) {
      Raster.write(trial.out(), arm, simulation, p, List.of("E"), 40);
    }
    return gained;
  }

  @Override
  public List<Figure> figures(Results all) {
    List<String> arms = List.of(LEARNING, UPWARD);
    return List.of(
        Raster.figure(
            all,
            LEARNING,
            "stdp-raster",
            "Forty excitatory neurons: most spikes come in volleys, about a hundred a second."),
        new Figure(
            "stdp-drift",
            "How fast the mean weight grows",
            "With depression weights hardly move; without it they grow.",
            Axis.category("rule"),
            Axis.linear("drift", "pA/s"),
            List.of(Reading.bars("drift", all, arms, arms.stream().map(DRIFT::in).toList()))),
        new Figure(
            "stdp-rate",
            "Rates of the benchmark",
            "Excitatory neurons fire as they do in NEST.",
            Axis.category("simulator"),
            Axis.linear("rate", "Hz"),
            List.of(
                Reading.bars("engram", all, List.of("engram"), List.of(RATE.in(LEARNING))),
                Reading.bars("NEST", List.of("NEST"), List.of(PeerFigures.BENCHMARK.rateHz())))));
  }
}
