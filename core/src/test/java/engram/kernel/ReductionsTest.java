// SPDX-License-Identifier: Apache-2.0
package engram.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import engram.random.RandomStream;
import engram.random.Seeds;
import java.math.BigDecimal;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ReductionsTest {
  private static final long SEED = 3;
  private final RandomStream stream = Seeds.of(SEED).stream("reductions");

  @Test
  void dotAndSumAreWithinTheBoundOfTheirLanes() {
    for (int n : new int[] {0, 1, 5, 16, 31, 64, 1000}) {
      double[] x = new double[n];
      double[] y = new double[n];
      stream.fillGaussian(x, 1);
      stream.fillGaussian(y, 1);
      BigDecimal dot = BigDecimal.ZERO;
      BigDecimal sum = BigDecimal.ZERO;
      double dotSize = 0;
      double sumSize = 0;
      for (int i = 0; i < n; i++) {
        dot = dot.add(new BigDecimal(x[i]).multiply(new BigDecimal(y[i])));
        sum = sum.add(new BigDecimal(x[i]));
        dotSize += Math.abs(x[i] * y[i]);
        sumSize += Math.abs(x[i]);
      }
      double steps = (n / 16 + 5) * 0x1p-53;
      assertEquals(dot.doubleValue(), Doubles.dot(x, y), steps * dotSize, "n " + n);
      assertEquals(sum.doubleValue(), Doubles.sum(x), steps * sumSize, "n " + n);
      float[] fx = new float[n];
      Arrays.fill(fx, 0.1f);
      assertEquals(n * (double) 0.1f, Floats.sum(fx), (n / 32 + 5) * 0x1p-24 * n * 0.1, "n " + n);
      assertEquals(n * (double) 0.1f * 0.1f, Floats.dot(fx, fx), (n / 32 + 5) * 0x1p-24 * n * 0.01);
    }
  }

  @Test
  void elementsOutsideTheRangeAreNotRead() {
    double[] x = new double[60];
    for (int at = 0; at < 20; at++) {
      for (int n = 0; n < 40; n++) {
        Arrays.fill(x, Double.NaN);
        Arrays.fill(x, at, at + n, 1);
        assertEquals(n, Doubles.sum(x, at, n));
        assertEquals(n, Doubles.dot(x, at, x, at, n));
      }
    }
  }

  @Test
  void specialValuesGoTheirWay() {
    float[] x = new float[50];
    float[] y = new float[50];
    Arrays.fill(y, 1);
    x[49] = Float.POSITIVE_INFINITY;
    assertEquals(Float.POSITIVE_INFINITY, Floats.dot(x, y));
    x[0] = Float.NEGATIVE_INFINITY;
    assertEquals(Float.NaN, Floats.dot(x, y));
    assertEquals(Float.NaN, Floats.sum(x));
    double[] tiny = {Double.MIN_VALUE, Double.MIN_VALUE};
    assertEquals(2 * Double.MIN_VALUE, Doubles.sum(tiny));
  }

  @Test
  void axpyAddsInPlace() {
    double[] x = {1, 2, 3, 4};
    double[] y = {10, 20, 30, 40};
    Doubles.axpy(0.5, x, 1, y, 0, 3);
    assertEquals("[11.0, 21.5, 32.0, 40.0]", Arrays.toString(y));
    Doubles.axpy(1, y, 0, y, 0, 4);
    assertEquals("[22.0, 43.0, 64.0, 80.0]", Arrays.toString(y));
  }

  @Test
  void elementsAreChosenByTheirSignOrByAMaximum() {
    for (int n = 1; n < 80; n++) {
      float[] x = new float[n];
      float[] ones = new float[n];
      Arrays.fill(ones, 1);
      x[n / 2] = 3;
      x[0] = n == 1 ? 3 : -0.0f;
      x[n - 1] = n < 4 ? x[n - 1] : Float.NaN;
      float[] z = new float[n];
      Floats.wherePositive(x, 0, ones, 0, z, 0, n);
      assertEquals(1, Floats.sum(z), "n " + n);
      assertEquals(1, z[n / 2], "n " + n);
      float[] most = new float[n];
      Arrays.fill(most, 3);
      Floats.whereEqual(x, 0, most, 0, ones, 0, z, 0, n);
      assertEquals(1, Floats.sum(z), "n " + n);
      Floats.whereEqual(x, 0, x, 0, ones, 0, x, 0, n); // all but NaN are equal to themselves
      assertEquals(n < 4 ? n : n - 1, Floats.sum(x), "n " + n);
    }
  }

  @Test
  void badInputIsRefusedWithOneClearSentence() {
    double[] x = new double[4];
    refused("n must be 0 or more, was -1", () -> Doubles.dot(x, 0, x, 0, -1));
    refused(
        "range of y must lie inside its 4 elements, was 2 to 5", () -> Doubles.dot(x, 0, x, 2, 3));
    refused("range of x must lie inside its 4 elements, was -1 to 1", () -> Doubles.sum(x, -1, 2));
    refused(
        "x and y must be the same range or lie apart, was 0 to 3 and 1 to 4",
        () -> Doubles.wherePositive(x, 0, new double[3], 0, x, 1, 3));
    refused("length of y must be that of x, 4, was 3", () -> Doubles.dot(x, new double[3]));
    refused(
        "x and y must be the same range or lie apart, was 0 to 3 and 1 to 4",
        () -> Doubles.exp(x, 0, x, 1, 3));
    refused(
        "range of y must lie inside its 4 elements, was 2147483647 to 2147483650",
        () -> Doubles.axpy(1, x, 0, x, Integer.MAX_VALUE, 3));
  }

  private static void refused(String message, Runnable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }
}
