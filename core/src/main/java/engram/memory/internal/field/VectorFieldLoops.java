// SPDX-License-Identifier: Apache-2.0
package engram.memory.internal.field;

import engram.kernel.Kernels;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// The loops in the vector API, at 512 or 256 bits: two or four vectors of virtual lanes.
///
/// Until it is compiled, a loop of vectors is a hundred times slower than a plain one, and only
/// what has run often is compiled. So at first each loop takes one call in [#SHARE], and the
/// definition, which has the same bits, the others.
///
/// Methods stay small: beyond a size of inlined code the compiler leaves vectors as objects, which
/// is a hundred times slower.
final class VectorFieldLoops implements FieldLoops {
  private static final boolean WIDE = Kernels.vectorBits() == 512;
  private static final VectorSpecies<Float> F =
      WIDE ? FloatVector.SPECIES_512 : FloatVector.SPECIES_256;
  private static final VectorSpecies<Integer> I =
      WIDE ? IntVector.SPECIES_512 : IntVector.SPECIES_256;
  private static final VectorSpecies<Long> L =
      WIDE ? LongVector.SPECIES_512 : LongVector.SPECIES_256;
  private static final VectorSpecies<Byte> B =
      WIDE ? ByteVector.SPECIES_128 : ByteVector.SPECIES_64;
  private static final int STEP = F.length();

  private static final VectorShuffle<Float> BY_8 = turned(8);
  private static final VectorShuffle<Float> BY_4 = turned(4);
  private static final VectorShuffle<Float> BY_2 = turned(2);
  private static final VectorShuffle<Float> BY_1 = turned(1);

  private static VectorShuffle<Float> turned(int by) {
    return VectorShuffle.fromOp(F, lane -> (lane + by) % F.length());
  }

  private static final FieldLoops DEFINITION = new ScalarFieldLoops();
  private static final int SHARE = 32;

  private final long patience;
  private final Turn squares = new Turn();
  private final Turn squaresExact = new Turn();
  private final Turn cubics = new Turn();
  private final Turn cubicsExact = new Turn();
  private final Turn turn = new Turn();
  private final Turn follow = new Turn();

  /// @param patience patterns that pass through a loop before the vector form works them all
  VectorFieldLoops(long patience) {
    this.patience = patience;
  }

  /// Whose turn it is. Several threads may update the count at once and lose some; no result
  /// depends on it.
  private final class Turn {
    private long passed;
    private long practised;

    boolean ofDefinition(int n) {
      if (passed >= patience) {
        return false;
      }
      passed += n;
      if (practised * SHARE > passed) {
        return true;
      }
      practised += n;
      return false;
    }
  }

  @Override
  public boolean approximates() {
    return true;
  }

  private static FloatVector floats(byte[] row, int at) {
    return (FloatVector) ByteVector.fromArray(B, row, at).convertShape(VectorOperators.B2F, F, 0);
  }

  private static IntVector ints(byte[] row, int at) {
    return (IntVector) ByteVector.fromArray(B, row, at).convertShape(VectorOperators.B2I, I, 0);
  }

  private static IntVector ints(float[] x, int at) {
    return (IntVector) at(x, at).convertShape(VectorOperators.F2I, I, 0);
  }

  private static LongVector longs(IntVector x, int part) {
    return (LongVector) x.convertShape(VectorOperators.I2L, L, part);
  }

  private static FloatVector floats(int[] x, int at) {
    return (FloatVector) IntVector.fromArray(I, x, at).convertShape(VectorOperators.I2F, F, 0);
  }

  private static FloatVector at(float[] x, int at) {
    return FloatVector.fromArray(F, x, at);
  }

