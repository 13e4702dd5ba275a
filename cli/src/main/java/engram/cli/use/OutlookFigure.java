// SPDX-License-Identifier: Apache-2.0
package engram.cli.use;

import engram.lab.figure.Axis;
import engram.lab.figure.Figure;
import engram.lab.figure.Mark;
import engram.sequence.forecast.Outlook;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// The last rows of a forecast stream of this run, as a figure: what came, what the memory had
/// expected of that time with its band, and the same time last week.
final class OutlookFigure {
  private static final int ROWS = 336;

  private final Deque<Outlook> last = new ArrayDeque<>();

  void add(Outlook outlook) {
    if (outlook.state() == Outlook.State.FORECAST) {
      if (last.size() == ROWS) {
        last.removeFirst();
      }
      last.addLast(outlook);
    }
  }

  Figure of(String name) {
    List<Mark> marks = new ArrayList<>();
    Axis axis = Axis.linear("time", "s");
    if (last.isEmpty()) {
      marks.add(Mark.line(name, List.of(Double.NaN), List.of(Double.NaN)));
    } else {
      CourseFigure.Clock clock =
          CourseFigure.Clock.over(last.getFirst().time(), last.getLast().of());
      axis = clock.axis();
      List<Double> of = last.stream().map(o -> clock.at(o.of())).toList();
      marks.add(
          Mark.line(
              "forecast",
              of,
              last.stream().map(o -> o.memory().value()).toList(),
              last.stream().map(o -> o.memory().low()).toList(),
              last.stream().map(o -> o.memory().high()).toList()));
      if (last.getLast().rivals().size() > 1) {
        List<Double> week = last.stream().map(o -> o.rivals().get(1)).toList();
        marks.add(Mark.line("same time last week", of, week).asControl());
      }
      marks.add(
          Mark.line(
              "what came",
              last.stream().map(o -> clock.at(o.time())).toList(),
              last.stream().map(Outlook::value).toList()));
    }
    return new Figure(
        "outlook",
        name + " and its forecast",
        "The last rows: each forecast stands at the time that it is for; the band holds nine tenths"
            + " of its probability.",
        axis,
        Axis.linear(name, "1"),
        marks);
  }
}
