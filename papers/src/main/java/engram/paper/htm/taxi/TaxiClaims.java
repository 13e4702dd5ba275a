// SPDX-License-Identifier: Apache-2.0
package engram.paper.htm.taxi;

import engram.lab.claim.Claim;
import engram.lab.claim.Control;
import engram.lab.claim.Evidence;
import engram.lab.claim.Known;
import engram.lab.claim.Origin;
import engram.lab.claim.PassLine;
import engram.lab.measure.At;
import engram.lab.measure.Measure;
import engram.paper.htm.shared.Arms;
import engram.sequence.forecast.SeasonalRule;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// What the pages on taxi demand decide, where our own forecasters run. Of the figures the numbers
/// are read off from the authors' stored results. The errors of our memory and of the rules on the
/// series as it was were known before these lines were drawn.
final class TaxiClaims {
  private static final int REPLICATES = 5;

  private TaxiClaims() {}

  /// Figure 10 C.
  static List<Claim> likelihood() {
    At memory = TaxiLikelihood.surprise(Arms.MEMORY);
    Claim.Builder claim =
        Claim.named("taxi-likelihood")
            .says("Our memory is as little surprised by taxi demand as the paper's.")
            .published("1.56 nats over 22 buckets; LSTM 1.57 to 1.92", "fig. 10 C", Known.CODE)
            .expected("1.4 to 1.75: the figure; what the rules of the calendar have is not known")
            .passes(PassLine.between(memory, 1.4, 1.75), Origin.OURS)
            .evidence(Evidence.PUBLISHED_NUMBER)
            .replicates(REPLICATES)
            .control(
                Control.ablation(
                    "one cell a column: first order",
                    PassLine.gain(TaxiLikelihood.surprise(Arms.ONE_CELL), memory, 0)))
            .control(
                Control.nothing(
                    Arms.MARGINAL,
                    PassLine.gain(TaxiLikelihood.surprise(Arms.MARGINAL), memory, 0.5)));
    return List.of(withRules(claim, memory, TaxiLikelihood::surprise).build());
  }

  /// Figure 11.
  static List<Claim> change() {
    At error = TaxiChange.ERROR.in(Arms.MEMORY);
    At surprise = TaxiChange.SURPRISE.in(Arms.MEMORY);
    return List.of(
        withRules(changed("taxi-change-forecast", TaxiChange.ERROR), error, TaxiChange.ERROR::in)
            .says("After the pattern of demand changes our memory errs no more than the paper's.")
            .published("MAPE 0.108, 0.098 by the saved forecasts", "fig. 11", Known.CODE)
            .expected("0.08 to 0.115; the corrected mean of four weeks has 0.057, known before")
            .passes(PassLine.atMost(error, 0.115), Origin.OURS)
            .evidence(Evidence.PUBLISHED_NUMBER)
            .build(),
        withRules(
                changed("taxi-change-likelihood", TaxiChange.SURPRISE),
                surprise,
                TaxiChange.SURPRISE::in)
            .says("After the change our memory is as little surprised as the paper's.")
            .published("1.36 nats; LSTM 1.60 to 1.86", "fig. 11", Known.CODE)
            .expected("1.2 to 1.55: the figure, with the tolerance that the other one has")
            .passes(PassLine.between(surprise, 1.2, 1.55), Origin.OURS)
            .evidence(Evidence.PUBLISHED_NUMBER)
            .control(
                Control.nothing(
                    Arms.MARGINAL,
                    PassLine.gain(TaxiChange.SURPRISE.in(Arms.MARGINAL), surprise, 0.5)))
            .build(),
        recovered());
  }

  private static Claim.Builder changed(String name, Measure measure) {
    At memory = measure.in(Arms.MEMORY);
    return Claim.named(name)
        .replicates(REPLICATES)
        .control(
            Control.ablation(
                TaxiChange.STILL, PassLine.gain(measure.in(TaxiChange.STILL), memory, 0)))
        .control(
            Control.ablation(
                "one cell a column: first order",
                PassLine.gain(measure.in(Arms.ONE_CELL), memory, 0)));
  }

  private static Claim recovered() {
    At memory = TaxiChange.RECOVERED.in(Arms.MEMORY);
    String rule = SeasonalRule.meanOfFourWeeksLevelled().title();
    return Claim.named("taxi-change-recovered")
        .says("By the third week our memory has learned the change.")
        .published("learns on and adapts; no time is stated", "fig. 11", Known.NOT_STATED)
        .expected("within 3 weeks: each time of the week comes once a week, 14 of 48 changed")
        .passes(PassLine.atMost(memory, 3), Origin.OURS)
        .evidence(Evidence.DIRECTION)
        .replicates(REPLICATES)
        .control(
            Control.ablation(
                TaxiChange.STILL, PassLine.atLeast(TaxiChange.RECOVERED.in(TaxiChange.STILL), 8)))
        .control(
            Control.rival(
                rule + ", recovers no earlier",
                PassLine.gain(TaxiChange.RECOVERED.in(rule), memory, 0)))
        .build();
  }

