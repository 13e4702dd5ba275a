// SPDX-License-Identifier: Apache-2.0
package engram.lab.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTest {
  private static final Axis X = Axis.linear("time", "ms");
  private static final Mark LINE = Mark.line("a", List.of(1.0), List.of(2.0));

  @Test
  void anAxisNamesItsUnitUnlessItIsAPureNumber() {
    assertEquals("time (ms)", X.title());
    assertEquals("accuracy", Axis.linear("accuracy", "1").title());
    assertEquals("data set", Axis.category("data set").title());
  }

  @Test
  void marksAreMeasuredUnlessTheySayOtherwise() {
    Mark.Points points = Mark.points("p", List.of(1.0), List.of(2.0));
    assertEquals(Mark.Role.MEASURED, points.role());
    assertEquals(Mark.Role.CONTROL, points.asControl().role());
    assertEquals(points.y(), points.asControl().y());
    assertEquals(Mark.Role.THEORY, Mark.theory("t", List.of(1.0), List.of(2.0)).role());
    Mark.Bars bars = Mark.bars("b", List.of("x"), List.of(2.0), List.of(1.0), List.of(3.0));
    assertEquals(bars.high(), bars.asControl().high());
  }

  @Test
  void refusesListsOfUnequalLengths() {
    refused(
        "lists of mark a must have one length, was 2, 1, 0, 0",
        () -> Mark.line("a", List.of(1.0, 2.0), List.of(2.0)));
    refused(
        "lists of mark a must have one length, was 1, 1, 1, 0",
        () -> Mark.points("a", List.of(1.0), List.of(2.0), List.of(1.0), List.of()));
    refused(
        "z of m must have 4 values, was 3",
        () ->
            new Mark.HeatMap("m", "1", List.of(1.0, 2.0), List.of(1.0, 2.0), List.of(0., 1., 2.)));
  }

  @Test
  void refusesImagesOfAnotherSize() {
    refused(
        "images of g must have 4 values, was 1",
        () -> new Mark.ImageGrid("g", 2, 2, List.of("one"), List.of(List.of(1.0))));
    refused(
        "width and height of g must be 1 or more, was 0 x 2",
        () -> new Mark.ImageGrid("g", 0, 2, List.of(), List.of()));
  }

  @Test
  void refusesFiguresThatCannotBeReadOrDrawn() {
    Axis names = Axis.category("set");
    List<Mark> bars = List.of(Mark.bars("b", List.of("x"), List.of(1.0)));
    refused(
        "id of a figure must be lower case words joined by hyphens, was 'A b'",
        () -> new Figure("A b", "t", "see", X, X, List.of(LINE)));
    refused(
        "figure f must say what to see, was blank",
        () -> new Figure("f", "t", " ", X, X, List.of(LINE)));
    refused(
        "figure f must have marks, was without",
        () -> new Figure("f", "t", "see", X, X, List.of()));
    refused(
        "x of figure f must be a category axis under bars, was LINEAR",
        () -> new Figure("f", "t", "see", X, X, bars));
    refused(
        "y of figure f must be linear or log, was CATEGORY",
        () -> new Figure("f", "t", "see", names, names, bars));
  }

  @Test
  void probesKeepWhatTheyAreGivenAndRefuseTheRest() {
    List<Double> two = List.of(1.0, 2.0);
    Mark.Probes probes = Mark.probes("p", two, two).across(two, two).coloured(List.of(3.0, 4.0));
    assertEquals(two, probes.left());
    assertEquals(List.of(), probes.low());
    assertEquals(List.of(3.0, 4.0), probes.upward(two, two).z());
    refused(
        "lists of mark p must have one length, was 2, 2, 1, 2",
        () -> Mark.probes("p", two, two).across(List.of(1.0), two));
    refused(
        "z of p must have 2 values, was 1",
        () -> Mark.probes("p", two, two).coloured(List.of(1.0)));
    refused(
        "probes of figure f must lie on a map to have values, was without a map",
        () -> new Figure("f", "t", "see", X, X, List.of(probes)));
  }

  private static void refused(String message, Runnable construction) {
    var e = assertThrows(IllegalArgumentException.class, construction::run);
    assertEquals(message, e.getMessage());
  }
}
