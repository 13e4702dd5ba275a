// SPDX-License-Identifier: Apache-2.0
package engram.lab.figure;

import engram.math.SolvedGrid;
import engram.math.SolvedLine;
import java.util.ArrayList;
import java.util.List;

/// Builds the figure of a phase diagram: what theory solves over two control parameters, and what
/// was measured there. The map lies lowest, points lie above lines; a hole of the solver stays one
/// and is hatched. Probes with values take the map's colours: where theory and simulation agree, a
/// probe has the colour of the ground on which it lies.
///
/// ```java
/// new PhaseDiagram(Axis.linear("load", "1"), Axis.linear("temperature", "1"))
///     .map("overlap", "1", grid)
///     .across("critical temperature", line)
///     .probes(Mark.probes("Monte Carlo", load, temperature).across(low, high).coloured(overlap))
///     .figure("phases", "Phases of the net", "The overlap falls at the line.");
/// ```
public final class PhaseDiagram {
  private static final String HOLE = "no solution below tolerance";

  private final Axis x;
  private final Axis y;
  private final List<Mark> maps = new ArrayList<>();
  private final List<Mark> lines = new ArrayList<>();
  private final List<Mark> points = new ArrayList<>();
  private int solved;

  /// An empty diagram over two control parameters.
  public PhaseDiagram(Axis x, Axis y) {
    this.x = x;
    this.y = y;
  }

  /// Colours the solved points of a grid; a diagram has at most one map.
  public PhaseDiagram map(String name, String unit, SolvedGrid grid) {
    if (!maps.isEmpty()) {
      throw new IllegalArgumentException("map must be one, was a second: " + name);
    }
    maps.add(new Mark.HeatMap(name, unit, grid.x(), grid.y(), grid.values(), HOLE));
    solved += grid.x().size() * grid.y().size() - grid.holes();
    return this;
  }

  /// Draws a line whose places lie on the horizontal axis and whose values on the vertical one.
  public PhaseDiagram across(String name, SolvedLine line) {
    return line(line, Mark.theory(name, line.at(), line.values()));
  }

  /// Draws a line whose places lie on the vertical axis and whose values on the horizontal one.
  public PhaseDiagram upward(String name, SolvedLine line) {
    return line(line, Mark.theory(name, line.values(), line.at()));
  }

  private PhaseDiagram line(SolvedLine line, Mark mark) {
    lines.add(mark);
    solved += line.at().size() - line.gaps();
    return this;
  }

  /// Sets measured points.
  public PhaseDiagram points(Mark.Points measured) {
    points.add(measured);
    return this;
  }

  /// Sets measurements at places that may be uncertain along both axes.
  public PhaseDiagram probes(Mark.Probes probes) {
    points.add(probes);
    return this;
  }

  /// The figure; where theory is drawn and nothing of it is solved, its sentence says so.
  public Figure figure(String id, String title, String see) {
    boolean empty = solved == 0 && !(maps.isEmpty() && lines.isEmpty());
    List<Mark> marks = new ArrayList<>(maps);
    marks.addAll(lines);
    marks.addAll(points);
    return new Figure(id, title, empty ? see + " No point of theory is solved." : see, x, y, marks);
  }
}
