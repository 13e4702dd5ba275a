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
import engram.lab.figure.Mark;
import engram.lab.figure.Summary;
import engram.lab.measure.Results;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Labels exchanged at a steady pace, s = 6, 60 and 600: the regulated rate beside the constant one
/// that it began from, and, at the fastest pace, beside a coin's, its own mean, and a sweep of
/// constant ones.
final class FirstOrderShift implements Experiment<Setting> {
  static final List<Integer> SWAPS = List.of(6, 60, 600);
  static final int FAST = 600;
  static final String HOMEOSTATIC = "homeostatic";
  static final String CONSTANT = "constant";
  static final String RANDOM = "random";
  static final String SHADOW = "shadow";
  static final String TUNED = "constant .2";
  private static final String ADAM = "Adam";

  private final Source source;

  FirstOrderShift(Source source) {
    this.source = source;
  }

  /// An arm at a pace.
  static String at(String arm, int swaps) {
    return arm + ", s=" + swaps;
  }

  @Override
  public String id() {
    return source.id() + "-first-order-shift";
  }

  @Override
  public Class<Setting> parameters() {
    return Setting.class;
  }

  @Override
  public Optional<Setting> at(Scale scale) {
    return new NoShift(source).at(scale);
  }

  @Override
  public Setting sabotaged(Setting p) {
    return p.sabotaged();
  }

  @Override
  public Needs needs(Setting p) {
    return source.needs(p, 18);
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        HomeostaticClaims.betterUnderFastShift(source), HomeostaticClaims.advantageGrows(source));
  }

  @Override
  public void run(Setting p, Trial trial) {
    Arms arms = Arms.of(source, p, trial);
    for (int s : SWAPS) {
      ConceptShift shift = p.shift(s);
      Optional<Arms.Reached> constant = arms.constant(at(CONSTANT, s), p.eta0(), shift);
      Optional<Arms.Reached> own = arms.homeostatic(at(HOMEOSTATIC, s), p.regulator(), shift);
      arms.advantage("s=" + s, own, constant);
      if (s > SWAPS.getFirst()) {
        arms.constant(at(TUNED, s), 0.2, shift);
      }
      if (s == FAST) {
        arms.shadow(at(SHADOW, s), own, shift);
        arms.random(at(RANDOM, s), p.regulator(), shift);
        arms.constant(at("constant .01", s), 0.01, shift);
        arms.constant(at("constant .1", s), 0.1, shift);
        arms.constant(at("constant .4", s), 0.4, shift);
        arms.adam(at(ADAM, s), shift);
      }
    }
  }

  @Override
  public List<Figure> figures(Results all) {
    List<String> constants = new ArrayList<>();
    for (String rate : List.of("constant .01", CONSTANT, "constant .1", TUNED, "constant .4")) {
      constants.add(at(rate, FAST));
    }
    return List.of(
        new Figure(
            "first-order-shift",
            source.words() + ": a pair of labels exchanged every 50 samples",
            "Each learner stands at its mean rate: one that gains by moving its rate lies above the"
                + " constant ones.",
            Axis.log("mean learning rate", "1"),
            Axis.linear("online accuracy", "1"),
            List.of(
                atRates("constant rates", all, constants).asControl(),
                atRates(SHADOW, all, List.of(at(SHADOW, FAST))).asControl(),
                atRates(RANDOM, all, List.of(at(RANDOM, FAST))).asControl(),
                atRates(HOMEOSTATIC, all, List.of(at(HOMEOSTATIC, FAST))))));
  }

  /// Online accuracy of arms, each at its mean rate.
  private static Mark.Points atRates(String name, Results all, List<String> arms) {
    Summary summary = Summary.intervals(all);
    return summary.points(
        name,
        arms.stream().map(arm -> summary.mean(Reading.MEAN_RATE.in(arm))).toList(),
        arms.stream().map(Reading.ONLINE::in).toList());
  }
}
