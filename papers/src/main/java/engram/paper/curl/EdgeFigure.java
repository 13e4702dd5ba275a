// SPDX-License-Identifier: Apache-2.0
package engram.paper.curl;

import static engram.paper.curl.StabilityEdge.HIDDEN;
import static engram.paper.curl.StabilityEdge.HIDDEN_RATIOS;
import static engram.paper.curl.StabilityEdge.INPUTS;
import static engram.paper.curl.StabilityEdge.INPUT_RATIOS;

import engram.credit.curl.SpectralEdge;
import engram.lab.figure.Axis;
import engram.lab.figure.Figure;
import engram.lab.figure.Mark;
import engram.lab.figure.Summary;
import engram.lab.measure.Results;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// The figure of [StabilityEdge]: critical shares over the ratio of inputs to hidden units.
final class EdgeFigure {
  private static final List<Double> BELOW_TWO_THIRDS =
      List.of(0.251, 0.255, 0.26, 0.27, 0.28, 0.3, 0.32, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7);
  private static final List<Double> WIDE =
      List.of(0.08, 0.1, 0.15, 0.2, 0.3, 0.5, 0.7, 1.0, 1.5, 2.0, 2.4);

  private EdgeFigure() {}

  static Figure of(Results all) {
    Summary summary = Summary.ranges(all);
    return new Figure(
        "critical-shares",
        "The flipped share from which on solutions are unstable",
        "Points lie on the lines of wide layers, a little above: finite nets bear more.",
        Axis.log("inputs over hidden units, c", "1"),
        Axis.linear("critical share", "1"),
        List.of(
            line("inputs, theory", BELOW_TWO_THIRDS, c -> SpectralEdge.criticalInputs(c).orElse(1)),
            line("hidden units, theory", WIDE, SpectralEdge::criticalHidden),
            summary.points("inputs", INPUT_RATIOS, c -> INPUTS.in(StabilityEdge.at(c))),
            summary.points("hidden units", HIDDEN_RATIOS, c -> HIDDEN.in(StabilityEdge.at(c)))));
  }

  private static Mark.Line line(
      String name, List<Double> ratios, ToDoubleFunction<Double> critical) {
    return Mark.theory(name, ratios, ratios.stream().map(c -> critical.applyAsDouble(c)).toList());
  }
}
