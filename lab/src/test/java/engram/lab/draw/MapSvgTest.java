// SPDX-License-Identifier: Apache-2.0
package engram.lab.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.lab.figure.Axis;
import engram.lab.figure.Figure;
import engram.lab.figure.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MapSvgTest {
  private static final List<Double> X = List.of(1.0, 2.0, 3.0);
  private static final List<Double> Y = List.of(1.0);

  private static Figure map(List<Double> z, Mark... above) {
    List<Mark> marks = new ArrayList<>(List.of(new Mark.HeatMap("m", "1", X, Y, z)));
    marks.addAll(List.of(above));
    return new Figure("f", "t", "see", Axis.linear("x", "1"), Axis.linear("y", "1"), marks);
  }

  private static List<String> found(String svg, String pattern) {
    return Pattern.compile(pattern).matcher(svg).results().map(m -> m.group(1)).toList();
  }

  @Test
  void aProbeHasTheColourOfTheGroundWithItsValue() {
    Mark.Probes probes = Mark.probes("p", X, List.of(1.0, 1.0, 1.0)).coloured(List.of(4., 2., 3.));
    String svg = FigureSvg.file(map(List.of(2.0, 3.0, 4.0), probes));
    List<String> ground = found(svg, "class=\"ef-cell\" fill=\"([^\"]*)");
    List<String> above = found(svg, "class=\"ef-probe\" fill=\"([^\"]*)");
    assertEquals(3, ground.stream().distinct().count());
    // The first is the legend's.
    assertEquals(
        List.of(ground.get(2), ground.get(0), ground.get(1)), above.subList(1, above.size()));
  }

  @Test
  void aProbeWithoutValueIsHollowAndOneBeyondTheMapWidensTheScale() {
    Mark.Probes probes =
        Mark.probes("p", List.of(1.0, 2.0), List.of(1.0, 1.0)).coloured(List.of(Double.NaN, 9.0));
    String svg = FigureSvg.file(map(List.of(2.0, 3.0, 4.0), probes));
    assertTrue(svg.contains("class=\"ef-hollow\""));
    assertTrue(svg.contains("fill=\"" + ColourScale.at(1) + "\""));
    assertEquals(9.0, ColourScale.of(map(List.of(2.0, 3.0, 4.0), probes)).most());
  }

  @Test
  void whiskersSpanBothAxes() {
    Mark.Probes probes =
        Mark.probes("p", List.of(2.0), List.of(1.0))
            .across(List.of(1.0), List.of(3.0))
            .upward(List.of(0.75), List.of(1.25));
    String svg = FigureSvg.file(map(List.of(2.0, 3.0, 4.0), probes));
    List<String> paths = found(svg, "class=\"ef-whisker ef-over\" d=\"([^\"]*)");
    assertEquals(2, paths.size());
    double[] upward = numbers(paths.get(0));
    double[] across = numbers(paths.get(1));
    // Middles of the outer columns are two thirds of the plot apart, the interval half its height.
    assertEquals(150, Math.abs(upward[1] - upward[4]), 0.21);
    double h = (across[0] + across[3]) / 2;
    assertEquals(upward[6], h, 0.11);
    assertTrue(across[3] - across[0] > 300);
  }

  private static double[] numbers(String path) {
    return Pattern.compile("-?[0-9.]+")
        .matcher(path)
        .results()
        .mapToDouble(m -> Double.parseDouble(m.group()))
        .toArray();
  }

  @Test
  void holesAreHatchedAndNamed() {
    String whole = FigureSvg.file(map(List.of(2.0, 3.0, 4.0)));
    String holed = FigureSvg.file(map(List.of(2.0, Double.NaN, 4.0)));
    assertFalse(whole.contains("class=\"ef-hatch\"") || whole.contains("no value"));
    assertTrue(holed.contains("class=\"ef-hatch\"") && holed.contains(">no value<"));
  }

  @Test
  void aNoticeStandsInPlaceOfABarWithoutMeaning() {
    double nan = Double.NaN;
    assertTrue(FigureSvg.file(map(List.of(0.25, 0.25, nan))).contains(">m: 0.25 throughout<"));
    assertTrue(FigureSvg.file(map(List.of(nan, nan, nan))).contains(">m: no value anywhere<"));
    assertFalse(FigureSvg.file(map(List.of(1.0, 2.0, nan))).contains("m: "));
  }

  @Test
  void hatchingStaysInItsBoxAndInOneLattice() {
    double[] at = numbers(MapSvg.hatch(10.5, 43.2, 88.1, 61.7).replace('M', ' ').replace('L', ' '));
    assertTrue(at.length >= 4 * 7);
    for (int i = 0; i < at.length; i += 2) {
      assertTrue(at[i] >= 10.5 && at[i] <= 43.2, "h " + at[i]);
      assertTrue(at[i + 1] >= 61.7 && at[i + 1] <= 88.1, "v " + at[i + 1]);
      assertEquals(0, Math.IEEEremainder(at[i] + at[i + 1], 7), 0.11);
    }
  }
}
