// SPDX-License-Identifier: Apache-2.0
package engram.kernel.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LoopsTest {
  @Test
  void greatestElementIsFoundWhereverItLies() {
    for (int n = 1; n < 140; n++) {
      float[] x = new float[n + 2];
      Arrays.fill(x, -3);
      x[n + 1] = 9;
      for (int at = 0; at < n; at++) {
        x[1 + at] = -2;
        assertEquals(-2, Form.LOOPS.max(x, 1, n));
        x[1 + at] = Float.NaN;
        assertEquals(Float.NaN, Form.LOOPS.max(x, 1, n));
        x[1 + at] = -3;
      }
    }
    assertEquals(0.0f, Form.LOOPS.max(new float[] {-0.0f, 0.0f, -0.0f}, 0, 3));
    assertEquals(Double.NEGATIVE_INFINITY, Form.LOOPS.max(new double[1], 0, 0));
  }
}
