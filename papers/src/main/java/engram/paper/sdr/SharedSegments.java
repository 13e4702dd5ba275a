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
import engram.sequence.sdr.UnionSize;
import java.util.List;
import java.util.Optional;

/// Experiment 4: several patterns share one segment; random inputs probe it.
public final class SharedSegments implements Experiment<SharedSegments.Parameters> {
  /// The parameters; the defaults are the paper's.
  public record Parameters(
      @Param(doc = "synapses a pattern, s", min = 1, max = 20) int synapses,
      @Param(doc = "synapses that must see an active cell, theta", min = 1) int threshold,
      @Param(doc = "segments a setting, each with patterns of its own", min = 1) int segments,
      @Param(doc = "random inputs a segment", min = 1) int inputs,
      @Param(doc = "sabotage: one active synapse is enough") boolean thresholdIgnored) {}

  /// A population with so many active cells.
  record Setting(int active, int population) {
    String arm(int patterns) {
      return "n=" + population + " a=" + active + " M=" + patterns;
    }
  }

  static final Measure RATE = Measure.of("rate", "share of random inputs that fire the segment");
  static final Measure OVER_LAW =
      Measure.of("rate-over-law", "rate divided by the tail averaged over the segment's size");
  static final Measure OVER_DISJOINT =
      Measure.of("rate-over-disjoint", "rate divided by the tail for M s distinct synapses");
  static final List<Integer> PATTERNS = List.of(1, 5, 10, 20, 40);
  static final List<Setting> SETTINGS =
      List.of(
          new Setting(40, 2000),
          new Setting(200, 10_000),
          new Setting(200, 20_000),
          new Setting(20, 2000));

  static final List<At> LAW =
      List.of(
          OVER_LAW.in(SETTINGS.get(0).arm(10)),
          OVER_LAW.in(SETTINGS.get(0).arm(20)),
          OVER_LAW.in(SETTINGS.get(1).arm(10)),
          OVER_LAW.in(SETTINGS.get(1).arm(40)),
          OVER_LAW.in(SETTINGS.get(2).arm(20)));
  static final At DISJOINT = OVER_DISJOINT.in(SETTINGS.get(0).arm(20));
  static final At LARGE = RATE.in(SETTINGS.get(2).arm(20));
  static final At SMALL = RATE.in(SETTINGS.get(3).arm(20));
  static final At DENSER = RATE.in(SETTINGS.get(1).arm(20));

  @Override
  public String id() {
    return "shared-segments";
  }

  @Override
  public Class<Parameters> parameters() {
    return Parameters.class;
  }

  @Override
  public Optional<Parameters> at(Scale scale) {
    int segments =
        switch (scale) {
          case SMOKE -> 4;
          case SMALL -> 200;
          case FULL -> 1_000;
        };
    return Optional.of(new Parameters(20, 10, segments, 500, false));
  }

  @Override
  public List<Claim> claims() {
    return List.of(SdrClaims.unionLaw(), SdrClaims.largePopulationsShare());
  }

  @Override
  public Needs needs(Parameters p) {
    return Needs.cpuSeconds(p.segments() * p.inputs() * 2e-5);
  }

  @Override
  public void run(Parameters p, Trial trial) {
    for (Setting setting : SETTINGS) {
      RandomStream random = trial.seeds().stream(setting.arm(0));
      int[] fired = new int[PATTERNS.size()];
      for (int segment = 0; segment < p.segments; segment++) {
        probe(p, setting, random, fired);
      }
      for (int k = 0; k < fired.length; k++) {
        write(p, setting, PATTERNS.get(k), (double) fired[k] / p.segments / p.inputs, trial);
      }
    }
  }

  private static void probe(Parameters p, Setting setting, RandomStream random, int[] fired) {
    Sdr[] unions = new Sdr[fired.length];
    Sdr union = Sdr.of(setting.population);
    int patterns = 0;
    for (int k = 0; k < unions.length; k++) {
      for (; patterns < PATTERNS.get(k); patterns++) {
        Sdr pattern = Sdr.random(setting.population, setting.active, random);
        union = union.union(pattern.subsample(p.synapses, random));
      }
      unions[k] = union;
    }
    int threshold = p.thresholdIgnored ? 1 : p.threshold;
    for (int i = 0; i < p.inputs; i++) {
      Sdr input = Sdr.random(setting.population, setting.active, random);
      for (int k = 0; k < unions.length; k++) {
        fired[k] += unions[k].overlap(input) >= threshold ? 1 : 0;
      }
    }
  }

  private static void write(Parameters p, Setting setting, int patterns, double rate, Trial trial) {
    int n = setting.population;
    int a = setting.active;
    String arm = setting.arm(patterns);
    trial.out().value(RATE.in(arm), rate);
    double law =
        SdrMath.unionFalsePositive(n, a, p.synapses, p.threshold, patterns, UnionSize.EXACT);
    trial.out().value(OVER_LAW.in(arm), rate / law);
    double disjoint = SdrMath.falsePositive(n, a, Math.min(n, p.synapses * patterns), p.threshold);
    trial.out().value(OVER_DISJOINT.in(arm), rate / disjoint);
  }

  @Override
  public Parameters sabotaged(Parameters p) {
    return new Parameters(p.synapses, p.threshold, p.segments, p.inputs, true);
  }

  @Override
  public List<Figure> figures(Results all) {
    return SdrFigures.sharedSegments(all);
  }
}
