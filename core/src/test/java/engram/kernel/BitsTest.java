// SPDX-License-Identifier: Apache-2.0
package engram.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import engram.random.RandomStream;
import engram.random.Seeds;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

class BitsTest {
  @Test
  void countsAreThoseOfBitSet() {
    RandomStream stream = Seeds.of(8).stream("bits");
    for (int n = 0; n < 40; n++) {
      long[] x = new long[n + 2];
      long[] y = new long[n + 3];
      for (int i = 0; i < n; i++) {
        x[i + 2] = stream.nextLong();
        y[i + 1] = stream.nextLong();
      }
      x[0] = -1;
      y[0] = -1;
      BitSet a = BitSet.valueOf(x).get(128, 128 + 64 * n);
      BitSet b = BitSet.valueOf(y).get(64, 64 + 64 * n);
      BitSet and = (BitSet) a.clone();
      and.and(b);
      BitSet xor = (BitSet) a.clone();
      xor.xor(b);
      assertEquals(a.cardinality(), Bits.count(x, 2, n));
      assertEquals(and.cardinality(), Bits.countAnd(x, 2, y, 1, n));
      assertEquals(xor.cardinality(), Bits.countXor(x, 2, y, 1, n));
    }
  }

  @Test
  void wholeArrays() {
    long[] x = {-1, 1};
    long[] y = {3, 3};
    assertEquals(65, Bits.count(x));
    assertEquals(3, Bits.countAnd(x, y));
    assertEquals(63, Bits.countXor(x, y));
  }

  @Test
  void badInputIsRefused() {
    assertEquals(
        "length of y must be that of x, 2, was 1",
        assertThrows(IllegalArgumentException.class, () -> Bits.countAnd(new long[2], new long[1]))
            .getMessage());
    assertEquals(
        "range of x must lie inside its 2 elements, was 1 to 3",
        assertThrows(IllegalArgumentException.class, () -> Bits.count(new long[2], 1, 2))
            .getMessage());
  }
}
