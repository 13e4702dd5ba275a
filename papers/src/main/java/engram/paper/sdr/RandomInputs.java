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
import engram.sequence.sdr.Sdr;
import engram.sequence.sdr.SdrMath;
import engram.sequence.sdr.Segment;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Experiment 1: random inputs against one fixed segment, over the size of the population.
public final class RandomInputs implements Experiment<RandomInputs.Parameters> {
  /// The parameters; the defaults are the paper's but for the number of inputs.
  public record Parameters(
      @Param(doc = "synapses of the segment, s", min = 1, max = 64) int synapses,
      @Param(doc = "synapses that must see an active cell, theta", min = 1, max = 64) int threshold,
      @Param(doc = "firing inputs that the law expects a setting; they fix its inputs", min = 1)
          int events,
      @Param(doc = "inputs a setting at most", min = 1) int mostInputs,
      @Param(doc = "sabotage: one active synapse is enough") boolean thresholdIgnored) {}

  static final Measure RATE = Measure.of("rate", "share of random inputs that fire the segment");
  static final Measure OVER_LAW =
      Measure.of("rate-over-law", "rate divided by the hypergeometric tail");
  static final Measure OVER_BINOMIAL =
      Measure.of("rate-over-binomial", "rate divided by the tail for cells drawn with replacement");
  static final Measure DECADES =
      new Measure("decades-lost", "decades", "log10 of the rate before over the rate after");
  static final Measure EXPONENT =
      Measure.of("local-exponent", "k in rate ~ n^-k between two populations");

  static final List<Setting> LAW =
      List.of(
          new Setting(64, 300),
          new Setting(128, 300),
          new Setting(128, 500),
          new Setting(256, 700),
          new Setting(256, 900),
          new Setting(256, 1100));
  static final List<Setting> OTHERS =
      List.of(new Setting(128, 700), new Setting(75, 300), new Setting(125, 500));
  static final List<Setting> ALL = Stream.of(LAW, OTHERS).flatMap(List::stream).toList();
  static final At DENSE = DECADES.in("dense 300 to 500");
  static final At FIRST = DECADES.in("300 to 500");
  static final At SECOND = DECADES.in("500 to 700");
  static final At STEEPNESS = EXPONENT.in("500 to 700");
  static final At BINOMIAL = OVER_BINOMIAL.in(LAW.getFirst().arm());

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
    return Optional.of(
        switch (scale) {
          case SMOKE -> new Parameters(24, 12, 20, 10_000, false);
          case SMALL -> new Parameters(24, 12, 300, 150_000, false);
          case FULL -> new Parameters(24, 12, 100_000, 12_500_000, false);
        });
  }

  @Override
  public List<Claim> claims() {
    return List.of(SdrClaims.falsePositiveLaw(), SdrClaims.superExponentialFall());
  }

  @Override
  public Needs needs(Parameters p) {
    return Needs.cpuSeconds((200_000.0 * p.events() + 128.0 * p.mostInputs()) * 1.5e-8);
  }

  @Override
  public void run(Parameters p, Trial trial) {
    double[] rates = ALL.stream().mapToDouble(setting -> rate(p, setting, trial)).toArray();
    for (int i = 0; i < rates.length; i++) {
      trial.out().value(RATE.in(ALL.get(i).arm()), rates[i]);
    }
    for (int i = 0; i < LAW.size(); i++) {
      trial.out().value(OVER_LAW.in(LAW.get(i).arm()), rates[i] / law(p, LAW.get(i)));
    }
    trial.out().value(BINOMIAL, rates[0] / law(p, LAW.getFirst().times(1_000_000)));
    trial.out().value(FIRST, decades(rates[1], rates[2]));
    double late = decades(rates[2], rates[6]);
    trial.out().value(SECOND, late);
    trial.out().value(STEEPNESS, late / StrictMath.log10(700.0 / 500));
    trial.out().value(DENSE, decades(rates[7], rates[8]));
  }

  private static double law(Parameters p, Setting setting) {
    return SdrMath.falsePositive(setting.population(), setting.active(), p.synapses, p.threshold);
  }

  private static double rate(Parameters p, Setting setting, Trial trial) {
    RandomStream random = trial.seeds().stream(setting.arm());
    Sdr pattern = Sdr.random(setting.population(), setting.active(), random);
    Segment segment = Segment.on(pattern, p.synapses, p.thresholdIgnored ? 1 : p.threshold, random);
    int inputs = (int) Math.min(p.mostInputs, Math.ceil(p.events / law(p, setting)));
    int fired = 0;
    for (int i = 0; i < inputs; i++) {
      fired += segment.fires(Sdr.random(setting.population(), setting.active(), random)) ? 1 : 0;
    }
    return (double) fired / inputs;
  }

  /// A rate of 0 counts as 1e-6, below what these runs can see.
  private static double decades(double before, double after) {
    return StrictMath.log10(Math.max(before, 1e-6) / Math.max(after, 1e-6));
  }

  @Override
  public Parameters sabotaged(Parameters p) {
    return new Parameters(p.synapses, p.threshold, p.events, p.mostInputs, true);
  }

  @Override
  public List<Figure> figures(Results all) {
    return SdrFigures.randomInputs(all);
  }
}
