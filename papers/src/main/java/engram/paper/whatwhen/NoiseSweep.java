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
import engram.random.Seeds;
import engram.spiking.reservoir.CentredTraces;
import engram.spiking.reservoir.CueReservoir;
import engram.spiking.reservoir.PredictionObject;
import engram.spiking.reservoir.PredictionTask;
import engram.spiking.reservoir.ThreeFactorReadout;
import engram.spiking.reservoir.TrialInput;
import java.util.List;
import java.util.Optional;

/// Noise in every neuron and millisecond: how much of it does the clock bear, alone and with slow
/// waves that flow into 30 % of the neurons in every trial alike?
final class NoiseSweep implements Experiment<Setting> {
  static final List<Double> LEVELS = List.of(0.0, 0.02, 0.1, 0.3, 1.0);
  static final Measure ERROR =
      Measure.of(
          "error",
          "squared error of what is foretold in five fresh trials, 1 for a readout that says"
              + " nothing");
  static final Measure COURSE = Measure.of("error-by-noise", "the same by noise in mV/ms");
  static final String ALONE = "network alone";
  static final String WAVES = "network with waves";
  static final String NO_NETWORK = "the waves themselves";
  private static final double HEIGHT = 5;
  private static final double REACHED = 0.3;
  private static final int WAVE_COUNT = 20;
  private static final int FRESH = 5;

  static String at(String arm, double noise) {
    return arm + ", noise " + noise;
  }

  @Override
  public String id() {
    return "noise";
  }

  @Override
  public Class<Setting> parameters() {
    return Setting.class;
  }

  @Override
  public Optional<Setting> at(Scale scale) {
    return Setting.at(scale, 0.05, 60, 0);
  }

  @Override
  public List<Claim> claims() {
    return PageClaims.noise();
  }

  @Override
  public Needs needs(Setting p) {
    return Needs.cpuSeconds(5e-5 * p.neurons() * p.before() * LEVELS.size()).withMemory(128L << 20);
  }

  @Override
  public void run(Setting p, Trial trial) {
    Seeds seeds = trial.seeds();
    CueReservoir reservoir = p.reservoir(seeds);
    TrialInput cue = p.cue("A", seeds);
    TrialInput.Waves waves = new TrialInput.Waves(WAVE_COUNT, seeds);
    TrialInput tonic = TrialInput.waves(waves, p.neurons(), REACHED, HEIGHT, seeds);
    Stages stages = new Stages(trial);
    for (double level : LEVELS) {
      TrialInput noise = TrialInput.noise(level, seeds.stream("noise " + level));
      arm(p, trial, stages, ALONE, level, reservoir, cue, noise);
      TrialInput other = TrialInput.noise(level, seeds.stream("noise with waves " + level));
      arm(p, trial, stages, WAVES, level, reservoir, cue, tonic, other);
    }
    stages.value(ERROR.in(NO_NETWORK), () -> withoutNetwork(p, waves));
  }

  private static void arm(
      Setting p,
      Trial trial,
      Stages stages,
      String arm,
      double level,
      CueReservoir reservoir,
      TrialInput... inputs) {
    stages.run(() -> {
      double error = error(p, reservoir, inputs);
      trial.out().value(ERROR.in(at(arm, level)), error);
      trial.out().series(COURSE.in(arm), level, error);
    });
  }

  private static double error(Setting p, CueReservoir reservoir, TrialInput... inputs) {
    PredictionTask task = Setting.sure(Switch.EARLY_MS);
    CentredTraces first = reservoir.centred(inputs);
    ThreeFactorReadout readout = p.local(1, first);
    for (int i = 0; i < p.before(); i++) {
      CentredTraces traces = CentredTraces.with(4, first.means(), reservoir.trial(inputs));
      readout.trial(traces, task, 0, Setting.FROM_MS);
    }
    double error = 0;
    for (int i = 0; i < FRESH; i++) {
      CentredTraces traces = CentredTraces.with(4, first.means(), reservoir.trial(inputs));
      double[] z = readout.probe(traces)[0];
      error += PredictionObject.of(z, traces, task, 0, Setting.FROM_MS).error() / FRESH;
    }
    return error;
  }

  private static double withoutNetwork(Setting p, TrialInput.Waves waves) {
    CentredTraces traces = waves.traces(1200, 4);
    PredictionTask task = Setting.sure(Switch.EARLY_MS);
    ThreeFactorReadout readout = p.local(1, traces);
    for (int i = 0; i < p.before(); i++) {
      readout.trial(traces, task, 0, Setting.FROM_MS);
    }
    double[] z = readout.probe(traces)[0];
    return PredictionObject.of(z, traces, task, 0, Setting.FROM_MS).error();
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
            "noise",
            "Error of the prediction against noise",
            "How much noise the network's transient bears, and what waves that come in every trial"
                + " alike add.",
            Axis.linear("noise", "mV/ms"),
            Axis.linear("squared error, 1 for saying nothing", "1"),
            List.of(summary.line(COURSE.in(ALONE)), summary.line(COURSE.in(WAVES)))));
  }
}
