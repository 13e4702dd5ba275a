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
import engram.lab.measure.Notebook;
import engram.lab.measure.Results;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.spiking.reservoir.CentredTraces;
import engram.spiking.reservoir.PredictionObject;
import engram.spiking.reservoir.PredictionTask;
import engram.spiking.reservoir.PredictionTask.Outcome;
import engram.spiking.reservoir.SplitReadout;
import engram.spiking.reservoir.TraceReadout;
import java.util.List;
import java.util.Optional;

/// Two outcomes, at 400 and 800 ms, that come with .7 and .3 and then with .3 and .7: what changes
/// is how surely, not when.
final class SwappedOutcomes implements Experiment<Setting> {
  static final Measure MISSED =
      Measure.of(
          "amplitude-error",
          "distance of amplitude from probability, mean of both outcomes and of the last 20 trials");
  static final Measure MOVED =
      new Measure("timing-error", "ms", "distance of the peaks from the times, the same mean");
  static final Measure COURSE =
      Measure.of("amplitude", "of the first outcome, by trial after the swap");
  static final String LOCAL = "local rule";
  static final String SPLIT = "local rule in two parts";
  static final String DELAY = "local rule on a delay line";
  static final String OLD = "no learning after the swap";
  private static final PredictionTask FIRST =
      PredictionTask.of(new Outcome(400, 0.7), new Outcome(800, 0.3));
  private static final PredictionTask THEN =
      PredictionTask.of(new Outcome(400, 0.3), new Outcome(800, 0.7));
  private static final int LAST = 20;
  private static final int REPLAYED = 10;

  @Override
  public String id() {
    return "swapped-outcomes";
  }

  @Override
  public Class<Setting> parameters() {
    return Setting.class;
  }

  @Override
  public Optional<Setting> at(Scale scale) {
    return Setting.at(scale, 0.02, 150, 60);
  }

  @Override
  public List<Claim> claims() {
    return PageClaims.swap();
  }

  @Override
  public Needs needs(Setting p) {
    return Needs.cpuSeconds(4e-6 * p.neurons() * (p.before() + p.after())).withMemory(128L << 20);
  }

  @Override
  public void run(Setting p, Trial trial) {
    Seeds seeds = trial.seeds();
    CentredTraces traces = p.reservoir(seeds).centred(p.cue("A", seeds));
    CentredTraces line = Setting.line();
    Stages stages = new Stages(trial);
    stages.run(() -> course(p, trial, LOCAL, p.local(2, traces), traces, p.after()));
    stages.run(() -> {
      SplitReadout split = new SplitReadout(2, traces, p.rule(), REPLAYED, p.eta() / REPLAYED);
      course(p, trial, SPLIT, split, traces, p.after());
    });
    stages.run(() -> course(p, trial, DELAY, p.local(2, line), line, p.after()));
    stages.run(() -> course(p, trial, OLD, p.local(2, traces), traces, 0));
  }

  private static void course(
      Setting p, Trial trial, String arm, TraceReadout readout, CentredTraces traces, int learned) {
    RandomStream draws = trial.seeds().stream("outcomes");
    for (int i = 0; i < p.before(); i++) {
      readout.trial(traces, FIRST, FIRST.draw(draws), Setting.FROM_MS);
    }
    Notebook out = trial.out();
    double missed = 0;
    double moved = 0;
    int counted = Math.min(LAST, p.after());
    for (int i = 1; i <= p.after(); i++) {
      int drawn = THEN.draw(draws);
      if (i <= learned) {
        readout.trial(traces, THEN, drawn, Setting.FROM_MS);
      }
      double[][] z = readout.probe(traces);
      for (int k = 0; k < 2; k++) {
        PredictionObject object = PredictionObject.of(z[k], traces, THEN, k, Setting.FROM_MS);
        Outcome outcome = THEN.outcomes().get(k);
        if (i > p.after() - counted) {
          missed += Math.abs(object.amplitude() - outcome.probability()) / (2 * counted);
          moved += Math.abs(object.peakMs() - outcome.latencyMs()) / (2 * counted);
        }
        if (k == 0) {
          out.series(COURSE.in(arm), i, object.amplitude());
        }
      }
    }
    out.value(MISSED.in(arm), missed);
    out.value(MOVED.in(arm), moved);
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
            "swap",
            "Amplitude of the outcome at 400 ms after its probability fell from .7 to .3",
            "The local rule follows in dozens of trials and its two-part form lags; on a delay line"
                + " it follows at once, and each trial's chance shows.",
            Axis.linear("trial after the swap", "trial"),
            Axis.linear("amplitude of the probe", "1"),
            List.of(
                summary.line(COURSE.in(LOCAL)),
                summary.line(COURSE.in(SPLIT)),
                summary.line(COURSE.in(DELAY)).asControl())));
  }
}
