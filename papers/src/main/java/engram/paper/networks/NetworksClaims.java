// SPDX-License-Identifier: Apache-2.0
package engram.paper.networks;

import static engram.paper.networks.BrunelMeanField.ALONE;
import static engram.paper.networks.BrunelMeanField.NOISELESS;
import static engram.paper.networks.BrunelMeanField.OTHER_RESET;
import static engram.paper.networks.BrunelMeanField.PAPER;
import static engram.paper.networks.BrunelMeanField.PROGRAMS;
import static engram.paper.networks.BrunelMeanField.QUIET;
import static engram.paper.networks.BrunelMeanField.SIEGERT;
import static engram.paper.networks.IntegrateAndFire.COBA;
import static engram.paper.networks.IntegrateAndFire.CUBA;
import static engram.paper.networks.Reading.CORRELATION;
import static engram.paper.networks.Reading.CV;
import static engram.paper.networks.Reading.RATE;

import engram.lab.claim.Claim;
import engram.lab.claim.Control;
import engram.lab.claim.Evidence;
import engram.lab.claim.Known;
import engram.lab.claim.Origin;
import engram.lab.claim.PassLine;
import engram.lab.claim.Scale;
import engram.lab.measure.At;
import engram.spiking.reference.Microcircuit;
import engram.stats.Interval;
import java.util.List;

/// The claims of all pages. That a rate is right means within 10 % of a peer's or of the formula's,
/// as the spec has it; CVs differ less over networks and are asked for within 5 %, correlations
/// more and within half. Expectations come from runs of this code with other seeds.
final class NetworksClaims {
  private static final double RATE_SHARE = 0.1;
  private static final double CV_SHARE = 0.05;
  private static final double CORRELATION_SHARE = 0.5;

  private NetworksClaims() {}

  private static PassLine near(At key, Interval known, double share) {
    return PassLine.near(key, known.middle(), share * known.middle());
  }

  private static PassLine as(String arm, PeerFigures peers) {
    return PassLine.all(
        near(RATE.in(arm), peers.rateHz(), RATE_SHARE),
        near(CV.in(arm), peers.cv(), CV_SHARE),
        near(CORRELATION.in(arm), peers.correlation(), CORRELATION_SHARE));
  }

  static Claim bretteAsPeers() {
    return Claim.named("coba-cuba-as-peers")
        .says(
            "COBA and CUBA have the rates, CVs and correlations that Brian2 and NEST measure of"
                + " them.")
        .published(
            "COBA 19.6 Hz, CUBA 5.5 Hz", "Brian2 2.9.0 and NEST 3.10.0, run here", Known.CODE)
        .expected("holds: COBA 19.1 Hz, CV 1.64, r .003; CUBA 5.5 Hz, CV .60, r .0015")
        .passes(PassLine.all(as(COBA, PeerFigures.COBA), as(CUBA, PeerFigures.CUBA)), Origin.OURS)
        .evidence(Evidence.PUBLISHED_NUMBER)
        .control(
            Control.rival(
                "any network of such neurons: COBA with equal inputs has its rate",
                PassLine.atMost(
                    RATE.in(COBA + IntegrateAndFire.EVEN),
                    0.9 * PeerFigures.COBA.rateHz().middle())))
        .control(
            Control.rival(
                "any network of such neurons: CUBA with equal inputs has its CV",
                PassLine.atLeast(
                    CV.in(CUBA + IntegrateAndFire.EVEN), 1.05 * PeerFigures.CUBA.cv().middle())))
        .control(
            Control.rival(
                "any inhibition: CUBA with an example's -139.5 pA has its rate",
                PassLine.atMost(
                    RATE.in(IntegrateAndFire.EXAMPLE), 0.9 * PeerFigures.CUBA.rateHz().middle())))
        .replicates(24)
        .build();
  }

  static Claim drawExceedsMethod() {
    return Claim.named("draw-exceeds-method")
        .says(
            "Two COBA networks drawn by one recipe differ more in rate than one network does between"
                + " Euler and exponential Euler.")
        .published(
            "Euler against exact propagators changes rates by percents", "the spec", Known.RECALLED)
        .expected(
            "holds: 1.3 to 1.9 Hz between networks, .5 Hz between methods, .45 between starts")
        .passes(
            PassLine.gain(IntegrateAndFire.DRAWN.plain(), IntegrateAndFire.METHOD.plain(), 0),
            Origin.OURS)
        .control(
            Control.rival(
                "two seconds are too short: other starts of one network differ as much",
                PassLine.gain(IntegrateAndFire.DRAWN.plain(), IntegrateAndFire.BEGUN.plain(), 0)))
        .replicates(24)
        .build();
  }

  private static PassLine right(At over) {
    return PassLine.near(over, 1, RATE_SHARE);
  }

  static Claim brunelAsSiegert() {
    return Claim.named("brunel-as-mean-field")
        .says(
            "Brunel's network at g 5, eta 2 fires within 10 % of Siegert's mean field, with the reset"
                + " of programs and with that of the paper.")
        .published("32.03 and 37.95 Hz", "Siegert's formula", Known.CODE)
        .expected(
            "holds, but: .1 % and 1.4 % off. The formula without noise is 8 % off at reset 0, where"
                + " mean input alone would reach 24 mV: no test of the noise there")
        .passes(PassLine.all(right(SIEGERT.in(PROGRAMS)), right(SIEGERT.in(PAPER))), Origin.OURS)
        .evidence(Evidence.THEORY)
        .control(
            Control.rival(
                "noise does not matter at reset 0", PassLine.atMost(NOISELESS.in(PROGRAMS), 0.9)))
        .control(
            Control.rival(
                "noise does not matter at reset 10", PassLine.atMost(NOISELESS.in(PAPER), 0.9)))
        .control(
            Control.rival(
                "the reset does not matter",
                PassLine.all(
                    PassLine.atLeast(OTHER_RESET.in(PROGRAMS), 1.1),
                    PassLine.atMost(OTHER_RESET.in(PAPER), 0.9))))
        .build();
  }

