// SPDX-License-Identifier: Apache-2.0
package engram.lab.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import engram.math.Solved;
import engram.math.SolvedGrid;
import engram.math.SolvedLine;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhaseDiagramTest {
  private static final double[] AT = {0, 1, 2};

  private static PhaseDiagram diagram() {
    return new PhaseDiagram(Axis.linear("load", "1"), Axis.linear("temperature", "1"));
  }

  private static SolvedGrid grid(double residual) {
    return SolvedGrid.over(
        AT, new double[] {0, 1}, 1e-9, (x, y) -> new Solved(x + 10 * y, x == 1 ? 1 : residual));
  }

  @Test
  void laysPointsOverLinesOverTheMapAndKeepsHoles() {
    SolvedLine line = SolvedLine.over(AT, 1e-9, x -> new Solved(5 - x, x == 2 ? 1 : 0));
    Figure figure =
        diagram()
            .points(Mark.points("measured", List.of(1.0), List.of(0.5), List.of(0.4), List.of(0.7)))
            .across("across", line)
            .upward("upward", line)
            .map("overlap", "1", grid(0))
            .figure("phases", "Phases", "See.");
    double nan = Double.NaN;
    assertEquals(
        List.of(
            new Mark.HeatMap(
                "overlap",
                "1",
                List.of(0.0, 1.0, 2.0),
                List.of(0.0, 1.0),
                List.of(0.0, nan, 2.0, 10.0, nan, 12.0),
                "no solution below tolerance"),
            Mark.theory("across", List.of(0.0, 1.0, 2.0), List.of(5.0, 4.0, nan)),
            Mark.theory("upward", List.of(5.0, 4.0, nan), List.of(0.0, 1.0, 2.0)),
            Mark.points("measured", List.of(1.0), List.of(0.5), List.of(0.4), List.of(0.7))),
        figure.marks());
    assertEquals("See.", figure.see());
  }

  @Test
  void laysProbesOverTheMap() {
    Mark.Probes probes = Mark.probes("p", List.of(1.0), List.of(0.5)).coloured(List.of(7.0));
    Figure figure = diagram().probes(probes).map("m", "1", grid(0)).figure("a", "A", "See.");
    assertEquals(probes, figure.marks().get(1));
  }

  @Test
  void saysThatNothingIsSolved() {
    Figure empty = diagram().map("m", "1", grid(1)).figure("a", "A", "See.");
    assertEquals("See. No point of theory is solved.", empty.see());
  }

  @Test
  void refusesASecondMap() {
    PhaseDiagram one = diagram().map("m", "1", grid(0));
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> one.map("n", "1", grid(0)));
    assertEquals("map must be one, was a second: n", refusal.getMessage());
  }
}
