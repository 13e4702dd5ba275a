// SPDX-License-Identifier: Apache-2.0
package engram.paper.whatwhen;

import engram.lab.Experiment;
import engram.lab.Needs;
import engram.lab.Trial;
import engram.lab.claim.Claim;
import engram.lab.claim.Control;
import engram.lab.claim.Known;
import engram.lab.claim.Origin;
import engram.lab.claim.PassLine;
import engram.lab.claim.Scale;
import engram.lab.figure.Axis;
import engram.lab.figure.Figure;
import engram.lab.figure.Summary;
import engram.lab.measure.Measure;
import engram.lab.measure.Results;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.spiking.reservoir.CentredTraces;
import engram.spiking.reservoir.CueReservoir;
import engram.spiking.reservoir.ReadoutGeometry;
import engram.spiking.reservoir.ThreeFactorReadout;
import engram.stats.Quantiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Two cues, each followed by its outcome at 400, 600 or 800 ms: six learned readouts. The main
/// effects of latency span "when", that of outcome "what". How far apart are the two spaces, and
/// how far are they for readouts that are drawn at random from the same traces?
final class Geometry implements Experiment<Setting> {
  static final Measure ANGLE =
      new Measure("angle", "degree", "mean principal angle between the spans of what and of when");
  static final Measure RANDOM =
      new Measure("random-angle", "degree", "the same of random readouts of the same traces");
  static final String LEARNED = "learned";
  static final String MEDIAN = "median";
  static final String HIGH = "95 % quantile";
  static final String LOW = "5 % quantile";
  private static final List<Double> LATENCIES = List.of(400.0, 600.0, 800.0);
  private static final List<String> CUES = List.of("A", "B");

  @Override
  public String id() {
    return "geometry";
  }

  @Override
  public Class<Setting> parameters() {
    return Setting.class;
  }

  @Override
  public Optional<Setting> at(Scale scale) {
    return Setting.at(scale, 0.05, 60, 200);
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        Claim.named("what-and-when-are-orthogonal")
            .says("The spaces of what and of when are 75 degrees apart or more in the mean.")
            .published("near-orthogonal subspaces for what and when", "abstract", Known.ABSTRACT)
            .expected(
                "the line holds and the control does not: in 600 dimensions random directions are"
                    + " 90 degrees apart, give or take 2.3")
            .passes(PassLine.atLeast(ANGLE.in(LEARNED), 75), Origin.OURS)
            .control(
                Control.nothing(
                    "further apart than 95 % of random readouts of the same traces",
                    PassLine.gain(ANGLE.in(LEARNED), RANDOM.in(HIGH), 0)))
            .build());
  }

  @Override
  public Needs needs(Setting p) {
    return Needs.cpuSeconds(2e-5 * p.neurons() * p.after()).withMemory(128L << 20);
  }

  @Override
  public void run(Setting p, Trial trial) {
    Seeds seeds = trial.seeds();
    CueReservoir reservoir = p.reservoir(seeds);
    List<CentredTraces> traces = new ArrayList<>();
    List<double[][]> learned = new ArrayList<>();
    for (String cue : CUES) {
      CentredTraces own = reservoir.centred(p.cue(cue, seeds));
      traces.add(own);
      double[][] byLatency = new double[LATENCIES.size()][];
      for (int l = 0; l < byLatency.length; l++) {
        ThreeFactorReadout readout = p.local(1, own);
        for (int i = 0; i < p.before(); i++) {
          readout.trial(own, Setting.sure(LATENCIES.get(l)), 0, Setting.FROM_MS);
        }
        byLatency[l] = readout.weights()[0];
      }
      learned.add(byLatency);
    }
    trial.out().value(ANGLE.in(LEARNED), ReadoutGeometry.meanAngle(learned));
    double[] random = new double[p.after()];
    RandomStream draws = seeds.stream("random readouts");
    for (int k = 0; k < random.length; k++) {
      random[k] = ReadoutGeometry.random(traces, LATENCIES.size(), draws);
    }
    trial.out().value(RANDOM.in(LOW), Quantiles.of(random, 0.05));
    trial.out().value(RANDOM.in(MEDIAN), Quantiles.of(random, 0.5));
    trial.out().value(RANDOM.in(HIGH), Quantiles.of(random, 0.95));
  }

  @Override
  public Setting sabotaged(Setting p) {
    return p.sabotaged();
  }

  @Override
  public List<Figure> figures(Results all) {
    Summary summary = Summary.intervals(all);
    return List.of(
        new Figure(
            "angles",
            "Angle between what and when",
            "Learned readouts are as orthogonal as the most orthogonal of random ones; those differ"
                + " much, since few of the traces' directions are strong.",
            Axis.category("readouts"),
            Axis.linear("mean principal angle", "degree"),
            List.of(
                summary.bars("learned", List.of(ANGLE.in(LEARNED))),
                summary.bars("random", List.of(LOW, MEDIAN, HIGH), RANDOM::in).asControl())));
  }
}
