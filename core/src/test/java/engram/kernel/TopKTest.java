// SPDX-License-Identifier: Apache-2.0
package engram.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import engram.random.RandomStream;
import engram.random.Seeds;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TopKTest {
  @Test
  void isTheFrontOfAStableSort() {
    RandomStream stream = Seeds.of(9).stream("top");
    for (int trial = 0; trial < 300; trial++) {
      int n = stream.nextInt(60);
      int k = stream.nextInt(n + 1);
      int[] x = new int[n];
      float[] f = new float[n];
      double[] d = new double[n];
      for (int i = 0; i < n; i++) {
        x[i] = stream.nextInt(1 + trial % 20) - 3;
        f[i] = x[i];
        d[i] = x[i];
      }
      int[] expected =
          IntStream.range(0, n)
              .boxed()
              .sorted(Comparator.comparingInt(i -> -x[i]))
              .limit(k)
              .mapToInt(i -> i)
              .toArray();
      String where = "seed 9, trial " + trial;
      assertArrayEquals(expected, TopK.of(x, k), where);
      assertArrayEquals(expected, TopK.of(f, k), where);
      assertArrayEquals(expected, TopK.of(d, k), where);
    }
  }

  @Test
  void zerosOfBothSignsTieAndInfinitiesRank() {
    assertArrayEquals(
        new int[] {3, 0, 1, 2},
        TopK.of(new double[] {-0.0, 0.0, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY}, 4));
  }

  @Test
  void badInputIsRefused() {
    assertEquals(
        "k must be 0 to the number of values, 2, was 3",
        assertThrows(IllegalArgumentException.class, () -> TopK.of(new int[2], 3)).getMessage());
    assertEquals(
        "values must be numbers, was NaN at 1",
        assertThrows(IllegalArgumentException.class, () -> TopK.of(new float[] {1, Float.NaN}, 1))
            .getMessage());
  }
}