  @Override
  public float squares(byte[] row, float[] b, int sign, int at, int n) {
    if (squares.ofDefinition(n)) {
      return DEFINITION.squares(row, b, sign, at, n);
    }
    FloatVector minus = FloatVector.broadcast(F, -sign);
    FloatVector s0 = FloatVector.zero(F);
    FloatVector s1 = s0;
    FloatVector s2 = s0;
    FloatVector s3 = s0;
    FloatVector s4 = s0;
    FloatVector s5 = s0;
    FloatVector s6 = s0;
    FloatVector s7 = s0;
    for (int i = at; i < at + n; i += LANES) {
      s0 = square(row, b, minus, i, s0);
      s1 = square(row, b, minus, i + STEP, s1);
      s2 = square(row, b, minus, i + 2 * STEP, s2);
      s3 = square(row, b, minus, i + 3 * STEP, s3);
      if (!WIDE) {
        s4 = square(row, b, minus, i + 4 * STEP, s4);
        s5 = square(row, b, minus, i + 5 * STEP, s5);
        s6 = square(row, b, minus, i + 6 * STEP, s6);
        s7 = square(row, b, minus, i + 7 * STEP, s7);
      }
    }
    return WIDE
        ? folded(s0.add(s2), s1.add(s3))
        : folded(s0.add(s4).add(s2.add(s6)), s1.add(s5).add(s3.add(s7)));
  }

  private static FloatVector square(
      byte[] row, float[] b, FloatVector minus, int i, FloatVector s) {
    FloatVector c = floats(row, i);
    FloatVector t = c.fma(minus, at(b, i));
    return t.mul(c).fma(t, s);
  }

  @Override
  public long squaresExact(byte[] row, float[] b, int sign, int at, int n) {
    if (squaresExact.ofDefinition(n)) {
      return DEFINITION.squaresExact(row, b, sign, at, n);
    }
    LongVector s0 = LongVector.zero(L);
    LongVector s1 = s0;
    for (int i = at; i < at + n; i += STEP) {
      IntVector c = ints(row, i);
      IntVector t = ints(b, i).sub(c.mul(sign));
      s0 = square(c, t, 0).add(s0);
      s1 = square(c, t, 1).add(s1);
    }
    return s0.add(s1).reduceLanes(VectorOperators.ADD);
  }

  private static LongVector square(IntVector c, IntVector t, int part) {
    LongVector wide = longs(t, part);
    return wide.mul(wide).mul(longs(c, part));
  }

  @Override
  public void cubics(
      byte[] row0, byte[] row1, Cubic cubic, int sign0, int sign1, int at, int n, float[] into) {
    if (cubics.ofDefinition(n)) {
      DEFINITION.cubics(row0, row1, cubic, sign0, sign1, at, n, into);
      return;
    }
    float[] a = cubic.a();
    float[] b = cubic.p1();
    if (WIDE) {
      cubics(row0, row1, a, cubic.d(sign0), cubic.d(sign1), b, at, n, into);
    } else {
      into[0] = cubic(row0, a, cubic.d(sign0), b, at, n);
      into[1] = cubic(row1, a, cubic.d(sign1), b, at, n);
    }
  }

  private static void cubics(
      byte[] row0,
      byte[] row1,
      float[] a,
      float[] d0,
      float[] d1,
      float[] b,
      int at,
      int n,
      float[] into) {
    FloatVector s0 = FloatVector.zero(F);
    FloatVector s1 = s0;
    FloatVector u0 = s0;
    FloatVector u1 = s0;
    for (int i = at; i < at + n; i += PAIR_LANES) {
      FloatVector first = at(a, i);
      FloatVector last = at(b, i);
      s0 = cubic(floats(row0, i), first, at(d0, i), last, s0);
      u0 = cubic(floats(row1, i), first, at(d1, i), last, u0);
      int j = i + STEP;
      first = at(a, j);
      last = at(b, j);
      s1 = cubic(floats(row0, j), first, at(d0, j), last, s1);
      u1 = cubic(floats(row1, j), first, at(d1, j), last, u1);
    }
    into[0] = folded(s0, s1);
    into[1] = folded(u0, u1);
  }

  private static FloatVector cubic(
      FloatVector c, FloatVector a, FloatVector d, FloatVector b, FloatVector s) {
    return c.fma(b, d).fma(c, a).fma(c, s);
  }

