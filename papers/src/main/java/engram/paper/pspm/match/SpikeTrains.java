// SPDX-License-Identifier: Apache-2.0
package engram.paper.pspm.match;

import engram.lab.Experiment;
import engram.lab.Needs;
import engram.lab.Trial;
import engram.lab.claim.Claim;
import engram.lab.claim.Scale;
import engram.lab.figure.Axis;
import engram.lab.figure.Figure;
import engram.lab.figure.Mark;
import engram.lab.measure.Entry;
import engram.lab.measure.Measure;
import engram.lab.measure.Notebook;
import engram.lab.measure.Results;
import engram.paper.pspm.shared.Reading;
import engram.paper.pspm.shared.Recording;
import engram.paper.pspm.shared.Setting;
import engram.random.Seeds;
import engram.signal.spike.SpikeRaster;
import engram.spiking.pool.PspmRule;
import engram.spiking.replay.RecurrentWeights;
import java.util.List;
import java.util.Optional;

/// The main page: what the local rule, homeostasis and both make of a recording, beside nets that
/// learned nothing.
public final class SpikeTrains implements Experiment<Setting> {
  static final String LOCAL = "local";
  static final String BOTH = "both";
  static final String HOMEOSTASIS = "homeostasis";
  static final String ELSEWHEN = "pools of other moments";
  static final String RANDOM = "random weights";
  static final String SHUFFLED = "shuffled truth";
  static final String NONE = "no recurrence";
  private static final List<String> ARMS =
      List.of(LOCAL, BOTH, HOMEOSTASIS, ELSEWHEN, RANDOM, SHUFFLED, NONE);
  private static final Measure RASTER =
      Measure.of("spikes", "neuron over step, the first 8 neurons and 300 steps");
  private static final String REFERENCE = "reference";
  private static final int ROWS = 8;
  private static final int COLUMNS = 300;

  @Override
  public String id() {
    return "spike-trains";
  }

  @Override
  public Class<Setting> parameters() {
    return Setting.class;
  }

  @Override
  public Optional<Setting> at(Scale scale) {
    return Optional.of(
        switch (scale) {
          case SMOKE -> Setting.smoke(0.05);
          case SMALL -> Setting.small(0.05);
          case FULL -> Setting.full(0.005);
        });
  }

  @Override
  public List<Claim> claims() {
    return List.of(MatchClaims.similarityRises(), MatchClaims.homeostasisFitsRates());
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
    PspmRule elsewhen = Setting.elsewhen(PspmRule.local());
    RecurrentWeights local = recording.trained(p.local(), p.epochs(), seeds, out, LOCAL).best();
    Reading.spikesAndWeights(out, LOCAL, recording, local);
    Reading.spikesAndWeights(
        out, BOTH, recording, recording.trained(p.both(), p.epochs(), seeds, out, BOTH).best());
    Reading.spikesAndWeights(
        out,
        HOMEOSTASIS,
        recording,
        recording.trained(p.homeostatic(), p.epochs(), seeds, out, HOMEOSTASIS).last());
    Reading.spikesAndWeights(
        out,
        ELSEWHEN,
        recording,
        recording.trained(elsewhen, p.epochs(), seeds, out, ELSEWHEN).best());
    Reading.spikesAndWeights(out, RANDOM, recording, recording.first());
    Reading.spikesAndWeights(
        out,
        SHUFFLED,
        recording,
        recording.law().shuffled(recording.truth(), seeds.stream("shuffle")));
    Reading.arm(out, NONE, recording, recording.none());
    raster(out, REFERENCE, recording.train().target());
    raster(out, LOCAL, recording.replay(local));
    raster(out, NONE, recording.replay(recording.none()));
  }

  private static void raster(Notebook out, String arm, SpikeRaster raster) {
    for (int t = 0; t < Math.min(COLUMNS, raster.steps()); t++) {
      for (int i = 0; i < Math.min(ROWS, raster.neurons()); i++) {
        if (raster.get(i, t)) {
          out.series(RASTER.in(arm), t, i + 1);
        }
      }
    }
  }

  private static Mark.Raster drawn(Results all, String arm, int line) {
    List<Entry.Point> points = all.count() == 0 ? List.of() : all.series(0, RASTER.in(arm));
    return new Mark.Raster(
        arm,
        points.stream().map(Entry.Point::x).toList(),
        points.stream().map(point -> MatchFigures.line(point.y(), line)).toList());
  }

  @Override
  public List<Figure> figures(Results all) {
    return List.of(
        MatchFigures.rasters(
            List.of(drawn(all, REFERENCE, 0), drawn(all, LOCAL, 1), drawn(all, NONE, 2))),
        MatchFigures.curves(all, List.of(LOCAL, BOTH, HOMEOSTASIS), List.of(ELSEWHEN)),
        new Figure(
            "similarity",
            "Spikes matched one to one within 2 steps",
            "The local rule and both stand well above every net that learned nothing of the times.",
            Axis.category("arm"),
            Axis.linear("F1", "1"),
            List.of(
                Reading.bars("trained", all, Reading.F1, ARMS.subList(0, 3)),
                Reading.bars("controls", all, Reading.F1, ARMS.subList(3, 7)).asControl())));
  }
}
