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
import engram.lab.figure.Mark;
import engram.lab.figure.Summary;
import engram.lab.measure.Notebook;
import engram.lab.measure.Results;
import engram.spiking.reservoir.CentredTraces;
import engram.spiking.reservoir.CueReservoir;
import engram.spiking.reservoir.ForceReadout;
import engram.spiking.reservoir.TraceReadout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The outcome moves from 500 to 800 ms: the local rule, recursive least squares as they are, with
/// a reset, and with forgetting; and the local rule on other traces.
final class LatencySwitch implements Experiment<Setting> {
  static final String LOCAL = "local rule";
  static final String FORCE = "least squares";
  static final String RESET = "least squares, reset at the switch";
  static final String FORGETTING = "least squares that forget";
  static final String DELAY = "local rule on a delay line";
  static final String UNCENTRED = "local rule, traces not centred";
  static final String SHUT = "gate shut";
  static final List<String> ARMS = List.of(LOCAL, FORCE, RESET, FORGETTING, DELAY, UNCENTRED, SHUT);
  private static final double ALPHA = 0.01;
  private static final double KEPT = 0.999;

  @Override
  public String id() {
    return "latency-switch";
  }

  @Override
  public Class<Setting> parameters() {
    return Setting.class;
  }

  @Override
  public Optional<Setting> at(Scale scale) {
    return Setting.at(scale, 0.05, 60, 50);
  }

  @Override
  public List<Claim> claims() {
    return SwitchClaims.all();
  }

  @Override
  public Needs needs(Setting p) {
    return Needs.cpuSeconds(1e-6 * p.neurons() * p.neurons() * (p.before() + p.after()) / 2)
        .withMemory(256L << 20);
  }

  @Override
  public void run(Setting p, Trial trial) {
    CueReservoir reservoir = p.reservoir(trial.seeds());
    double[] raw = reservoir.trial(p.cue("A", trial.seeds()));
    CentredTraces traces = CentredTraces.of(4, p.neurons(), raw);
    Switch change = new Switch(traces, p.before(), p.after());
    Stages stages = new Stages(trial);
    Notebook out = trial.out();
    stages.run(() -> out.value(Reading.RATE.plain(), reservoir.meanHz()));
    course(stages, out, LOCAL, change, () -> p.local(1, traces));
    course(stages, out, FORCE, change, () -> new ForceReadout(1, p.neurons(), ALPHA, 1));
    stages.run(() -> {
      ForceReadout force = new ForceReadout(1, p.neurons(), ALPHA, 1);
      change.learn(out, RESET, force);
      force.reset();
      change.follow(out, RESET, force);
    });
    course(stages, out, FORGETTING, change, () -> new ForceReadout(1, p.neurons(), ALPHA, KEPT));
    CentredTraces line = Setting.line();
    Switch onLine = new Switch(line, p.before(), p.after());
    course(stages, out, DELAY, onLine, () -> p.local(1, line));
    CentredTraces plain = CentredTraces.with(4, new double[p.neurons()], raw);
    Switch onPlain = new Switch(plain, p.before(), p.after());
    course(stages, out, UNCENTRED, onPlain, () -> p.local(1, plain));
    course(stages, out, SHUT, change, () -> p.sabotaged().local(1, traces));
  }

  private static void course(
      Stages stages, Notebook out, String arm, Switch change, Supplier<TraceReadout> made) {
    stages.run(() -> {
      TraceReadout readout = made.get();
      change.learn(out, arm, readout);
      change.follow(out, arm, readout);
    });
  }

  @Override
  public Setting sabotaged(Setting p) {
    return p.sabotaged();
  }

  @Override
  public List<Figure> figures(Results all) {
    Summary summary = Summary.intervals(all);
    List<Mark> marks = new ArrayList<>();
    for (String arm : List.of(LOCAL, RESET)) {
      marks.add(summary.line(Switch.COURSE.in(arm)));
    }
    for (String arm : List.of(FORCE, FORGETTING, DELAY)) {
      marks.add(summary.line(Switch.COURSE.in(arm)).asControl());
    }
    return List.of(
        new Figure(
            "relock",
            "Where the prediction peaks after the outcome moved to 800 ms",
            "The local rule moves, sooner on a delay line; least squares stay at 500 ms unless they"
                + " forget or are reset.",
            Axis.linear("trial after the switch", "trial"),
            Axis.linear("peak of the probe", "ms"),
            marks));
  }
}
