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

/// What the regulator does with the constants of the published program: a first rate of .001, or
/// .0058, which stands beside it in a comment; labels are exchanged at s = 60.
final class PublishedConstants implements Experiment<Setting> {
  static final String HOMEOSTATIC = "homeostatic from .001";
  static final String CONSTANT = "constant .001";
  static final String RANDOM = "random from .001";
  private static final String HOMEOSTATIC_COMMENTED = "homeostatic from .0058";
  private static final String CONSTANT_COMMENTED = "constant .0058";
  private static final double COMMENTED = 0.0058;
  private static final int SWAPS = 60;

  private final Source source;

  PublishedConstants(Source source) {
    this.source = source;
  }

  @Override
  public String id() {
    return source.id() + "-published-constants";
  }

  @Override
  public Class<Setting> parameters() {
    return Setting.class;
  }

  @Override
  public Optional<Setting> at(Scale scale) {
    return Optional.of(
        switch (scale) {
          case SMOKE -> new Setting(600, 1, 100, 0.001, false);
          case SMALL -> new Setting(30_000, 2, 1000, 0.001, false);
          case FULL -> new Setting(60_000, 50, 10_000, 0.001, false);
        });
  }

  @Override
  public Setting sabotaged(Setting p) {
    return p.sabotaged();
  }

  @Override
  public Needs needs(Setting p) {
    return source.needs(p, 7);
  }

  @Override
  public List<Claim> claims() {
    return List.of(HomeostaticClaims.publishedConstantsAct(source));
  }

  @Override
  public void run(Setting p, Trial trial) {
    Arms arms = Arms.of(source, p, trial);
    ConceptShift shift = p.shift(SWAPS);
    arms.constant(CONSTANT, p.eta0(), shift);
    arms.homeostatic(HOMEOSTATIC, p.regulator(), shift);
    arms.random(RANDOM, p.regulator(), shift);
    arms.constant(CONSTANT_COMMENTED, COMMENTED, shift);
    arms.homeostatic(HOMEOSTATIC_COMMENTED, p.regulator(COMMENTED), shift);
  }

  @Override
  public List<Figure> figures(Results all) {
    Summary summary = Summary.intervals(all);
    return List.of(
        new Figure(
            "published-constants",
            source.words() + ": learning rate from the published .001, s = 60",
            "How far each rate leaves .001: a regulator that takes nothing draws a level line.",
            Axis.linear("samples processed", "1"),
            Axis.linear("learning rate", "1"),
            List.of(
                summary.line(Reading.RATE.in(HOMEOSTATIC)),
                summary.line(Reading.RATE.in(RANDOM)).asControl())));
  }
}
