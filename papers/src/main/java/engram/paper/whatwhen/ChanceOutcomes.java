// SPDX-License-Identifier: Apache-2.0
package engram.paper.whatwhen;

import engram.lab.Experiment;
import engram.lab.Needs;
import engram.lab.Stages;
import engram.lab.Trial;
import engram.lab.claim.Claim;
import engram.lab.claim.Scale;
import engram.lab.figure.Axis;
import engram.lab.figure.Figure;
import engram.lab.figure.Summary;
import engram.lab.measure.Measure;
import engram.lab.measure.Results;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.spiking.reservoir.CentredTraces;
import engram.spiking.reservoir.PredictionObject;
import engram.spiking.reservoir.PredictionTask;
import engram.spiking.reservoir.TraceReadout;
import java.util.List;
import java.util.Optional;

/// One outcome at 500 ms that comes with probability .2, .4, .6, .8 or 1: is the amplitude of what
/// is foretold the probability?
final class ChanceOutcomes implements Experiment<Setting> {
  static final List<Double> PROBABILITIES = List.of(0.2, 0.4, 0.6, 0.8, 1.0);
  static final Measure SLOPE =
      Measure.of("slope", "of amplitude on probability, over the amplitude at probability 1");
  static final Measure FIT = Measure.of("r2", "share of the amplitudes' variance on that line");
  static final Measure AMPLITUDE = Measure.of("amplitude", "by probability");
  static final String LOCAL = "local rule";
  static final String DELAY = "local rule on a delay line";
  static final String COUNT = "share of trials in which it came";

  @Override
  public String id() {
    return "chance-outcomes";
  }

  @Override
  public Class<Setting> parameters() {
    return Setting.class;
  }

  @Override
  public Optional<Setting> at(Scale scale) {
    return Setting.at(scale, 0.005, 600, 0);
  }

  @Override
  public List<Claim> claims() {
    return PageClaims.chance();
  }

  @Override
  public Needs needs(Setting p) {
    return Needs.cpuSeconds(2e-6 * p.neurons() * p.before()).withMemory(128L << 20);
  }

  @Override
  public void run(Setting p, Trial trial) {
    Seeds seeds = trial.seeds();
    CentredTraces traces = p.reservoir(seeds).centred(p.cue("A", seeds));
    CentredTraces line = Setting.line();
    Stages stages = new Stages(trial);
    double[][] found = new double[3][PROBABILITIES.size()];
    for (int i = 0; i < PROBABILITIES.size(); i++) {
      double probability = PROBABILITIES.get(i);
      PredictionTask task =
          PredictionTask.of(new PredictionTask.Outcome(Switch.EARLY_MS, probability));
      RandomStream draws = seeds.child("chance", i).stream("outcomes");
      double[] each = stages.run(() -> amplitudes(p, task, traces, line, draws));
      for (int arm = 0; arm < each.length; arm++) {
        found[arm][i] = each[arm];
      }
    }
    int arm = 0;
    for (String name : List.of(LOCAL, DELAY, COUNT)) {
      Reading.regress(trial.out(), name, PROBABILITIES, found[arm++]);
    }
  }

  private static double[] amplitudes(
      Setting p,
      PredictionTask task,
      CentredTraces traces,
      CentredTraces line,
      RandomStream draws) {
    TraceReadout local = p.local(1, traces);
    TraceReadout onLine = p.local(1, line);
    int came = 0;
    for (int i = 0; i < p.before(); i++) {
      int drawn = task.draw(draws);
      came += drawn == PredictionTask.NOTHING ? 0 : 1;
      local.trial(traces, task, drawn, Setting.FROM_MS);
      onLine.trial(line, task, drawn, Setting.FROM_MS);
    }
    return new double[] {
      amplitude(local, traces, task), amplitude(onLine, line, task), (double) came / p.before()
    };
  }

  private static double amplitude(TraceReadout readout, CentredTraces traces, PredictionTask task) {
    double[] z = readout.probe(traces)[0];
    return PredictionObject.of(z, traces, task, 0, Setting.FROM_MS).amplitude();
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
            "amplitude",
            "Amplitude of the prediction against the outcome's probability",
            "What a local rule foretells is how often the outcome came, with or without a network.",
            Axis.linear("probability of the outcome", "1"),
            Axis.linear("amplitude of the probe", "1"),
            List.of(
                summary.line(AMPLITUDE.in(LOCAL)),
                summary.line(AMPLITUDE.in(DELAY)).asControl(),
                summary.line(AMPLITUDE.in(COUNT)).asControl())));
  }
}
