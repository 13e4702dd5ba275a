// SPDX-License-Identifier: Apache-2.0
package engram.paper.sdr;

import engram.lab.Experiment;
import engram.lab.Needs;
import engram.lab.Trial;
import engram.lab.claim.Claim;
import engram.lab.claim.Control;
import engram.lab.claim.Evidence;
import engram.lab.claim.Known;
import engram.lab.claim.Origin;
import engram.lab.claim.PassLine;
import engram.lab.claim.Scale;
import engram.lab.figure.Figure;
import engram.lab.measure.At;
import engram.lab.measure.Measure;
import engram.lab.measure.Results;
import engram.lab.parameter.Param;
import engram.random.RandomStream;
import engram.sequence.sdr.Sdr;
import engram.sequence.sdr.SdrMath;
import engram.sequence.sdr.Segment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Experiment 1: random inputs against one fixed segment, over the size of the population.
public final class RandomInputs implements Experiment<RandomInputs.Parameters> {
  /// The parameters; the defaults are the paper's but for the number of inputs.
  public record Parameters(
      @Param(doc = "synapses of the segment, s", min = 1, max = 64) int synapses,
      @Param(doc = "synapses that must see an active cell, theta", min = 1, max = 64) int threshold,
      @Param(doc = "inputs a setting of 256 active cells; more where fewer are active", min = 1)
          int inputs,
      @Param(doc = "sabotage: one active synapse is enough") boolean thresholdIgnored) {}

  /// A population with so many active cells.
  record Setting(int active, int population) {
    String arm() {
      return "a=" + active + " n=" + population;
    }
  }

  static final Measure RATE = Measure.of("rate", "share of random inputs that fire the segment");
  static final Measure OVER_LAW =
      Measure.of("rate-over-law", "rate divided by the hypergeometric tail");
  static final Measure OVER_BINOMIAL =
      Measure.of("rate-over-binomial", "rate divided by the tail for cells drawn with replacement");
  static final Measure DECADES =
      new Measure("decades-lost", "decades", "log10 of the rate before over the rate after");
  static final Measure EXPONENT =
      Measure.of("local-exponent", "k in rate ~ n^-k between two populations");

  private static final List<Setting> LAW =
      List.of(
          new Setting(64, 300),
          new Setting(128, 300),
          new Setting(128, 500),
          new Setting(256, 700),
          new Setting(256, 900),
          new Setting(256, 1100));
  private static final List<Setting> OTHERS =
      List.of(new Setting(128, 700), new Setting(75, 300), new Setting(125, 500));
  static final List<Setting> ALL = Stream.concat(LAW.stream(), OTHERS.stream()).toList();
  private static final At DENSE = DECADES.in("dense 300 to 500");
  private static final At FIRST = DECADES.in("300 to 500");
  private static final At SECOND = DECADES.in("500 to 700");
  private static final At STEEPNESS = EXPONENT.in("500 to 700");
  private static final At BINOMIAL = OVER_BINOMIAL.in(LAW.getFirst().arm());

  @Override
  public String id() {
    return "random-inputs";
  }

  @Override
  public Class<Parameters> parameters() {
    return Parameters.class;
  }

