// SPDX-License-Identifier: Apache-2.0
package engram.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.random.RandomStream;
import engram.random.Seeds;
import org.junit.jupiter.api.Test;

class PrincipalAnglesTest {
  private static double[] unit(int n, int at) {
    double[] e = new double[n];
    e[at] = 1;
    return e;
  }

  @Test
  void aSpaceAndItselfUnderAnotherBasis() {
    double[][] a = {unit(5, 0), unit(5, 1)};
    double[][] b = {{3, 1, 0, 0, 0}, {1, -2, 0, 0, 0}, {1, 1, 0, 0, 0}};
    assertArrayEquals(new double[] {0, 0}, PrincipalAngles.degrees(a, b), 1e-6);
  }

  @Test
  void orthogonalSpaces() {
    double[][] a = {unit(5, 0), unit(5, 1)};
    double[][] b = {unit(5, 2), unit(5, 3), unit(5, 4)};
    assertArrayEquals(new double[] {90, 90}, PrincipalAngles.degrees(a, b), 1e-9);
  }

  /// Planes in four dimensions turned by two angles, from tiny to nearly right.
  @Test
  void knownTurns() {
    for (double[] turns : new double[][] {{1e-9, 30}, {20, 44.9}, {45.1, 89.999}, {0.001, 0.002}}) {
      double first = Math.toRadians(turns[0]);
      double second = Math.toRadians(turns[1]);
      double[][] a = {unit(4, 0), unit(4, 1)};
      double[][] b = {
        {Math.cos(first), 0, Math.sin(first), 0}, {0, Math.cos(second), 0, Math.sin(second)}
      };
      assertArrayEquals(turns, PrincipalAngles.degrees(a, b), 1e-10);
      assertArrayEquals(turns, PrincipalAngles.degrees(b, a), 1e-10);
    }
  }

  /// Two random directions of 600 dimensions are 90 degrees apart, give or take 2.3.
  @Test
  void chanceIsNearlyOrthogonal() {
    RandomStream random = Seeds.of(3).stream("directions");
    double sum = 0;
    double squares = 0;
    int pairs = 300;
    for (int i = 0; i < pairs; i++) {
      double[][] a = new double[1][600];
      double[][] b = new double[1][600];
      random.fillGaussian(a[0], 1);
      random.fillGaussian(b[0], 1);
      double cosine = Math.cos(Math.toRadians(PrincipalAngles.degrees(a, b)[0]));
      sum += cosine;
      squares += cosine * cosine;
    }
    double spread = Math.toDegrees(Math.sqrt(squares / pairs));
    assertEquals(2.34, spread, 0.3);
    assertTrue(sum > 0);
  }

  @Test
  void refusesWhatSpansNothing() {
    double[][] some = {{1, 2}};
    assertThrows(
        IllegalArgumentException.class, () -> PrincipalAngles.degrees(new double[0][], some));
    assertThrows(
        IllegalArgumentException.class,
        () -> PrincipalAngles.degrees(new double[][] {{0, 0}}, some));
    assertThrows(
        IllegalArgumentException.class,
        () -> PrincipalAngles.degrees(new double[][] {{1, 2, 3}}, some));
    assertThrows(
        IllegalArgumentException.class,
        () -> PrincipalAngles.degrees(new double[][] {{1, Double.NaN}}, some));
  }
}
