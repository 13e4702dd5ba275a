// SPDX-License-Identifier: Apache-2.0
package engram.lab.draw;

import engram.lab.figure.Figure;
import engram.lab.figure.Mark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How a mark looks, decided once for the script and the static picture.
///
/// @param colour number of its colour in the palette; [#INK] for the text's colour, [#LIGHT] for a
///   line over a map
/// @param shape number of its symbol: circle, diamond, triangle, square
/// @param dash number of its dash: 0 a plain line
record MarkStyle(int colour, int shape, int dash) {
  static final int INK = -1;
  static final int LIGHT = -2;
  static final int COLOURS = 7;
  private static final int SHAPES = 4;
  private static final int DASHES = 4;

  /// One a mark. Marks of one name look alike; each theory takes the colour of its measurement
  /// where there are as many of the one as of the other.
  static List<MarkStyle> of(Figure figure) {
    long theories = names(figure, true).size();
    Map<String, Integer> measured = names(figure, false);
    boolean paired = theories > 1 && measured.size() % theories == 0 && !measured.isEmpty();
    boolean map = figure.marks().stream().anyMatch(Mark.HeatMap.class::isInstance);
    Map<String, Integer> theory = names(figure, true);
    List<MarkStyle> styles = new ArrayList<>();
    for (Mark mark : figure.marks()) {
      int i = measured.getOrDefault(mark.name(), 0);
      if (isTheory(mark)) {
        int t = theory.getOrDefault(mark.name(), 0);
        styles.add(
            new MarkStyle(map ? LIGHT : paired ? t % COLOURS : INK, 0, paired ? 0 : t % DASHES));
      } else {
        int dash = role(mark) == Mark.Role.CONTROL ? 1 : 0;
        int colour = map && mark instanceof Mark.Line ? LIGHT : i % COLOURS;
        styles.add(new MarkStyle(colour, i % SHAPES, dash));
      }
    }
    return styles;
  }

  /// The role of a mark; measured for those that have none.
  static Mark.Role role(Mark mark) {
    return switch (mark) {
      case Mark.Line m -> m.role();
      case Mark.Points m -> m.role();
      case Mark.Bars m -> m.role();
      case Mark.Probes _, Mark.HeatMap _, Mark.Raster _, Mark.ImageGrid _ -> Mark.Role.MEASURED;
    };
  }

  private static boolean isTheory(Mark mark) {
    return role(mark) == Mark.Role.THEORY;
  }

  private static Map<String, Integer> names(Figure figure, boolean theory) {
    Map<String, Integer> names = new LinkedHashMap<>();
    for (Mark mark : figure.marks()) {
      if (isTheory(mark) == theory && !(mark instanceof Mark.HeatMap)) {
        names.putIfAbsent(mark.name(), names.size());
      }
    }
    return names;
  }
}