  static Claim quietAsSiegert() {
    return Claim.named("quiet-brunel-as-mean-field")
        .says(
            "At eta 1, where mean input stays below threshold, Brunel's network fires within 10 % of"
                + " Siegert's mean field.")
        .published("7.83 Hz", "Siegert's formula", Known.CODE)
        .expected("holds: 6 % below the formula, CV .55; without noise nothing would fire")
        .passes(right(SIEGERT.in(QUIET)), Origin.OURS)
        .evidence(Evidence.THEORY)
        .control(Control.rival("noise does not matter", PassLine.atMost(NOISELESS.in(QUIET), 0.9)))
        .build();
  }

  static Claim brunelAsNest() {
    return Claim.named("brunel-as-nest")
        .says(
            "Brunel's network has the rates, CVs and correlations that NEST measures of it, with both"
                + " resets.")
        .published("32.1 and 37.6 Hz; CV .17, .42", "NEST 3.10.0, run here", Known.CODE)
        .expected("holds: 32.0 and 37.4 Hz, CV .173 and .423, r .009 and .018")
        .passes(
            PassLine.all(
                as(PROGRAMS, PeerFigures.BRUNEL_RESET_0), as(PAPER, PeerFigures.BRUNEL_RESET_10)),
            Origin.OURS)
        .evidence(Evidence.PUBLISHED_NUMBER)
        .control(
            Control.ablation(
                "neurons with independent inputs are as correlated",
                PassLine.all(
                    PassLine.gain(
                        CORRELATION.in(PROGRAMS), CORRELATION.in(PROGRAMS + ALONE), 0.005),
                    PassLine.gain(CORRELATION.in(PAPER), CORRELATION.in(PAPER + ALONE), 0.005))))
        .build();
  }

  static Claim stdpBalanced() {
    return Claim.named("stdp-balanced")
        .says(
            "In NEST's benchmark with STDP, depression holds the mean weight: in .3 s it drifts by a"
                + " quarter or less of what it does without depression.")
        .expected(
            "holds: .2 pA/s against 17, since weights without depression let the network run away"
                + " to 35 Hz; with it 7 to 12 Hz, as in NEST")
        .passes(PassLine.atMost(StdpBalance.BALANCE.plain(), 0.25), Origin.OURS)
        .control(
            Control.rival(
                "weights had no time to change",
                PassLine.atLeast(StdpBalance.SPREAD.in(StdpBalance.LEARNING), 0.1)))
        .control(
            Control.ablation(
                "without depression nothing grows",
                PassLine.atLeast(StdpBalance.DRIFT.in(StdpBalance.UPWARD), 1)))
        .replicates(5)
        .build();
  }

  private static PassLine column(String arm, List<Interval> known) {
    return PassLine.all(
        Microcircuit.names().stream()
            .map(name ->
                near(
                    RATE.in(Column.in(arm, name)),
                    known.get(Microcircuit.names().indexOf(name)),
                    RATE_SHARE))
            .toList());
  }

  private static PassLine atFullSize() {
    return column(
        Column.COLUMN,
        Microcircuit.names().stream()
            .map(name -> Interval.exact(Microcircuit.expectedHz(name)))
            .toList());
  }

  static Claim scaledKeepsRates() {
    return Claim.named("scaled-column-keeps-rates")
        .says(
            "A tenth of the microcircuit, with stronger weights and a direct current, fires in every"
                + " population within 10 % of the whole.")
        .published(
            ".903 2.965 4.414 5.876 7.569 8.633 1.105 7.829 Hz", "a run of NEST", Known.SECOND_HAND)
        .expected("fails: L23E .5 of .9 Hz; so it is in NEST at that size: .49")
        .passes(atFullSize(), Origin.OURS)
        .control(
            Control.rival(
                "our engine errs: NEST at that size has other rates",
                column(Column.COLUMN, PeerFigures.TENTH_HZ)))
        .control(
            Control.ablation(
                "the direct current does not matter",
                PassLine.gain(Column.WORST.in(Column.BARE), Column.WORST.in(Column.COLUMN), 0.1)))
        .build();
  }

  static Claim wholeAsNest() {
    return Claim.named("whole-column-as-published")
        .says("The whole microcircuit fires in every population within 10 % of the known rates.")
        .published(
            ".903 2.965 4.414 5.876 7.569 8.633 1.105 7.829 Hz", "a run of NEST", Known.SECOND_HAND)
        .expected("holds: within 1 % in every population, over 1.5 s of one seed")
        .passes(atFullSize(), Origin.OURS)
        .evidence(Evidence.PUBLISHED_NUMBER)
        .control(
            Control.ablation(
                "input from outside makes these rates",
                PassLine.atLeast(Column.WORST.in(Column.ALONE), 0.1)))
        .replicates(5)
        .leastScale(Scale.FULL)
        .build();
  }
}
