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
import engram.neuron.lif.Conductances;
import engram.random.Seeds;
import engram.spiking.Network;
import engram.spiking.Projection;
import engram.spiking.Simulation;
import engram.spiking.Synapse;
import engram.spiking.connect.FixedInDegree;
import engram.spiking.reference.BretteNetworks;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// COBA and CUBA beside Brian2 and NEST, beside the same neurons with equal numbers of inputs, and
/// beside themselves: drawn anew, begun anew, and with the other method.
final class IntegrateAndFire implements Experiment<Setting> {
  static final String COBA = "COBA";
  static final String CUBA = "CUBA";
  static final String EVEN = ", equal inputs";
  static final String EXAMPLE = "CUBA, -139.5 pA";
  static final Measure DRAWN = apart("drawn-anew", "two networks of one recipe, one method");
  static final Measure BEGUN = apart("begun-anew", "one network from two starts, one method");
  static final Measure METHOD = apart("other-method", "one network and start, two methods");
  private static final double EXAMPLE_PA = -139.5;

  private static Measure apart(String name, String meaning) {
    return new Measure(name, "Hz", "difference of COBA's rates: " + meaning);
  }

  @Override
  public String id() {
    return "coba-cuba";
  }

  @Override
  public Class<Setting> parameters() {
    return Setting.class;
  }

  @Override
  public Optional<Setting> at(Scale scale) {
    return Optional.of(
        switch (scale) {
          case SMOKE -> new Setting(1, 20, 100, true);
          case SMALL -> new Setting(1, 500, 2000, true);
          case FULL -> new Setting(1, 500, 10_000, true);
        });
  }

  @Override
  public List<Claim> claims() {
    return List.of(NetworksClaims.bretteAsPeers(), NetworksClaims.drawExceedsMethod());
  }

  @Override
  public Needs needs(Setting p) {
    return Needs.cpuSeconds(0.5 + p.seconds());
  }

  @Override
  public Setting sabotaged(Setting p) {
    return p.sabotaged();
  }

  @Override
  public void run(Setting p, Trial trial) {
    Seeds seeds = trial.seeds();
    Network euler = p.of(BretteNetworks.conductance(Conductances.Method.EULER));
    Network other = p.of(BretteNetworks.conductance(Conductances.Method.EXPONENTIAL_EULER));
    Network cuba = p.of(BretteNetworks.current());
    Simulation first = Simulation.of(euler, seeds.child("first"));
    Simulation again = first.trial(seeds.child("again"));
    Reading coba = Reading.of(first, p);
    coba.write(trial.out(), COBA);
    Raster.write(trial.out(), COBA, first, p, List.of("E"), 40);
    Reading.of(Simulation.of(cuba, seeds.child("cuba")), p).write(trial.out(), CUBA);
    Function<Network, Double> rate = n -> rate(n, p, seeds.child("first"));
    trial.out().value(RATE.in(COBA + EVEN), rate.apply(even(euler)));
    Reading.of(Simulation.of(even(cuba), seeds.child("cuba")), p).write(trial.out(), CUBA + EVEN);
    trial.out().value(RATE.in(EXAMPLE), rate.apply(example(cuba)));
    double drawn = rate(euler, p, seeds.child("second"));
    double begun = Reading.of(again, p).rateHz();
    trial.out().value(DRAWN.plain(), Math.abs(coba.rateHz() - drawn));
    trial.out().value(BEGUN.plain(), Math.abs(coba.rateHz() - begun));
    trial.out().value(METHOD.plain(), Math.abs(coba.rateHz() - rate.apply(other)));
  }

  private static double rate(Network network, Setting p, Seeds seeds) {
    return Reading.of(Simulation.of(network, seeds), p).rateHz();
  }

  /// Every neuron with the mean number of inputs: 64 excitatory and 16 inhibitory.
  private static Network even(Network network) {
    return changed(
        network,
        p ->
            Projection.of(
                p.from(),
                p.to(),
                new FixedInDegree(network.population(p.from()).size() / 50),
                p.synapse()));
  }

  /// With the inhibition that an example of NEST prints.
  private static Network example(Network network) {
    return changed(
        network,
        p -> {
          Synapse strong = Synapse.of("inhibitory", EXAMPLE_PA, network.dtMs());
          return p.from().equals("I") ? Projection.of("I", p.to(), p.rule(), strong) : p;
        });
  }

  private static Network changed(Network network, UnaryOperator<Projection> change) {
    Network changed = Setting.unconnected(network);
    for (Projection projection : network.projections()) {
      changed = changed.with(change.apply(projection));
    }
    return changed;
  }

  @Override
  public List<Figure> figures(Results all) {
    return NetworksFigures.brette(all);
  }
}
