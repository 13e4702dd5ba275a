// SPDX-License-Identifier: Apache-2.0
package engram.lab.draw;

import engram.lab.figure.Figure;
import engram.lab.figure.Mark;
import java.util.ArrayList;
import java.util.List;

/// The colours of a map and of the probes on it: from dark blue through green to yellow, in steps
/// that look equal to readers of every colour vision, and in grey.
///
/// @param least the value of the darkest colour; NaN where there is no value at all
/// @param most the value of the lightest
record ColourScale(double least, double most) {
  /// Nine colours at equal steps from the least to the greatest value.
  private static final List<Integer> STOPS =
      List.of(
          0x440154, 0x472d7b, 0x3b528b, 0x2c728e, 0x21918c, 0x28ae80, 0x5ec962, 0xaddc30, 0xfde725);

  /// One scale for all maps and probes of a figure, so that equal colours mean equal values.
  static ColourScale of(Figure figure) {
    List<Double> values = new ArrayList<>();
    for (Mark mark : figure.marks()) {
      switch (mark) {
        case Mark.HeatMap m -> values.addAll(m.z());
        case Mark.Probes m -> values.addAll(m.z());
        default -> {}
      }
    }
    return new ColourScale(FigureTable.least(values), FigureTable.most(values));
  }

  /// Whether there are different values, for which a bar of colours has a meaning.
  boolean spreads() {
    return least < most;
  }

  /// What stands in place of the bar where there is nothing to tell apart; empty where there is.
  String notice(Mark.HeatMap map) {
    if (spreads()) {
      return "";
    }
    return map.name()
        + (Double.isFinite(least)
            ? ": " + AxisScale.plain(least) + " throughout"
            : ": " + map.hole() + " anywhere");
  }

  /// The colour of a value, as `#rrggbb`; the middle one where all values are equal.
  String of(double value) {
    return at(spreads() ? (value - least) / (most - least) : 0.5);
  }

  /// The colour at a share between 0 and 1, as `#rrggbb`.
  static String at(double share) {
    double place = Math.clamp(share, 0, 1) * (STOPS.size() - 1);
    int stop = Math.min((int) place, STOPS.size() - 2);
    double rest = place - stop;
    int colour = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int a = (STOPS.get(stop) >> shift) & 0xFF;
      int b = (STOPS.get(stop + 1) >> shift) & 0xFF;
      colour |= (int) Math.round(a + rest * (b - a)) << shift;
    }
    return String.format("#%06x", colour);
  }
}
