// SPDX-License-Identifier: Apache-2.0
package engram.memory.internal.field;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import engram.kernel.Kernels;
import engram.random.RandomStream;
import engram.random.Seeds;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// The vector loops against the scalar ones, bit for bit, and the fast sums against the definition.
final class FieldLoopsTest {
  private static final long SEED = 21;
  private static final FieldLoops SCALAR = new ScalarFieldLoops();

  private final RandomStream random = Seeds.of(SEED).stream("loops");

  private byte[] row(int n, int largest) {
    byte[] row = new byte[n];
    for (int i = 0; i < n; i++) {
      row[i] = (byte) random.nextInt(-largest, largest + 1);
    }
    return row;
  }

  private FieldLoops.Cubic cubic(int n, int spins, int largest) {
    FieldLoops.Cubic cubic = new FieldLoops.Cubic(n);
    for (int i = 0; i < n; i++) {
      int sum = 0;
      for (int spin = 0; spin < spins; spin++) {
        int x = random.nextInt(-largest, largest + 1);
        sum += x;
        cubic.p2()[i] += x * x;
        cubic.p3()[i] += x * x * x;
      }
      cubic.p1()[i] = sum;
    }
    return cubic;
  }

  private static FieldLoops.Cubic copy(FieldLoops.Cubic of) {
    return new FieldLoops.Cubic(
        of.p1().clone(),
        of.p2().clone(),
        of.p3().clone(),
        of.a().clone(),
        of.dUp().clone(),
        of.dDown().clone());
  }

  @Test
  void vectorLoopsHaveTheBitsOfTheScalarOnes() {
    Assumptions.assumeTrue(Kernels.vectorBits() > 0, "no vectors here: " + Kernels.name());
    FieldLoops vector = new VectorFieldLoops(0);
    for (int n = 64; n <= 1024; n += 64) {
      int at = 64 * random.nextInt(n / 64);
      int largest = 1 + random.nextInt(127);
      byte[] row0 = row(n, largest);
      byte[] row1 = row(n, largest);
      FieldLoops.Cubic cubic = cubic(n, 30, largest);
      FieldLoops.Cubic other = copy(cubic);
      int left = n - at;
      for (int sign : new int[] {-1, 1}) {
        assertEquals(
            SCALAR.squares(row0, cubic.p1(), sign, at, left),
            vector.squares(row0, cubic.p1(), sign, at, left));
        assertEquals(
            SCALAR.squaresExact(row0, cubic.p1(), sign, at, left),
            vector.squaresExact(row0, cubic.p1(), sign, at, left));
        assertEquals(
            SCALAR.cubicsExact(row0, cubic, sign, at, left),
            vector.cubicsExact(row0, cubic, sign, at, left));
        assertEquals(
            SCALAR.turn(row1, 2 * sign, cubic.p1(), cubic.p3(), at, left),
            vector.turn(row1, 2 * sign, other.p1(), other.p3(), at, left));
        assertEquals(
            SCALAR.follow(cubic, largest, at, left), vector.follow(other, largest, at, left));
        assertArrayEquals(cubic.p1(), other.p1());
        assertArrayEquals(cubic.p3(), other.p3());
        assertArrayEquals(cubic.a(), other.a());
        assertArrayEquals(cubic.dUp(), other.dUp());
        assertArrayEquals(cubic.dDown(), other.dDown());
        float[] scalarPair = new float[2];
        float[] vectorPair = new float[2];
        SCALAR.cubics(row0, row1, cubic, sign, -1, at, left, scalarPair);
        vector.cubics(row0, row1, other, sign, -1, at, left, vectorPair);
        assertArrayEquals(scalarPair, vectorPair);
      }
    }
  }

  /// A threshold at the exact field, just above and just below it, and far away.
  @Test
  void fastSumsDecideAsTheDefinitionDoes() {
    int asked = 0;
    for (int bodies = 2; bodies <= 6; bodies++) {
      for (int examples : new int[] {1, 3, 30, 127}) {
        int spins = 20 + random.nextInt(30);
        SignedRows rows = RandomRows.sums(spins, 1 + random.nextInt(300), examples, random);
        RowCouplings couplings = new RowCouplings(bodies, rows, 1);
        byte[] state = RandomRows.near(rows, 0, random);
        Replica fast = couplings.replica(state);
        Replica definition = new PowerSums(couplings, state);
        assertEquals(form(bodies, examples), fast.getClass());
        for (int step = 0; step < 40; step++) {
          int spin = random.nextInt(spins);
          double exact = definition.field(spin, Indices.DISTINCT);
          double[] thresholds = {
            exact,
            Math.nextUp(exact),
            Math.nextDown(exact),
            0,
            exact * 0.999,
            exact * 1.001,
            1e30,
            Double.NEGATIVE_INFINITY
          };
          for (double threshold : thresholds) {
            for (Indices indices : Indices.values()) {
              int next = random.nextInt(-1, spins);
              assertEquals(
                  definition.compare(spin, next, indices, threshold),
                  fast.compare(spin, next, indices, threshold),
                  "seed " + SEED + ", P = " + bodies + ", M = " + examples + ", step " + step);
              assertEquals(definition.field(spin, indices), fast.field(spin, indices));
              asked++;
            }
          }
          if (step % 3 == 0) {
            fast.flip(spin);
            definition.flip(spin);
          }
          assertEquals(definition.couplingSum(), fast.couplingSum());
        }
      }
    }
    assertEquals(5 * 4 * 40 * 8 * 2, asked);
  }

  private static Class<? extends Replica> form(int bodies, int examples) {
    return switch (bodies) {
      case 3 -> ThreeBodySums.class;
      case 4 -> FourBodySums.class;
      case 6 -> examples < 127 ? ClosedFormSums.class : PowerSums.class;
      default -> ClosedFormSums.class;
    };
  }
}