  /// Figure 10 B, and what was saved beside it.
  static List<Claim> rivals() {
    At memory = TaxiRivals.TUNED.in(Arms.MEMORY);
    At neighbours = TaxiRivals.TUNED.in(TaxiRivals.NEIGHBOURS);
    return List.of(
        beats(Arms.ELM)
            .published("HTM 0.078, ELM 0.163", "fig. 10 B", Known.CODE)
            .expected("0.05 or more between them: 0.076 and about 0.16 are known, untuned")
            .build(),
        beats(TaxiRivals.ESN)
            .published("HTM 0.078, ESN 0.096", "fig. 10 B", Known.CODE)
            .expected("about 0.02 between them, as published; an ESN of ours was never run here")
            .build(),
        withRules(Claim.named("taxi-neighbours-beat-memory"), neighbours, TaxiRivals.TUNED::in)
            .says("Nearest neighbours, which the paper leaves out, beat our memory on taxi demand.")
            .published("0.0709 saved and not shown; HTM 0.078", "authors' files", Known.CODE)
            .expected("0.066 to 0.076 is known of ours, untuned, and 0.076 of the memory")
            .passes(
                PassLine.all(
                    PassLine.atMost(neighbours, 0.075), PassLine.gain(memory, neighbours, 0)),
                Origin.OURS)
            .evidence(Evidence.PUBLISHED_NUMBER)
            .replicates(REPLICATES)
            .control(untuned(Arms.MEMORY, TaxiRivals.NEIGHBOURS))
            .control(nothingLearned())
            .build(),
        asGoodAsPublished(),
        beats(TaxiRivals.LSTM)
            .published(
                "HTM 0.078, LSTM 0.082 on 6,000 rows, 0.099 on 1,000", "fig. 10 B", Known.CODE)
            .expected(
                "it does not: on rows 5,000 to 9,999 an LSTM of ours had 0.074 twice, our memory"
                    + " 0.098; what it has on the rows scored was not looked at")
            .build(),
        lstmAsGoodAsPublished());
  }

  private static Claim lstmAsGoodAsPublished() {
    At lstm = TaxiRivals.TUNED.in(TaxiRivals.LSTM);
    return withRules(Claim.named("taxi-lstm-as-good-as-published"), lstm, TaxiRivals.TUNED::in)
        .says("An LSTM of our own errs at most a twentieth more than the paper's.")
        .published("0.082 on 6,000 rows", "fig. 10 B", Known.CODE)
        .expected("0.06 to 0.08: 0.074 on the rows before was known, with two seeds")
        .passes(PassLine.atMost(lstm, 0.086), Origin.OURS)
        .evidence(Evidence.PUBLISHED_NUMBER)
        .replicates(REPLICATES)
        .control(nothingLearned())
        .build();
  }

  private static Claim.Builder beats(String rival) {
    At memory = TaxiRivals.TUNED.in(Arms.MEMORY);
    Claim.Builder claim =
        Claim.named("taxi-memory-beats-" + rival.replace("OS-", "").toLowerCase(Locale.ROOT))
            .says("Our memory forecasts taxi demand better than an " + rival + " of our own.")
            .passes(PassLine.gain(TaxiRivals.TUNED.in(rival), memory, 0), Origin.OURS)
            .evidence(Evidence.DIRECTION)
            .replicates(REPLICATES)
            .control(untuned(rival, Arms.MEMORY));
    return withRules(claim, memory, TaxiRivals.TUNED::in);
  }

  private static Control untuned(String worse, String better) {
    return Control.ablation(
        "neither tuned",
        PassLine.gain(TaxiRivals.UNTUNED.in(worse), TaxiRivals.UNTUNED.in(better), 0));
  }

  private static Control nothingLearned() {
    return Control.nothing(
        TaxiRivals.MIXED, PassLine.atLeast(TaxiRivals.TUNED.in(TaxiRivals.MIXED), 0.3));
  }

  private static Claim asGoodAsPublished() {
    At persistence = TaxiRivals.TUNED.in(SeasonalRule.persistence().title());
    return Claim.named("taxi-rivals-as-good-as-published")
        .says("Rivals of our own err at most a twentieth more than the paper's.")
        .published("ELM 0.163, ESN 0.096; kNN 0.0709 saved", "fig. 10 B", Known.CODE)
        .expected("about as published: their settings, or four tried where none are stated")
        .passes(
            PassLine.all(
                PassLine.atMost(TaxiRivals.TUNED.in(Arms.ELM), 0.171),
                PassLine.atMost(TaxiRivals.TUNED.in(TaxiRivals.ESN), 0.101),
                PassLine.atMost(TaxiRivals.TUNED.in(TaxiRivals.NEIGHBOURS), 0.0745)),
            Origin.OURS)
        .evidence(Evidence.PUBLISHED_NUMBER)
        .replicates(REPLICATES)
        .control(
            Control.rival(
                "persistence, errs more than the weakest",
                PassLine.gain(persistence, TaxiRivals.TUNED.in(Arms.ELM), 0.1)))
        .control(nothingLearned())
        .build();
  }

  private static Claim.Builder withRules(
      Claim.Builder claim, At memory, Function<String, At> measured) {
    for (SeasonalRule rule : SeasonalRule.all()) {
      At rival = measured.apply(rule.title());
      claim.control(Control.rival(rule.title(), PassLine.gain(rival, memory, 0)));
    }
    return claim;
  }
}
