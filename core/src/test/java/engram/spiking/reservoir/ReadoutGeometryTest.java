// SPDX-License-Identifier: Apache-2.0
package engram.spiking.reservoir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.random.Seeds;
import engram.source.FromPaper;
import java.util.List;
import org.junit.jupiter.api.Test;

@FromPaper(value = "what-when", at = "spec: analyses, subspaces")
class ReadoutGeometryTest {
  /// Weights that are a sum of a part of the identity and a part of the latency, in directions of
  /// their own.
  @Test
  void sumsOfSeparatePartsAreOrthogonal() {
    double[][] first = {{1, 0, 1, 0}, {1, 0, 0, 2}};
    double[][] second = {{0, 3, 1, 0}, {0, 3, 0, 2}};
    assertEquals(90, ReadoutGeometry.meanAngle(List.of(first, second)), 1e-9);
  }

  /// Where identity moves the weights along the very direction of latency.
  @Test
  void oneDirectionForBothHasNoAngle() {
    double[][] first = {{1, 0, 0}, {2, 0, 0}};
    double[][] second = {{4, 0, 0}, {5, 0, 0}};
    assertEquals(0, ReadoutGeometry.meanAngle(List.of(first, second)), 1e-6);
  }

  @Test
  void nothingLearnedHasNoAngle() {
    assertEquals(0, ReadoutGeometry.meanAngle(List.of(new double[2][3], new double[2][3])));
  }

  @Test
  void randomReadoutsOfManyTracesAreNearlyOrthogonal() {
    CentredTraces one = noise("one");
    CentredTraces other = noise("other");
    double angle = ReadoutGeometry.random(List.of(one, other), 3, Seeds.of(2).stream("draws"));
    assertTrue(angle > 60 && angle < 90, "angle " + angle);
  }

  private static CentredTraces noise(String name) {
    double[] raw = new double[300 * 200];
    Seeds.of(1).stream(name).fillGaussian(raw, 1);
    return CentredTraces.of(4, 200, raw);
  }

  @Test
  void oneIdentityHasNoWhat() {
    assertThrows(
        IllegalArgumentException.class,
        () -> ReadoutGeometry.meanAngle(List.<double[][]>of(new double[2][3])));
  }
}
