// SPDX-License-Identifier: Apache-2.0
package engram.paper.pspm.match;

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
import engram.paper.pspm.shared.Reading;
import engram.paper.pspm.shared.Recording;
import engram.paper.pspm.shared.Setting;
import engram.random.Seeds;
import engram.spiking.replay.RecurrentWeights;
import java.util.List;
import java.util.Optional;

/// The rule against the strength of recurrence, from nets that mostly follow their input to chaotic
/// ones. Series run over 1 / g, from the strongest to the weakest.
public final class Recurrence implements Experiment<Setting> {
  static final List<Double> STRENGTHS = List.of(0.4, 0.2, 0.1, 0.05);
  static final Measure REACHED = Measure.of("f1-reached", "F1 over 1 / g");
  static final Measure GAINED =
      Measure.of("f1-gained", "F1 of the trained less that of no recurrence, over 1 / g");
  static final String LOCAL = "local";
  static final String HOMEOSTASIS = "homeostasis";
  static final String RANDOM = "random weights";
  static final String NONE = "no recurrence";

  /// An arm at a strength.
  static String at(String arm, double strength) {
    return arm + ", g=" + strength;
  }

  @Override
  public String id() {
    return "recurrence";
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
    return List.of(MatchClaims.recurrenceHurts());
  }

  @Override
  public Needs needs(Setting p) {
    return Needs.cpuSeconds(12 * p.epochSeconds() * p.epochs());
  }

  @Override
  public Setting sabotaged(Setting p) {
    return p.sabotaged();
  }

  @Override
  public void run(Setting p, Trial trial) {
    for (double strength : STRENGTHS) {
      run(p.at(strength), trial.seeds(), trial.out());
    }
  }

  private static void run(Setting p, Seeds seeds, Notebook out) {
    double g = p.strength();
    Recording recording = Recording.of(p, seeds);
    RecurrentWeights local =
        recording.trained(p.local(), p.epochs(), seeds, out, at(LOCAL, g)).best();
    RecurrentWeights rates =
        recording.trained(p.homeostatic(), p.epochs(), seeds, out, at(HOMEOSTASIS, g)).last();
    double reached = write(out, at(LOCAL, g), recording, local);
    double none = write(out, at(NONE, g), recording, recording.none());
    double homeostatic = write(out, at(HOMEOSTASIS, g), recording, rates);
    double random = write(out, at(RANDOM, g), recording, recording.first());
    out.series(REACHED.in(LOCAL), 1 / g, reached);
    out.series(REACHED.in(HOMEOSTASIS), 1 / g, homeostatic);
    out.series(REACHED.in(RANDOM), 1 / g, random);
    out.series(REACHED.in(NONE), 1 / g, none);
    out.series(GAINED.in(LOCAL), 1 / g, reached - none);
  }

  private static double write(
      Notebook out, String arm, Recording recording, RecurrentWeights weights) {
    Reading.arm(out, arm, recording, weights);
    return Reading.f1(recording.train().target(), recording.replay(weights));
  }

  @Override
  public List<Figure> figures(Results all) {
    return List.of(
        new Figure(
            "recurrence",
            "Spikes matched, from chaotic nets to nets that follow their input",
            "The stronger the recurrence (to the left), the less is found by any of them, and the"
                + " less lies between the rule and a net without recurrence.",
            Axis.log("1 / g", "1"),
            Axis.linear("F1", "1"),
            List.of(
                Reading.line(NONE, all, REACHED.in(NONE)).asControl(),
                Reading.line(RANDOM, all, REACHED.in(RANDOM)).asControl(),
                Reading.line(HOMEOSTASIS, all, REACHED.in(HOMEOSTASIS)).asControl(),
                Reading.line(LOCAL, all, REACHED.in(LOCAL)))));
  }
}
