// SPDX-License-Identifier: Apache-2.0
package engram.paper.sdr;

import engram.lab.Experiment;
import engram.lab.Needs;
import engram.lab.Trial;
import engram.lab.claim.Claim;
import engram.lab.claim.Scale;
import engram.lab.figure.Figure;
import engram.lab.measure.At;
import engram.lab.measure.Measure;
import engram.lab.measure.Results;
import engram.lab.parameter.Param;
import engram.random.RandomStream;
import engram.sequence.sdr.DendriticNeuron;
import engram.sequence.sdr.Sdr;
import engram.sequence.sdr.SdrNoise;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Experiment 3: how few synapses a segment needs, its threshold being half of them.
public final class FewSynapses implements Experiment<FewSynapses.Parameters> {
  /// The parameters; the defaults are the paper's but for the number of inputs.
  public record Parameters(
      @Param(doc = "stored patterns, one segment each", min = 1) int patterns,
      @Param(doc = "random inputs a setting", min = 1) int inputs,
      @Param(
              doc = "share of active cells that move when a stored pattern returns",
              min = 0,
              max = 1)
          double noise,
      @Param(doc = "sabotage: one active synapse is enough") boolean thresholdIgnored) {}

  /// A population with so many active cells.
  record Setting(int active, int population) {
    String arm(int synapses) {
      return "a=" + active + " n=" + population + " s=" + synapses;
    }
  }

  static final Measure ALARM =
      Measure.of("alarm-rate", "share of random inputs that fire the neuron");
  static final Measure RECOGNISED =
      Measure.of("recognised", "share of stored patterns, noise added, that fire the neuron");
  static final List<Integer> SYNAPSES = List.of(2, 4, 6, 8, 10);
  static final List<Setting> SETTINGS =
      List.of(
          new Setting(32, 2000),
          new Setting(32, 4000),
          new Setting(512, 16_000),
          new Setting(4000, 16_000));

  static final String SPARSE_TEN = SETTINGS.get(0).arm(10);
  static final At TEN = ALARM.in(SPARSE_TEN);
  static final At TWO = ALARM.in(SETTINGS.get(0).arm(2));
  static final At DENSE = ALARM.in(SETTINGS.get(3).arm(10));

  @Override
  public String id() {
    return "few-synapses";
  }

  @Override
  public Class<Parameters> parameters() {
    return Parameters.class;
  }

  @Override
  public Optional<Parameters> at(Scale scale) {
    int inputs =
        switch (scale) {
          case SMOKE -> 300;
          case SMALL -> 5_000;
          case FULL -> 20_000;
        };
    return Optional.of(new Parameters(500, inputs, 0.25, false));
  }

  @Override
  public List<Claim> claims() {
    return List.of(SdrClaims.fewSynapsesSuffice());
  }

  @Override
  public Needs needs(Parameters p) {
    return Needs.cpuSeconds(p.inputs() * 2e-4);
  }

  @Override
  public void run(Parameters p, Trial trial) {
    for (Setting setting : SETTINGS) {
      RandomStream random = trial.seeds().stream(setting.arm(0));
      List<Sdr> stored = new ArrayList<>();
      for (int i = 0; i < p.patterns; i++) {
        stored.add(Sdr.random(setting.population, setting.active, random));
      }
      List<DendriticNeuron> neurons =
          SYNAPSES.stream().map(s -> neuron(p, setting, s, stored, random)).toList();
      int[] alarms = new int[neurons.size()];
      for (int i = 0; i < p.inputs; i++) {
        count(neurons, Sdr.random(setting.population, setting.active, random), alarms);
      }
      int[] recognised = new int[neurons.size()];
      for (Sdr pattern : stored) {
        count(neurons, SdrNoise.move(pattern, p.noise, random), recognised);
      }
      for (int k = 0; k < neurons.size(); k++) {
        String arm = setting.arm(SYNAPSES.get(k));
        trial.out().value(ALARM.in(arm), (double) alarms[k] / p.inputs);
        trial.out().value(RECOGNISED.in(arm), (double) recognised[k] / p.patterns);
      }
    }
  }

  private static DendriticNeuron neuron(
      Parameters p, Setting setting, int synapses, List<Sdr> stored, RandomStream random) {
    int threshold = p.thresholdIgnored ? 1 : synapses / 2;
    DendriticNeuron neuron =
        new DendriticNeuron(
            DendriticNeuron.Settings.of(setting.population, p.patterns, synapses, threshold),
            random);
    stored.forEach(neuron::learn);
    return neuron;
  }

  private static void count(List<DendriticNeuron> neurons, Sdr input, int[] fired) {
    for (int k = 0; k < fired.length; k++) {
      fired[k] += neurons.get(k).fires(input) ? 1 : 0;
    }
  }

  @Override
  public Parameters sabotaged(Parameters p) {
    return new Parameters(p.patterns, p.inputs, p.noise, true);
  }

  @Override
  public List<Figure> figures(Results all) {
    return SdrFigures.fewSynapses(all);
  }
}
