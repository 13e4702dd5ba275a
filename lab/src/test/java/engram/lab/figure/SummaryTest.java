// SPDX-License-Identifier: Apache-2.0
package engram.lab.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import engram.lab.measure.At;
import engram.lab.measure.Entry;
import engram.lab.measure.Measure;
import engram.lab.measure.Replicate;
import engram.lab.measure.Results;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {
  private static final Measure MEASURE = Measure.of("accuracy", "a number");
  private static final At MANY = MEASURE.in("many");
  private static final At ONE = MEASURE.in("one");
  private static final At NONE = MEASURE.in("none");
  private static final At COURSE = Measure.of("course", "a series").in("many");
  private static final double NAN = Double.NaN;

  /// Quantile .975 of Student's distribution with 3 degrees of freedom, from tables.
  private static final double T3 = 3.182446305284263;

  /// Values 1 to 4, of which replicate 2 writes one more; the series of replicate i has the points
  /// (10 k, i + k), and replicate 0 lacks the last of the three.
  private static Results results() {
    List<Replicate> replicates = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      List<Entry> entries = new ArrayList<>();
      entries.add(new Entry.Value(MANY, i + 1));
      if (i == 2) {
        entries.add(new Entry.Value(ONE, 7));
      }
      for (int k = 0; k < (i == 0 ? 2 : 3); k++) {
        entries.add(new Entry.Point(COURSE, 10 * k, i + k));
      }
      replicates.add(new Replicate(i, entries));
    }
    return new Results(replicates);
  }

  @Test
  void intervalsAreStudents() {
    Mark.Points points =
        Summary.intervals(results()).points("p", List.of(5.0, 6.0, 7.0), List.of(MANY, ONE, NONE));
    assertEquals(List.of(5.0, 6.0, 7.0), points.x());
    assertEquals(List.of(2.5, 7.0, NAN), points.y());
    double half = T3 * Math.sqrt(5.0 / 12);
    assertEquals(2.5 - half, points.low().get(0), 1e-9);
    assertEquals(2.5 + half, points.high().get(0), 1e-9);
    assertEquals(List.of(7.0, NAN), points.low().subList(1, 3));
    assertEquals(List.of(7.0, NAN), points.high().subList(1, 3));
  }

  @Test
  void rangesEndAtTheLowestAndTheHighest() {
    List<String> places = List.of("a", "b", "c");
    assertEquals(
        Mark.bars(
            "b", places, List.of(2.5, 7.0, NAN), List.of(1.0, 7.0, NAN), List.of(4.0, 7.0, NAN)),
        Summary.ranges(results()).bars("b", places, List.of(MANY, ONE, NONE)));
  }

  @Test
  void barsAreNamedAsTheArms() {
    Mark.Bars bars = Mark.bars("b", List.of("one", "many"), List.of(7.0, 2.5));
    Summary means = Summary.means(results());
    assertEquals(bars, means.bars("b", List.of(ONE, MANY)));
    assertEquals(bars, means.bars("b", List.of("one", "many"), MEASURE::in));
    assertEquals(
        Mark.points("p", List.of(3.0), List.of(2.5)), means.points("p", List.of(3), _ -> MANY));
    assertEquals(2.5, means.mean(MANY));
    assertEquals(NAN, means.mean(NONE));
  }

  /// Sums of 0 to 3, of 1 to 4, and of 3 to 5.
  @Test
  void seriesAreJoinedPointByPoint() {
    List<Double> x = List.of(0.0, 10.0, 20.0);
    List<Double> y = List.of(1.5, 2.5, 4.0);
    List<Double> low = List.of(0.0, 1.0, 3.0);
    List<Double> high = List.of(3.0, 4.0, 5.0);
    assertEquals(Mark.line("many", x, y, low, high), Summary.ranges(results()).line(COURSE));
    assertEquals(Mark.points("p", x, y, low, high), Summary.ranges(results()).points("p", COURSE));
    assertEquals(Mark.line("many", x, y), Summary.means(results()).line(COURSE));
    assertEquals(
        Mark.line("f", List.of(0.0, 10.0), List.of(0.0, 1.0)),
        Summary.first(results()).line("f", COURSE));
  }

  @Test
  void ofNothingThereAreGaps() {
    Results nothing = new Results(List.of());
    for (Summary summary :
        List.of(
            Summary.means(nothing),
            Summary.intervals(nothing),
            Summary.ranges(nothing),
            Summary.first(nothing))) {
      assertEquals(List.of(), summary.line(COURSE).x());
      assertEquals(List.of(NAN), summary.bars("b", List.of(MANY)).y());
    }
  }

  @Test
  void barsStandAmongMorePlaces() {
    List<String> wider = List.of("none", "one", "many");
    Mark.Bars bars = Summary.ranges(results()).bars("b", List.of(MANY, ONE)).asControl();
    assertEquals(
        new Mark.Bars(
            "b",
            Mark.Role.CONTROL,
            wider,
            List.of(NAN, 7.0, 2.5),
            List.of(NAN, 7.0, 1.0),
            List.of(NAN, 7.0, 4.0)),
        bars.among(wider));
    assertEquals(List.of(), Summary.means(results()).bars("b", List.of(ONE)).among(wider).low());
    assertEquals(
        "places of b must be among [one], was many",
        assertThrows(IllegalArgumentException.class, () -> bars.among(List.of("one")))
            .getMessage());
  }
}
