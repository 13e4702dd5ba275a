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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Experiment 2: stored patterns come back with some of their cells moved elsewhere.
public final class MovedCells implements Experiment<MovedCells.Parameters> {
  /// The parameters; the defaults are the paper's but for the number of presentations.
  public record Parameters(
      @Param(doc = "cells of the population, n", min = 64) int population,
      @Param(doc = "active cells of a pattern, a", min = 1) int active,
      @Param(doc = "synapses of a segment, s", min = 1) int synapses,
      @Param(doc = "stored patterns, one segment each", min = 1) int patterns,
      @Param(doc = "presentations of each pattern at each noise", min = 1) int presentations,
      @Param(doc = "shares of active cells that move", min = 0, max = 1) List<Double> noise,
      @Param(doc = "sabotage: segments connect to other cells than the patterns'")
          boolean otherCells) {}

  static final Measure MISS = Measure.of("miss-rate", "share of stored patterns not recognised");
  static final Measure ALARM =
      Measure.of("alarm-rate", "share of patterns never stored that fire the neuron");
  static final List<Integer> THRESHOLDS = List.of(8, 12, 16, 30);

  private static final double HALF = 0.5;
  static final At TWELVE = MISS.in(arm(12, HALF));
  static final At SIXTEEN = MISS.in(arm(16, HALF));
  static final At NO_SLACK = MISS.in(arm(30, HALF));
  static final At STRANGERS = ALARM.in("theta=12");

  static String arm(int threshold, double noise) {
    return "theta=" + threshold + " noise=" + noise;
  }

  @Override
  public String id() {
    return "moved-cells";
  }

  @Override
  public Class<Parameters> parameters() {
    return Parameters.class;
  }

  @Override
  public Optional<Parameters> at(Scale scale) {
    List<Double> levels = List.of(0.15, 0.25, 0.35, 0.45, 0.5, 0.55, 0.65, 0.75, 0.85);
    int presentations =
        switch (scale) {
          case SMOKE -> 1;
          case SMALL -> 12;
          case FULL -> 100;
        };
    return Optional.of(new Parameters(6000, 128, 30, 500, presentations, levels, false));
  }

  @Override
  public List<Claim> claims() {
    return List.of(SdrClaims.halfThePatternMoved());
  }

  @Override
  public Needs needs(Parameters p) {
    return Needs.cpuSeconds(p.patterns() * p.presentations() * p.noise().size() * 1e-5);
  }

  @Override
  public void run(Parameters p, Trial trial) {
    RandomStream random = trial.seeds().stream("moved-cells");
    DendriticNeuron neuron =
        new DendriticNeuron(
            DendriticNeuron.Settings.of(p.population, p.patterns, p.synapses, 1), random);
    List<Sdr> stored = new ArrayList<>();
    List<Sdr> strangers = new ArrayList<>();
    for (int i = 0; i < p.patterns; i++) {
      stored.add(Sdr.random(p.population, p.active, random));
      strangers.add(Sdr.random(p.population, p.active, random));
      neuron.learn(p.otherCells ? Sdr.random(p.population, p.active, random) : stored.get(i));
    }
    for (double noise : p.noise) {
      double[] fired = fired(p, neuron, stored, noise, random);
      for (int k = 0; k < fired.length; k++) {
        trial.out().value(MISS.in(arm(THRESHOLDS.get(k), noise)), 1 - fired[k]);
      }
    }
    trial.out().value(STRANGERS, fired(p, neuron, strangers, HALF, random)[1]);
  }

  /// The share of presentations at which the strongest segment reaches each threshold.
  private static double[] fired(
      Parameters p, DendriticNeuron neuron, List<Sdr> patterns, double noise, RandomStream random) {
    double[] shares = new double[THRESHOLDS.size()];
    for (int presentation = 0; presentation < p.presentations; presentation++) {
      for (Sdr pattern : patterns) {
        int[] overlaps = neuron.overlaps(SdrNoise.move(pattern, noise, random));
        int strongest = Arrays.stream(overlaps).max().orElse(0);
        for (int k = 0; k < shares.length; k++) {
          shares[k] += strongest >= THRESHOLDS.get(k) ? 1 : 0;
        }
      }
    }
    double all = (double) p.presentations * patterns.size();
    return Arrays.stream(shares).map(count -> count / all).toArray();
  }

  @Override
  public Parameters sabotaged(Parameters p) {
    return new Parameters(
        p.population, p.active, p.synapses, p.patterns, p.presentations, p.noise, true);
  }

  @Override
  public List<Figure> figures(Results all) {
    return SdrFigures.movedCells(all);
  }
}
