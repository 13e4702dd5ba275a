// SPDX-License-Identifier: Apache-2.0
package engram.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.kernel.Workers;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class SolvedTest {
  private static final double[] X = {1, 2, 3};
  private static final double[] Y = {10, 20};

  /// Solved everywhere but at x = 2.
  private static Solved sum(double x, double y) {
    return new Solved(x + y, x == 2 ? 1e-3 : 1e-13);
  }

  @Test
  void aPointAboveTheToleranceIsAHole() {
    SolvedGrid grid = SolvedGrid.over(X, Y, 1e-9, SolvedTest::sum);
    assertEquals(OptionalDouble.of(11), grid.value(0, 0));
    assertEquals(OptionalDouble.of(23), grid.value(2, 1));
    assertEquals(OptionalDouble.empty(), grid.value(1, 0));
    assertEquals(1e-3, grid.point(1, 0).residual());
    assertEquals(2, grid.holes());
    assertEquals(List.of(11.0, Double.NaN, 13.0, 21.0, Double.NaN, 23.0), grid.values());
  }

  @Test
  void neitherNaNNorInfinityIsASolution() {
    assertTrue(Solved.none().value(1).isEmpty());
    assertTrue(new Solved(Double.NaN, 0).value(1).isEmpty());
    assertTrue(new Solved(Double.POSITIVE_INFINITY, 0).value(1).isEmpty());
    assertTrue(new Solved(1, Double.NaN).value(1).isEmpty());
    assertTrue(new Solved(1, -2).value(1).isEmpty());
    assertTrue(new Solved(1, -1).value(1).isPresent());
  }

  @Test
  void workersDoNotChangeAGrid() {
    try (Workers two = Workers.of(2)) {
      assertEquals(
          SolvedGrid.over(X, Y, 1e-9, SolvedTest::sum).values(),
          SolvedGrid.over(X, Y, 1e-9, SolvedTest::sum, two).values());
    }
  }

  @Test
  void aLineHasGaps() {
    SolvedLine line = SolvedLine.over(X, 1e-9, x -> sum(x, 0));
    assertEquals(List.of(1.0, Double.NaN, 3.0), line.values());
    assertEquals(1, line.gaps());
  }

  @Test
  void refusesWhatCannotBeAGrid() {
    refused("x must rise, was 1.0 after 1.0", () -> grid(new double[] {1, 1}, Y, 1));
    refused("y must have a value, was empty", () -> grid(X, new double[0], 1));
    refused("tolerance must be above 0, was 0.0", () -> grid(X, Y, 0));
    refused(
        "tolerance must be above 0, was NaN", () -> SolvedLine.over(X, Double.NaN, x -> sum(x, 0)));
    refused(
        "points must be as many as places, was 0 and 1",
        () -> new SolvedLine(List.of(1.0), List.of(), 1));
  }

  private static void grid(double[] x, double[] y, double tolerance) {
    SolvedGrid.over(x, y, tolerance, SolvedTest::sum);
  }

  private static void refused(String message, Runnable act) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, act::run).getMessage());
  }
}
