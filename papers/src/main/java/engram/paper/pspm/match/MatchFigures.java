// SPDX-License-Identifier: Apache-2.0
package engram.paper.pspm.match;

import engram.lab.figure.Axis;
import engram.lab.figure.Figure;
import engram.lab.figure.Mark;
import engram.lab.measure.Results;
import engram.paper.pspm.shared.Reading;
import java.util.ArrayList;
import java.util.List;

/// Figures that are long to write down.
final class MatchFigures {
  private static final int LINES = 4;

  private MatchFigures() {}

  /// Where the line of a neuron lies, of three lines a neuron and a gap.
  static double line(double neuron, int line) {
    return LINES * (neuron - 1) + line;
  }

  static Figure rasters(List<Mark> rasters) {
    return new Figure(
        "raster",
        "Eight neurons: reference, trained net, net without recurrence",
        "Of a neuron's three lines the lowest is the reference's: the trained net repeats it, the"
            + " net without recurrence misses spikes and adds others.",
        Axis.linear("time", "ms"),
        Axis.linear("line, three a neuron and a gap", "1"),
        rasters);
  }

  static Figure curves(Results all, List<String> trained, List<String> controls) {
    List<Mark> marks = new ArrayList<>();
    for (String arm : controls) {
      marks.add(Reading.line(arm, all, Reading.CURVE.in(arm)).asControl());
    }
    for (String arm : trained) {
      marks.add(Reading.line(arm, all, Reading.CURVE.in(arm)));
    }
    return new Figure(
        "learning",
        "Spikes matched within 2 steps while the net learns",
        "With the local rule F1 rises to nearly 1; homeostasis alone stops where rates are right.",
        Axis.linear("epoch", "1"),
        Axis.linear("F1 in the window", "1"),
        marks);
  }
}
