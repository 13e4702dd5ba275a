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
import java.util.stream.IntStream;

/// What a recording says of weights: the local rule beside the same rule under a teacher, beside a
/// perceptron that knows the neuron, and beside that perceptron on ten times the recording. Judged
/// by spikes, by spikes on fresh input, and by the weights themselves.
public final class LearnedWeights implements Experiment<Setting> {
  static final String LOCAL = "local";
  static final String TEACHER = "local, teacher-forced";
  static final String PERCEPTRON = "perceptron, teacher-forced";
  static final String LONG = "perceptron, ten times as long";
  static final String RANDOM = "random weights";
  static final String NONE = "no recurrence";
  private static final List<String> ARMS = List.of(LOCAL, TEACHER, PERCEPTRON, LONG, RANDOM, NONE);
  private static final List<String> OURS = ARMS.subList(0, 2);
  private static final List<String> OTHERS = ARMS.subList(2, 6);
  private static final List<String> WITH_WEIGHTS = ARMS.subList(2, 5);
  private static final Measure LEARNED =
      Measure.of("learned-weight", "over the true weight, into the first 4 neurons");
  private static final int LONGER = 10;
  private static final int SHOWN = 4;

  @Override
  public String id() {
    return "learned-weights";
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
        MatchClaims.weightsDiffer(), MatchClaims.overfits(), MatchClaims.teacherForcedStalls());
  }

  @Override
  public Needs needs(Setting p) {
    return Needs.cpuSeconds(6 * p.epochSeconds() * p.epochs());
  }

  @Override
  public Setting sabotaged(Setting p) {
    return p.sabotaged();
  }

  @Override
  public void run(Setting p, Trial trial) {
    Notebook out = trial.out();
    Seeds seeds = trial.seeds();
    Recording recording = Recording.of(p, seeds);
    Recording longer = Recording.of(p, LONGER * p.steps(), p.steps(), seeds);
    RecurrentWeights local = recording.trained(p.local(), p.epochs(), seeds, out, LOCAL).best();
    RecurrentWeights teacher =
        recording.trained(p.teacherForced(), p.epochs(), seeds, out, TEACHER).best();
    RecurrentWeights much = Perceptrons.slowPerceptron(longer, p.epochs(), out, LONG);
    Reading.spikesAndWeights(out, LOCAL, recording, local);
    Reading.spikesAndWeights(out, TEACHER, recording, teacher);
    Reading.spikesAndWeights(
        out, PERCEPTRON, recording, Perceptrons.perceptron(recording, p.epochs(), out, PERCEPTRON));
    Reading.spikesAndWeights(out, LONG, longer, much);
    Reading.spikesAndWeights(out, RANDOM, recording, recording.first());
    Reading.arm(out, NONE, recording, recording.none());
    scatter(out, LOCAL, recording, local);
    scatter(out, LONG, longer, much);
  }

  private static void scatter(
      Notebook out, String arm, Recording recording, RecurrentWeights found) {
    int n = recording.net().neurons();
    RecurrentWeights truth = recording.truth();
    IntStream.range(0, SHOWN * n)
        .filter(pair -> pair / n != pair % n)
        .boxed()
        .sorted((a, b) -> Double.compare(truth.weight(a / n, a % n), truth.weight(b / n, b % n)))
        .forEach(pair ->
            out.series(
                LEARNED.in(arm),
                truth.weight(pair / n, pair % n),
                found.weight(pair / n, pair % n)));
  }

  @Override
  public List<Figure> figures(Results all) {
    return List.of(
        new Figure(
            "weights",
            "Learned weights over true ones, into four neurons",
            "From ten times the recording a perceptron finds the weights; the local rule's lie"
                + " anywhere.",
            Axis.linear("true weight", "1"),
            Axis.linear("learned weight", "1"),
            List.of(
                Reading.firstPoints(LONG, all, LEARNED.in(LONG)).asControl(),
                Reading.firstPoints(LOCAL, all, LEARNED.in(LOCAL)))),
        new Figure(
            "excitatory-correlation",
            "Correlation of learned and true weights, excitatory neurons",
            "Nets that repeat all spikes of a short recording share little with the true weights.",
            Axis.category("arm"),
            Axis.linear("correlation", "1"),
            List.of(
                Reading.bars("PSPM", all, Reading.EXCITATORY, OURS),
                Reading.bars("others", all, Reading.EXCITATORY, WITH_WEIGHTS).asControl())),
        new Figure(
            "fresh-input",
            "Spikes matched on input that was not recorded",
            "The local rule falls to the nets that learned nothing; a perceptron stays above.",
            Axis.category("arm"),
            Axis.linear("F1 on fresh input", "1"),
            List.of(
                Reading.bars("PSPM", all, Reading.FRESH_F1, OURS),
                Reading.bars("others", all, Reading.FRESH_F1, OTHERS).asControl())));
  }
}
