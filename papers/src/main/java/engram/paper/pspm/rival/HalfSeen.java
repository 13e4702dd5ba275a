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
import engram.signal.spike.SpikeRaster;
import engram.spiking.pool.PspmRule;
import engram.spiking.pool.PspmTrainer;
import engram.spiking.pool.PspmTraining;
import engram.spiking.pool.SynapseMask;
import engram.spiking.replay.RecurrentWeights;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A recording of every second neuron: the rule changes the weights into seen neurons, the hidden
/// ones run along with the weights that they began with. The input of all is known.
public final class HalfSeen implements Experiment<Setting> {
  static final Measure SEEN = Measure.of("f1-seen", "as f1, of the neurons that are recorded");
  static final Measure HIDDEN = Measure.of("f1-hidden", "as f1, of the neurons that are not");
  static final String HALF = "half seen";
  static final String ALL = "all seen";
  static final String SOURCES = "half seen, no synapse from hidden";
  static final String ELSEWHEN = "half seen, pools of other moments";
  static final String RANDOM = "random weights";
  static final String NONE = "no recurrence";
  private static final List<String> ARMS = List.of(HALF, ALL, SOURCES, ELSEWHEN, RANDOM, NONE);

  @Override
  public String id() {
    return "half-seen";
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
    return List.of(RivalClaims.halfSeen());
  }

  @Override
  public Needs needs(Setting p) {
    return Needs.cpuSeconds(4 * p.epochSeconds() * p.epochs());
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
    int n = p.neurons();
    int[] every = IntStream.range(0, n).toArray();
    int[] seen = every(n, 0);
    SynapseMask all = recording.mask();
    PspmRule elsewhen = Setting.elsewhen(PspmRule.local());
    train(out, HALF, recording, p.epochs(), trainer(recording, p.local(), all, seeds, HALF, seen));
    train(out, ALL, recording, p.epochs(), trainer(recording, p.local(), all, seeds, ALL, every));
    SynapseMask from = SynapseMask.from(n, seen);
    train(
        out,
        SOURCES,
        recording.startingAt(from.kept(recording.first())),
        p.epochs(),
        trainer(recording, p.local(), from, seeds, SOURCES, seen));
    train(
        out,
        ELSEWHEN,
        recording,
        p.epochs(),
        trainer(recording, elsewhen, all, seeds, ELSEWHEN, seen));
    write(out, RANDOM, recording, recording.first());
    write(out, NONE, recording, recording.none());
  }

  private static int[] every(int n, int first) {
    return IntStream.range(0, n).filter(i -> i % 2 == first).toArray();
  }

  private static PspmTrainer trainer(
      Recording recording, PspmRule rule, SynapseMask mask, Seeds seeds, String arm, int[] seen) {
    return new PspmTrainer(recording.net(), rule, mask, seeds.child(arm)).seeing(seen);
  }

  private static void train(
      Notebook out, String arm, Recording recording, int epochs, PspmTrainer trainer) {
    PspmTraining training = recording.trained(trainer, epochs, out, arm);
    write(out, arm, recording, training.best());
  }

  private static void write(Notebook out, String arm, Recording recording, RecurrentWeights found) {
    int n = recording.net().neurons();
    SpikeRaster target = recording.train().target();
    SpikeRaster run = recording.replay(found);
    out.value(SEEN.in(arm), Reading.f1(target, run, every(n, 0)));
    out.value(HIDDEN.in(arm), Reading.f1(target, run, every(n, 1)));
  }

  @Override
  public List<Figure> figures(Results all) {
    return List.of(
        new Figure(
            "half-seen",
            "Spikes matched of seen neurons, where half of the net is hidden",
            "With half of the neurons hidden the rule still repeats most spikes of the others.",
            Axis.category("arm"),
            Axis.linear("F1 of seen neurons", "1"),
            List.of(
                Reading.bars("trained", all, SEEN, ARMS.subList(0, 2)),
                Reading.bars("controls", all, SEEN, ARMS.subList(2, 6)).asControl())),
        new Figure(
            "hidden",
            "Spikes matched of hidden neurons",
            "Hidden neurons gain little from what their seen neighbours learn.",
            Axis.category("arm"),
            Axis.linear("F1 of hidden neurons", "1"),
            List.of(
                Reading.bars("trained", all, HIDDEN, ARMS.subList(0, 2)),
                Reading.bars("controls", all, HIDDEN, ARMS.subList(2, 6)).asControl())));
  }
}
