// SPDX-License-Identifier: Apache-2.0
package engram.paper.pspm.rival;

import engram.lab.Experiment;
import engram.lab.Needs;
import engram.lab.Trial;
import engram.lab.claim.Claim;
import engram.lab.claim.Scale;
import engram.lab.figure.Axis;
import engram.lab.figure.Figure;
import engram.lab.measure.Measure;
import engram.lab.measure.Notebook;
import engram.lab.measure.Results;
import engram.paper.pspm.match.SpikeTrains;
import engram.paper.pspm.shared.Reading;
import engram.paper.pspm.shared.Recording;
import engram.paper.pspm.shared.Setting;
import engram.random.Seeds;
import engram.spiking.pool.PspmRule;
import java.util.List;
import java.util.Optional;

/// The pool rule beside learners of other kinds, on one budget ([Tuning]): STDP under a teacher's
/// current, and surrogate gradients, whole and of each neuron by itself. Where recurrence is weak,
/// and where nets are chaotic.
public final class Learners implements Experiment<Setting> {
  static final double WEAK = 0.05;
  static final double STRONG = 0.2;
  static final String POOL = "pool rule";
  static final String STDP = "STDP with a teacher";
  static final String WHOLE = "whole gradient";
  static final String ITSELF = "gradient by itself";
  static final String ELSEWHEN = "pools of other moments";
  static final String RANDOM = "random weights";
  static final String NONE = "no recurrence";
  static final Measure TAUGHT =
      Measure.of(
          "f1-under-teacher", "spikes matched within 2 steps under the current, least epoch");
  private static final List<String> LEARNERS = List.of(POOL, STDP, WHOLE, ITSELF);
  private static final List<String> CONTROLS = List.of(ELSEWHEN, RANDOM, NONE);
  private static final int FITS = 30;

  /// An arm at a strength.
  static String at(String arm, double strength) {
    return arm + ", g=" + strength;
  }

  @Override
  public String id() {
    return "learners";
  }

  @Override
  public Class<Setting> parameters() {
    return Setting.class;
  }

  @Override
  public Optional<Setting> at(Scale scale) {
    return new SpikeTrains().at(scale);
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        RivalClaims.aboveStdp(), RivalClaims.noGradientNeeded(), RivalClaims.gradientByItself());
  }

  @Override
  public Needs needs(Setting p) {
    return Needs.cpuSeconds(2 * FITS * p.epochSeconds() * p.epochs());
  }

  @Override
  public Setting sabotaged(Setting p) {
    return p.sabotaged();
  }

  @Override
  public void run(Setting p, Trial trial) {
    run(p.at(WEAK), trial.seeds(), trial.out());
    run(p.at(STRONG), trial.seeds(), trial.out());
  }

  /// With the mechanism taken out the gradient by itself is the whole one, too.
  private static void run(Setting p, Seeds seeds, Notebook out) {
    double g = p.strength();
    Recording recording = Recording.of(p, seeds);
    PspmRule elsewhen = Setting.elsewhen(PspmRule.local());
    String pool = at(POOL, g);
    String other = at(ELSEWHEN, g);
    Reading.spikesAndWeights(
        out, pool, recording, Tuning.pool(recording, p.local(), p.epochs(), seeds, out, pool));
    Reading.spikesAndWeights(
        out, other, recording, Tuning.pool(recording, elsewhen, p.epochs(), seeds, out, other));
    Tuning.Taught stdp = Tuning.stdp(recording, p.epochs(), out, at(STDP, g));
    Reading.spikesAndWeights(out, at(STDP, g), recording, stdp.weights());
    out.value(TAUGHT.in(at(STDP, g)), stdp.underTeacher());
    for (String arm : List.of(WHOLE, ITSELF)) {
      boolean whole = arm.equals(WHOLE) || p.misplaced();
      Reading.spikesAndWeights(
          out,
          at(arm, g),
          recording,
          Tuning.gradient(recording, whole, p.epochs(), out, at(arm, g)));
    }
    Reading.spikesAndWeights(out, at(RANDOM, g), recording, recording.first());
    Reading.arm(out, at(NONE, g), recording, recording.none());
  }

  @Override
  public List<Figure> figures(Results all) {
    return List.of(
        bars(
            all,
            "weak-recurrence",
            "Spikes matched where recurrence is weak, g = .05",
            "The pool rule and both gradients repeat the recording; STDP with a teacher stays with"
                + " the nets that learned nothing.",
            WEAK),
        bars(
            all,
            "strong-recurrence",
            "Spikes matched where nets are chaotic, g = .2",
            "The pool rule comes near a gradient of each neuron by itself; the whole gradient"
                + " falls to the controls.",
            STRONG));
  }

  private static Figure bars(Results all, String id, String title, String see, double g) {
    List<String> learners = LEARNERS.stream().map(arm -> at(arm, g)).toList();
    List<String> controls = CONTROLS.stream().map(arm -> at(arm, g)).toList();
    return new Figure(
        id,
        title,
        see,
        Axis.category("arm"),
        Axis.linear("F1", "1"),
        List.of(
            Reading.bars("learners", all, Reading.F1, learners),
            Reading.bars("controls", all, Reading.F1, controls).asControl()));
  }
}