  /// One row, for 256 bits.
  private static float cubic(byte[] row, float[] a, float[] d, float[] b, int at, int n) {
    FloatVector s0 = FloatVector.zero(F);
    FloatVector s1 = s0;
    FloatVector s2 = s0;
    FloatVector s3 = s0;
    for (int i = at; i < at + n; i += PAIR_LANES) {
      s0 = cubic(row, a, d, b, i, s0);
      s1 = cubic(row, a, d, b, i + STEP, s1);
      s2 = cubic(row, a, d, b, i + 2 * STEP, s2);
      s3 = cubic(row, a, d, b, i + 3 * STEP, s3);
    }
    return folded(s0.add(s2), s1.add(s3));
  }

  private static FloatVector cubic(
      byte[] row, float[] a, float[] d, float[] b, int i, FloatVector s) {
    return cubic(floats(row, i), at(a, i), at(d, i), at(b, i), s);
  }

  @Override
  public long cubicsExact(byte[] row, Cubic cubic, int sign, int at, int n) {
    if (cubicsExact.ofDefinition(n)) {
      return DEFINITION.cubicsExact(row, cubic, sign, at, n);
    }
    float[] p1 = cubic.p1();
    float[] p2 = cubic.p2();
    int[] p3 = cubic.p3();
    LongVector s0 = LongVector.zero(L);
    LongVector s1 = s0;
    for (int i = at; i < at + n; i += STEP) {
      IntVector c = ints(row, i);
      IntVector square = c.mul(c);
      IntVector t = ints(p1, i).sub(c.mul(sign));
      IntVector q2 = ints(p2, i).sub(square);
      IntVector q3 = IntVector.fromArray(I, p3, i).sub(square.mul(c).mul(sign));
      s0 = cubic(c, t, q2, q3, 0).add(s0);
      s1 = cubic(c, t, q2, q3, 1).add(s1);
    }
    return s0.add(s1).reduceLanes(VectorOperators.ADD);
  }

  private static LongVector cubic(IntVector c, IntVector t, IntVector q2, IntVector q3, int part) {
    LongVector wide = longs(t, part);
    LongVector inner = wide.mul(wide).sub(longs(q2, part).mul(3));
    return wide.mul(inner).add(longs(q3, part).mul(2)).mul(longs(c, part));
  }

  @Override
  public float turn(byte[] row, int change, float[] b, int[] p3, int at, int n) {
    if (turn.ofDefinition(n)) {
      return DEFINITION.turn(row, change, b, p3, at, n);
    }
    FloatVector s0 = FloatVector.zero(F);
    FloatVector s1 = s0;
    FloatVector s2 = s0;
    FloatVector s3 = s0;
    FloatVector s4 = s0;
    FloatVector s5 = s0;
    FloatVector s6 = s0;
    FloatVector s7 = s0;
    for (int i = at; i < at + n; i += LANES) {
      s0 = turn(row, change, b, p3, i, s0);
      s1 = turn(row, change, b, p3, i + STEP, s1);
      s2 = turn(row, change, b, p3, i + 2 * STEP, s2);
      s3 = turn(row, change, b, p3, i + 3 * STEP, s3);
      if (!WIDE) {
        s4 = turn(row, change, b, p3, i + 4 * STEP, s4);
        s5 = turn(row, change, b, p3, i + 5 * STEP, s5);
        s6 = turn(row, change, b, p3, i + 6 * STEP, s6);
        s7 = turn(row, change, b, p3, i + 7 * STEP, s7);
      }
    }
    return WIDE
        ? folded(s0.add(s2), s1.add(s3))
        : folded(s0.add(s4).add(s2.add(s6)), s1.add(s5).add(s3.add(s7)));
  }

  private static FloatVector turn(
      byte[] row, int change, float[] b, int[] p3, int i, FloatVector s) {
    IntVector c = ints(row, i);
    IntVector cube = c.mul(change).mul(c).mul(c);
    IntVector.fromArray(I, p3, i).add(cube).intoArray(p3, i);
    FloatVector value = floats(row, i).fma(FloatVector.broadcast(F, change), at(b, i));
    value.intoArray(b, i);
    return value.fma(value, s);
  }

