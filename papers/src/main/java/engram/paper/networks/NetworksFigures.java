// SPDX-License-Identifier: Apache-2.0
package engram.paper.networks;

import static engram.paper.networks.BrunelMeanField.ALONE;
import static engram.paper.networks.BrunelMeanField.ARMS;
import static engram.paper.networks.BrunelMeanField.PAPER;
import static engram.paper.networks.BrunelMeanField.PROGRAMS;
import static engram.paper.networks.BrunelMeanField.QUIET;
import static engram.paper.networks.IntegrateAndFire.BEGUN;
import static engram.paper.networks.IntegrateAndFire.COBA;
import static engram.paper.networks.IntegrateAndFire.CUBA;
import static engram.paper.networks.IntegrateAndFire.DRAWN;
import static engram.paper.networks.IntegrateAndFire.METHOD;
import static engram.paper.networks.Reading.CORRELATION;
import static engram.paper.networks.Reading.CV;
import static engram.paper.networks.Reading.RATE;

import engram.lab.figure.Axis;
import engram.lab.figure.Figure;
import engram.lab.measure.Measure;
import engram.lab.measure.Results;
import engram.spiking.reference.BrunelNetwork;
import engram.stats.Interval;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// Figures that are long to write down: measured bars beside those of peers and theory.
final class NetworksFigures {
  private static final List<String> NAMES = List.of(COBA, CUBA);

  private NetworksFigures() {}

  /// COBA and CUBA.
  static List<Figure> brette(Results all) {
    return List.of(
        Raster.figure(
            all,
            COBA,
            "coba-raster",
            "Forty excitatory neurons of COBA: some fire in trains, others hardly at all."),
        bars(all, "coba-cuba-rates", "Rates", RATE, PeerFigures::rateHz),
        bars(all, "coba-cuba-cv", "Variation of intervals", CV, PeerFigures::cv),
        bars(all, "coba-cuba-r", "Correlation", CORRELATION, PeerFigures::correlation),
        new Figure(
            "coba-apart",
            "What two of COBA's rates differ by",
            "Most by which network was drawn, whatever the method.",
            Axis.category("what differs"),
            Axis.linear("difference of rates", "Hz"),
            List.of(
                Reading.bars(
                    "difference",
                    all,
                    List.of("network", "start", "method"),
                    List.of(DRAWN.plain(), BEGUN.plain(), METHOD.plain())))));
  }

  private static Figure bars(
      Results all,
      String id,
      String title,
      Measure measure,
      Function<PeerFigures, Interval> figure) {
    return new Figure(
        id,
        title + " of COBA and CUBA",
        "Engram beside the peers, in " + measure.unit() + ".",
        Axis.category("network"),
        Axis.linear(measure.name(), measure.unit()),
        List.of(
            Reading.bars("engram", all, NAMES, NAMES.stream().map(measure::in).toList()),
            Reading.bars("peers, all seeds", NAMES, PeerFigures.brette(figure))));
  }

  /// Brunel's network.
  static List<Figure> brunel(Results all) {
    List<String> nests = List.of(PROGRAMS, PAPER);
    return List.of(
        Raster.figure(
            all, PROGRAMS, "brunel-raster", "Forty excitatory neurons fire nearly as clocks do."),
        Raster.figure(
            all, QUIET, "brunel-quiet-raster", "With half the input from outside they do not."),
        new Figure(
            "brunel-rates",
            "Rates and mean fields",
            "Siegert's formula is right in all three; without noise it is nearly so where the mean"
                + " input alone reaches the threshold, and says nothing of the last.",
            Axis.category("network"),
            Axis.linear("rate", "Hz"),
            List.of(
                Reading.bars("Siegert", ARMS, theory(BrunelNetwork::meanFieldHz)),
                Reading.bars("without noise", ARMS, theory(BrunelNetwork::noiselessHz)),
                Reading.bars("engram", all, ARMS, ARMS.stream().map(RATE::in).toList()),
                Reading.bars("NEST", nests, peers(PeerFigures::rateHz)))),
        new Figure(
            "brunel-correlations",
            "Correlations of spike counts in bins of 5 ms",
            "Neurons with independent inputs of the same rates have none.",
            Axis.category("network"),
            Axis.linear("correlation", "1"),
            List.of(
                Reading.bars("engram", all, nests, nests.stream().map(CORRELATION::in).toList()),
                Reading.bars("NEST", nests, peers(PeerFigures::correlation)),
                Reading.bars(
                        "independent",
                        all,
                        nests,
                        nests.stream().map(arm -> CORRELATION.in(arm + ALONE)).toList())
                    .asControl())));
  }

  private static List<Interval> theory(ToDoubleFunction<BrunelNetwork> formula) {
    return ARMS.stream()
        .map(arm -> Interval.exact(formula.applyAsDouble(BrunelMeanField.network(arm, 1))))
        .toList();
  }

  private static List<Interval> peers(Function<PeerFigures, Interval> figure) {
    return Stream.of(PeerFigures.BRUNEL_RESET_0, PeerFigures.BRUNEL_RESET_10).map(figure).toList();
  }

  /// Of the benchmark with STDP.
  static List<Figure> stdp(Results all) {
    List<String> arms = List.of(StdpBalance.LEARNING, StdpBalance.UPWARD);
    return List.of(
        Raster.figure(
            all,
            StdpBalance.LEARNING,
            "stdp-raster",
            "Forty excitatory neurons: most spikes come in volleys, about a hundred a second."),
        new Figure(
            "stdp-drift",
            "How fast the mean weight grows",
            "With depression weights hardly move; without it they grow.",
            Axis.category("rule"),
            Axis.linear("drift", "pA/s"),
            List.of(
                Reading.bars(
                    "drift", all, arms, arms.stream().map(StdpBalance.DRIFT::in).toList()))),
        new Figure(
            "stdp-rate",
            "Rates of the benchmark",
            "Excitatory neurons fire as they do in NEST.",
            Axis.category("simulator"),
            Axis.linear("rate", "Hz"),
            List.of(
                Reading.bars(
                    "engram", all, List.of("engram"), List.of(RATE.in(StdpBalance.LEARNING))),
                Reading.bars("NEST", List.of("NEST"), List.of(PeerFigures.BENCHMARK.rateHz())))));
  }
}
