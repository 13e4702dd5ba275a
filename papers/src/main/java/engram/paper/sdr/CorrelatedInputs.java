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
import engram.sequence.sdr.CorrelatedSdrGenerator;
import engram.sequence.sdr.DendriticNeuron;
import engram.sequence.sdr.Sdr;
import engram.sequence.sdr.SdrCorrelation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Experiment 6: inputs whose cells hang together, data set by data set.
public final class CorrelatedInputs implements Experiment<CorrelatedInputs.Parameters> {
  /// The parameters; segments and data sets are ours, the rest is the paper's.
  public record Parameters(
      @Param(doc = "cells of the population, n", min = 64, max = 20_000) int population,
      @Param(doc = "active cells of an input, a", min = 1) int active,
      @Param(doc = "synapses of a segment, s", min = 1) int synapses,
      @Param(doc = "synapses that must see an active cell, theta", min = 1) int threshold,
      @Param(doc = "data sets", min = 3) int dataSets,
      @Param(doc = "segments, one an input of the same data set", min = 1) int segments,
      @Param(doc = "inputs a data set", min = 2) int inputs,
      @Param(doc = "inputs are made of clusters; the sabotage makes them of single cells")
          boolean clustered) {}

  static final Measure RATE =
      Measure.of("rate", "share of pairs (input, segment) that fire, by the inputs' correlation");
  static final Measure REMAINING =
      Measure.of("remaining-share", "firing pairs after shuffling over firing pairs before");
  static final At CLUSTERED = RATE.in("clustered");
  static final At SHUFFLED = RATE.in("shuffled");

  @Override
  public String id() {
    return "correlated-inputs";
  }

  @Override
  public Class<Parameters> parameters() {
    return Parameters.class;
  }

  @Override
  public Optional<Parameters> at(Scale scale) {
    return Optional.of(
        switch (scale) {
          case SMOKE -> new Parameters(2000, 32, 20, 10, 4, 1_000, 400, true);
          case SMALL -> new Parameters(2000, 32, 20, 10, 20, 5_000, 2_000, true);
          case FULL -> new Parameters(2000, 32, 20, 10, 1000, 5_000, 20_000, true);
        });
  }

  @Override
  public List<Claim> claims() {
    return List.of(SdrClaims.correlationFires());
  }

  @Override
  public Needs needs(Parameters p) {
    return Needs.cpuSeconds(p.dataSets() * (p.segments() + 2.0 * p.inputs()) * 1e-5)
        .withMemory(8L * p.population() * p.population());
  }

  @Override
  public void run(Parameters p, Trial trial) {
    double before = 0;
    double after = 0;
    for (int k = 0; k < p.dataSets; k++) {
      RandomStream random = trial.seeds().stream("data set " + k);
      Supplier<Sdr> source = source(p, random);
      DendriticNeuron neuron =
          new DendriticNeuron(
              DendriticNeuron.Settings.of(p.population, p.segments, p.synapses, p.threshold),
              random);
      Stream.generate(source).limit(p.segments).forEach(neuron::learn);
      List<Sdr> inputs = Stream.generate(source).limit(p.inputs).toList();
      double correlation = SdrCorrelation.ofCoactive(inputs);
      double rate = rate(neuron, inputs);
      double shuffled = rate(neuron, shuffled(inputs, random));
      trial.out().series(CLUSTERED, correlation, rate);
      trial.out().series(SHUFFLED, correlation, shuffled);
      before += rate;
      after += shuffled;
    }
    trial.out().value(REMAINING.plain(), before == 0 ? 1 : after / before);
  }

  /// One to three cluster sizes of 2 to 9; without clusters, single cells.
  private static Supplier<Sdr> source(Parameters p, RandomStream random) {
    int[] sizes = random.sample(8, 1 + random.nextInt(3));
    List<Integer> clusterSizes =
        p.clustered ? Arrays.stream(sizes).map(size -> size + 2).boxed().toList() : List.of(1);
    var generator = new CorrelatedSdrGenerator(p.population, clusterSizes, random);
    return () -> generator.next(p.active, random);
  }

  private static double rate(DendriticNeuron neuron, List<Sdr> inputs) {
    long fired = 0;
    for (Sdr input : inputs) {
      for (int overlap : neuron.overlaps(input)) {
        fired += overlap >= neuron.settings().threshold() ? 1 : 0;
      }
    }
    return (double) fired / inputs.size() / neuron.settings().segments();
  }

  /// Gives each cell's activity to random inputs: every cell as active as before, none together.
  private static List<Sdr> shuffled(List<Sdr> inputs, RandomStream random) {
    int n = inputs.getFirst().population();
    int[] uses = new int[n];
    inputs.forEach(input -> Arrays.stream(input.cells()).forEach(cell -> uses[cell]++));
    List<List<Integer>> made = new ArrayList<>();
    inputs.forEach(_ -> made.add(new ArrayList<>()));
    IntStream.range(0, n)
        .forEach(cell -> {
          for (int input : random.sample(inputs.size(), uses[cell])) {
            made.get(input).add(cell);
          }
        });
    return made.stream()
        .map(cells -> Sdr.of(n, cells.stream().mapToInt(Integer::intValue).toArray()))
        .toList();
  }

  @Override
  public Parameters sabotaged(Parameters p) {
    return new Parameters(
        p.population, p.active, p.synapses, p.threshold, p.dataSets, p.segments, p.inputs, false);
  }

  @Override
  public List<Figure> figures(Results all) {
    return SdrFigures.correlatedInputs(all);
  }
}