  @Override
  public float follow(Cubic cubic, int largest, int at, int n) {
    if (follow.ofDefinition(n)) {
      return DEFINITION.follow(cubic, largest, at, n);
    }
    float[] p1 = cubic.p1();
    float[] p2 = cubic.p2();
    int[] p3 = cubic.p3();
    for (int i = at; i < at + n; i += STEP) {
      first(p1, p2, p3, cubic.a(), i);
      second(p1, p2, cubic.dUp(), cubic.dDown(), i);
    }
    return magnitude(p1, p2, p3, largest, at, n);
  }

  private static void first(float[] p1, float[] p2, int[] p3, float[] a, int i) {
    FloatVector b = at(p1, i);
    FloatVector q3 = floats(p3, i).mul(2);
    b.fma(b, at(p2, i).mul(-3)).fma(b, q3).mul(SIXTH).intoArray(a, i);
  }

  private static void second(float[] p1, float[] p2, float[] up, float[] down, int i) {
    FloatVector b = at(p1, i);
    FloatVector e2 = b.fma(b, at(p2, i).neg()).mul(0.5f);
    e2.neg().intoArray(up, i);
    e2.intoArray(down, i);
  }

  private static float magnitude(float[] p1, float[] p2, int[] p3, float largest, int at, int n) {
    FloatVector m2 = FloatVector.broadcast(F, 3 * largest);
    FloatVector m3 = FloatVector.broadcast(F, 6 * largest * largest);
    FloatVector s0 = FloatVector.zero(F);
    FloatVector s1 = s0;
    FloatVector s2 = s0;
    FloatVector s3 = s0;
    FloatVector s4 = s0;
    FloatVector s5 = s0;
    FloatVector s6 = s0;
    FloatVector s7 = s0;
    for (int i = at; i < at + n; i += LANES) {
      s0 = magnitude(p1, p2, p3, m2, m3, i).add(s0);
      s1 = magnitude(p1, p2, p3, m2, m3, i + STEP).add(s1);
      s2 = magnitude(p1, p2, p3, m2, m3, i + 2 * STEP).add(s2);
      s3 = magnitude(p1, p2, p3, m2, m3, i + 3 * STEP).add(s3);
      if (!WIDE) {
        s4 = magnitude(p1, p2, p3, m2, m3, i + 4 * STEP).add(s4);
        s5 = magnitude(p1, p2, p3, m2, m3, i + 5 * STEP).add(s5);
        s6 = magnitude(p1, p2, p3, m2, m3, i + 6 * STEP).add(s6);
        s7 = magnitude(p1, p2, p3, m2, m3, i + 7 * STEP).add(s7);
      }
    }
    return WIDE
        ? folded(s0.add(s2), s1.add(s3))
        : folded(s0.add(s4).add(s2.add(s6)), s1.add(s5).add(s3.add(s7)));
  }

  private static FloatVector magnitude(
      float[] p1, float[] p2, int[] p3, FloatVector m2, FloatVector m3, int i) {
    FloatVector b = at(p1, i);
    FloatVector size = b.abs();
    FloatVector square = b.fma(b, at(p2, i).mul(3));
    FloatVector most = square.fma(size, floats(p3, i).mul(2).abs());
    return size.fma(m3, square.fma(m2, most));
  }

  /// Adds the upper half of 32 virtual lanes, two vectors of 512 bits or the sums of four of 256,
  /// to the lower half until one is left.
  private static float folded(FloatVector s0, FloatVector s1) {
    FloatVector s = s0.add(s1);
    if (WIDE) {
      s = s.add(s.rearrange(BY_8));
    }
    s = s.add(s.rearrange(BY_4));
    s = s.add(s.rearrange(BY_2));
    s = s.add(s.rearrange(BY_1));
    return s.lane(0);
  }
}