  @Override
  public Optional<Parameters> at(Scale scale) {
    int inputs =
        switch (scale) {
          case SMOKE -> 4_000;
          case SMALL -> 100_000;
          case FULL -> 12_500_000;
        };
    return Optional.of(new Parameters(24, 12, inputs, false));
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        Claim.named("false-positive-law")
            .says("Random inputs fire a segment at the rate of a hypergeometric tail, within 10 %.")
            .published(
                "a=128 n=500: 7.368e-3; a=256 n=1100: 3.509e-3 simulated, 3.506e-3 by formula",
                "plot_numerical_results.py",
                Known.CODE)
            .expected("ratios of 1.00; the rates span 1.1e-3 to 0.29 (closed form)")
            .passes(
                PassLine.all(
                    LAW.stream().map(s -> PassLine.near(OVER_LAW.in(s.arm()), 1, 0.1)).toList()),
                Origin.OURS)
            .evidence(Evidence.THEORY)
            .control(
                Control.rival(
                    "binomial law (cells drawn with replacement)", PassLine.atMost(BINOMIAL, 0.9)))
            .build(),
        Claim.named("super-exponential-fall")
            .says(
                "At a fixed number of active cells false positives fall faster than exponentially"
                    + " in n: each 200 further cells cost more decades than the 200 before.")
            .published(
                "n=300: 0.292, 500: 7.37e-3, 700: 3.20e-4; 'super-exponentially' by our spec",
                "plot_effect_of_n.py",
                Known.CODE)
            .expected("fails: 1.60 decades, then 1.36; the law tends to the power n^-theta")
            .passes(PassLine.gain(SECOND, FIRST, 0.05), Origin.DERIVED)
            .control(
                Control.rival("a power law no steeper than n^-12", PassLine.atLeast(STEEPNESS, 12)))
            .control(
                Control.ablation(
                    "dense activity (a = n/4): no fall", PassLine.between(DENSE, -0.2, 0.2)))
            .build());
  }

  @Override
  public Needs needs(Parameters p) {
    return Needs.cpuSeconds(p.inputs() * 256 * 9 * 1e-8);
  }

  @Override
  public void run(Parameters p, Trial trial) {
    Map<Setting, Double> rates = new LinkedHashMap<>();
    for (Setting setting : ALL) {
      rates.put(setting, rate(p, setting, trial));
      trial.out().value(RATE.in(setting.arm()), rates.get(setting));
    }
    for (Setting setting : LAW) {
      double law =
          SdrMath.falsePositive(setting.population, setting.active, p.synapses, p.threshold);
      trial.out().value(OVER_LAW.in(setting.arm()), rates.get(setting) / law);
    }
    Setting first = LAW.getFirst();
    trial.out().value(BINOMIAL, rates.get(first) / endless(p, first));
    double early = decades(rates.get(LAW.get(1)), rates.get(LAW.get(2)));
    double late = decades(rates.get(LAW.get(2)), rates.get(OTHERS.get(0)));
    trial.out().value(FIRST, early);
    trial.out().value(SECOND, late);
    trial.out().value(STEEPNESS, late / StrictMath.log10(700.0 / 500));
    trial.out().value(DENSE, decades(rates.get(OTHERS.get(1)), rates.get(OTHERS.get(2))));
  }

  private static double rate(Parameters p, Setting setting, Trial trial) {
    RandomStream random = trial.seeds().stream(setting.arm());
    Sdr pattern = Sdr.random(setting.population, setting.active, random);
    Segment segment = Segment.on(pattern, p.synapses, p.thresholdIgnored ? 1 : p.threshold, random);
    int inputs = p.inputs * 256 / setting.active;
    int fired = 0;
    for (int i = 0; i < inputs; i++) {
      fired += segment.fires(Sdr.random(setting.population, setting.active, random)) ? 1 : 0;
    }
    return (double) fired / inputs;
  }

  /// Cells drawn with replacement: the law of an endless population of the same sparsity.
  private static double endless(Parameters p, Setting setting) {
    int times = 1_000_000;
    return SdrMath.falsePositive(
        setting.population * times, setting.active * times, p.synapses, p.threshold);
  }

  /// A rate of 0 counts as 1e-6, below what these runs can see.
  private static double decades(double before, double after) {
    return StrictMath.log10(Math.max(before, 1e-6) / Math.max(after, 1e-6));
  }

  @Override
  public Parameters sabotaged(Parameters p) {
    return new Parameters(p.synapses, p.threshold, p.inputs, true);
  }

  @Override
  public List<Figure> figures(Results all) {
    return SdrFigures.randomInputs(all);
  }
}
