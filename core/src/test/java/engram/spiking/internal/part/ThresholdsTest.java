// SPDX-License-Identifier: Apache-2.0
package engram.spiking.internal.part;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import engram.random.RandomStream;
import engram.random.Seeds;
import org.junit.jupiter.api.Test;

/// Who has reached a threshold: vectors against one neuron after the other.
final class ThresholdsTest {
  @Test
  void vectorsFindWhoThePlainLoopFinds() {
    RandomStream stream = Seeds.of(2).stream("potentials");
    Thresholds plain = new Thresholds.Plain();
    Thresholds vectors = new VectorThresholds();
    for (int n = 0; n < 90; n++) {
      float[] v = new float[n];
      float[] each = new float[n];
      for (int i = 0; i < n; i++) {
        v[i] = stream.nextFloat();
        each[i] = stream.nextFloat();
        if (stream.nextInt(9) == 0) {
          v[i] = stream.nextBoolean() ? Float.NaN : 0.75f;
        }
      }
      for (float[] threshold : new float[][] {{0.75f}, {2}, {-1}, each}) {
        if (threshold.length != 1 && threshold.length != n) {
          continue;
        }
        int[] expected = new int[n + 3];
        int[] found = new int[n + 3];
        int end = plain.find(v, n, threshold, expected, 3);
        assertEquals(end, vectors.find(v, n, threshold, found, 3), "n " + n);
        assertArrayEquals(expected, found, "n " + n);
      }
    }
  }
}
