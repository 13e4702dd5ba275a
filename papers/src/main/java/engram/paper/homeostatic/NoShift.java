// SPDX-License-Identifier: Apache-2.0
package engram.paper.homeostatic;

import engram.credit.rate.online.ConceptShift;
import engram.lab.Experiment;
import engram.lab.Needs;
import engram.lab.Trial;
import engram.lab.claim.Claim;
import engram.lab.claim.Scale;
import engram.lab.figure.Axis;
import engram.lab.figure.Figure;
import engram.lab.figure.Summary;
import engram.lab.measure.Results;
import java.util.List;
import java.util.Optional;

/// Whether a rate that can be harmed harms the learner where labels stay as they are.
final class NoShift implements Experiment<Setting> {
  static final String HOMEOSTATIC = "homeostatic";
  static final String CONSTANT = "constant";
  private static final String RANDOM = "random";
  private static final String ADAM = "Adam";

  private final Source source;

  NoShift(Source source) {
    this.source = source;
  }

  @Override
  public String id() {
    return source.id() + "-no-shift";
  }

  @Override
  public Class<Setting> parameters() {
    return Setting.class;
  }

  @Override
  public Optional<Setting> at(Scale scale) {
    return Optional.of(
        switch (scale) {
          case SMOKE -> new Setting(600, 1, 100, 0.05, false);
          case SMALL -> new Setting(30_000, 2, 1000, 0.05, false);
          case FULL -> new Setting(60_000, 50, 10_000, 0.05, false);
        });
  }

  @Override
  public Setting sabotaged(Setting p) {
    return p.sabotaged();
  }

  @Override
  public Needs needs(Setting p) {
    return source.needs(p, 5);
  }

  @Override
  public List<Claim> claims() {
    return List.of(HomeostaticClaims.noHarm(source));
  }

  @Override
  public void run(Setting p, Trial trial) {
    Arms arms = Arms.of(source, p, trial);
    ConceptShift none = ConceptShift.none();
    arms.constant(CONSTANT, p.eta0(), none);
    arms.homeostatic(HOMEOSTATIC, p.regulator(), none);
    arms.random(RANDOM, p.regulator(), none);
    arms.adam(ADAM, none);
  }

  @Override
  public List<Figure> figures(Results all) {
    return List.of(
        new Figure(
            "no-shift",
            source.words() + " without exchanges of labels",
            "Where vulnerability does no harm, the first bar is no lower than the second.",
            Axis.category("learning rate"),
            Axis.linear("online accuracy", "1"),
            List.of(
                Summary.intervals(all)
                    .bars(
                        "arms",
                        List.of(HOMEOSTATIC, CONSTANT, RANDOM, ADAM),
                        Reading.ONLINE::in))));
  }
}
