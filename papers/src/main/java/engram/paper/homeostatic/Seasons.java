// SPDX-License-Identifier: Apache-2.0
package engram.paper.homeostatic;

import static engram.paper.homeostatic.FirstOrderShift.CONSTANT;
import static engram.paper.homeostatic.FirstOrderShift.HOMEOSTATIC;
import static engram.paper.homeostatic.FirstOrderShift.RANDOM;
import static engram.paper.homeostatic.FirstOrderShift.SHADOW;
import static engram.paper.homeostatic.FirstOrderShift.TUNED;

import engram.credit.rate.online.ConceptShift;
import engram.lab.Experiment;
import engram.lab.Needs;
import engram.lab.Trial;
import engram.lab.claim.Claim;
import engram.lab.claim.Scale;
import engram.lab.figure.Axis;
import engram.lab.figure.Figure;
import engram.lab.figure.Mark;
import engram.lab.figure.Summary;
import engram.lab.measure.Results;
import java.util.List;
import java.util.Optional;

/// Shift of second order: seasons of one epoch in which labels stay, and of one epoch in which they
/// are exchanged at s = 60, in turn.
final class Seasons implements Experiment<Setting> {
  private static final int SWAPS = 60;

  private final Source source;

  Seasons(Source source) {
    this.source = source;
  }

  @Override
  public String id() {
    return source.id() + "-seasons";
  }

  @Override
  public Class<Setting> parameters() {
    return Setting.class;
  }

  @Override
  public Optional<Setting> at(Scale scale) {
    return Optional.of(
        switch (scale) {
          case SMOKE -> new Setting(500, 2, 100, 0.05, false);
          case SMALL -> new Setting(10_000, 4, 1000, 0.05, false);
          case FULL -> new Setting(60_000, 50, 10_000, 0.05, false);
        });
  }

  @Override
  public Setting sabotaged(Setting p) {
    return p.sabotaged();
  }

  @Override
  public Needs needs(Setting p) {
    return source.needs(p, 6);
  }

  @Override
  public List<Claim> claims() {
    return List.of(HomeostaticClaims.betterOverSeasons(source));
  }

  @Override
  public void run(Setting p, Trial trial) {
    Arms arms = Arms.of(source, p, trial);
    ConceptShift seasons = ConceptShift.seasons(0, p.swaps(SWAPS), 1);
    Optional<Arms.Reached> own = arms.homeostatic(HOMEOSTATIC, p.regulator(), seasons);
    arms.constant(CONSTANT, p.eta0(), seasons);
    arms.constant(TUNED, 0.2, seasons);
    arms.shadow(SHADOW, own, seasons);
    arms.random(RANDOM, p.regulator(), seasons);
  }

  @Override
  public List<Figure> figures(Results all) {
    return List.of(
        new Figure(
            "seasons",
            source.words() + ": accuracy by season, calm ones first",
            "One that adapts to seasons lies above both constant rates in the changing epochs, 2 and"
                + " 4.",
            Axis.linear("epoch, one a season", "1"),
            Axis.linear("online accuracy", "1"),
            List.of(
                line(CONSTANT, all).asControl(),
                line(TUNED, all).asControl(),
                line(HOMEOSTATIC, all))));
  }

  private static Mark.Line line(String arm, Results all) {
    return Summary.intervals(all).line(Reading.EPOCH.in(arm));
  }
}
