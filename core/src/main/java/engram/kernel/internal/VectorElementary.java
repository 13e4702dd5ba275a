// SPDX-License-Identifier: Apache-2.0
package engram.kernel.internal;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The elementary functions a vector at a time: [Elementary] operation by operation, and therefore
/// with its bits. Where Elementary branches, both sides are computed and chosen by lane; a vector
/// that holds an argument which Elementary hands on goes through [ScalarLoops].
///
/// Each method works the whole vectors among n elements and returns how many elements that were.
/// Each is written out, and calls nothing that takes a vector but the vector API itself: a method
/// of ours, once it has been compiled by itself, is too large for the compiler to inline, and
/// vectors that are passed to it become objects, ten times slower. That depends on what ran before.
final class VectorElementary {
  private static final VectorSpecies<Double> D = VectorLoops.D;
  private static final int LENGTH = D.length();

  /* Constants stand as whole vectors, not as numbers to be spread: each spreading is some hundred
  nodes for the compiler, and beyond a fixed number of nodes it inlines no more and vectors become
  objects. */

  private static final DoubleVector ANGLE_MOST = all(Elementary.ANGLE_MOST);
  private static final DoubleVector C1 = all(Elementary.C1);
  private static final DoubleVector C2 = all(Elementary.C2);
  private static final DoubleVector C3 = all(Elementary.C3);
  private static final DoubleVector C4 = all(Elementary.C4);
  private static final DoubleVector C5 = all(Elementary.C5);
  private static final DoubleVector C6 = all(Elementary.C6);
  private static final DoubleVector E10 = all(Elementary.E10);
  private static final DoubleVector E11 = all(Elementary.E11);
  private static final DoubleVector E2 = all(Elementary.E2);
  private static final DoubleVector E3 = all(Elementary.E3);
  private static final DoubleVector E4 = all(Elementary.E4);
  private static final DoubleVector E5 = all(Elementary.E5);
  private static final DoubleVector E6 = all(Elementary.E6);
  private static final DoubleVector E7 = all(Elementary.E7);
  private static final DoubleVector E8 = all(Elementary.E8);
  private static final DoubleVector E9 = all(Elementary.E9);
  private static final DoubleVector EXPONENT = all(Elementary.EXPONENT);
  private static final DoubleVector EXP_LEAST = all(Elementary.EXP_LEAST);
  private static final DoubleVector EXP_MOST = all(Elementary.EXP_MOST);
  private static final DoubleVector INTEGER_BIAS = all(Elementary.INTEGER_BIAS);
  private static final LongVector INTEGER_BITS = all(Elementary.INTEGER_BITS);
  private static final DoubleVector L1 = all(Elementary.L1);
  private static final DoubleVector L2 = all(Elementary.L2);
  private static final DoubleVector L3 = all(Elementary.L3);
  private static final DoubleVector L4 = all(Elementary.L4);
  private static final DoubleVector L5 = all(Elementary.L5);
  private static final DoubleVector L6 = all(Elementary.L6);
  private static final DoubleVector L7 = all(Elementary.L7);
  private static final DoubleVector LN2_REST = all(Elementary.LN2_REST);
  private static final DoubleVector LN2_SHORT = all(Elementary.LN2_SHORT);
  private static final DoubleVector LOG2_E = all(Elementary.LOG2_E);
  private static final LongVector LOG_OFFSET = all(Elementary.LOG_OFFSET);
  private static final LongVector MANTISSA = all(Elementary.MANTISSA);
  private static final DoubleVector MINUS_HALF_PI_1 = all(-Elementary.HALF_PI_1);
  private static final DoubleVector MINUS_HALF_PI_2 = all(-Elementary.HALF_PI_2);
  private static final DoubleVector HALF_PI_2 = all(Elementary.HALF_PI_2);
  private static final DoubleVector MINUS_HALF_PI_3 = all(-Elementary.HALF_PI_3);
  private static final DoubleVector MINUS_LN2_HIGH = all(-Elementary.LN2_HIGH);
  private static final DoubleVector MINUS_LN2_LOW = all(-Elementary.LN2_LOW);
  private static final DoubleVector ROUNDER = all(Elementary.ROUNDER);
  private static final DoubleVector S1 = all(Elementary.S1);
  private static final DoubleVector S2 = all(Elementary.S2);
  private static final DoubleVector S3 = all(Elementary.S3);
  private static final DoubleVector S4 = all(Elementary.S4);
  private static final DoubleVector S5 = all(Elementary.S5);
  private static final DoubleVector S6 = all(Elementary.S6);
  private static final LongVector SQRT_HALF_BITS = all(Elementary.SQRT_HALF_BITS);
  private static final DoubleVector TANH_MOST = all(Elementary.TANH_MOST);
  private static final DoubleVector TWO_OVER_PI = all(Elementary.TWO_OVER_PI);
  private static final DoubleVector ZERO = all(0.0);
  private static final DoubleVector HALF = all(0.5);
  private static final DoubleVector ONE = all(1.0);
  private static final DoubleVector TWO = all(2.0);
  private static final DoubleVector LEAST_NORMAL = all(Double.MIN_NORMAL);
  private static final DoubleVector MOST = all(Double.MAX_VALUE);
  private static final DoubleVector MINUS_ONE = all(-1.0);
  private static final LongVector ALL_BUT_SIGN = all(Long.MAX_VALUE);
  private static final LongVector SIGN = all(Long.MIN_VALUE);
  private static final LongVector ODD = all(1L);
  private static final LongVector NONE = all(0L);
  private static final ScalarLoops DEFINITION = new ScalarLoops("definition");

  private VectorElementary() {}

  /// [Elementary#exp].
  static int exp(double[] x, int xAt, double[] y, int yAt, int n) {
    int i = 0;
    for (; i <= n - LENGTH; i += LENGTH) {
      DoubleVector u = DoubleVector.fromArray(D, x, xAt + i);
      DoubleVector v = u.min(EXP_MOST).max(EXP_LEAST);
      DoubleVector k = v.fma(LOG2_E, ROUNDER).sub(ROUNDER);
      DoubleVector r = k.fma(MINUS_LN2_LOW, k.fma(MINUS_LN2_HIGH, v));
      DoubleVector t = E11.fma(r, E10).fma(r, E9).fma(r, E8).fma(r, E7).fma(r, E6);
      t = t.fma(r, E5).fma(r, E4).fma(r, E3).fma(r, E2);
      DoubleVector p = r.mul(r).fma(t, r).add(ONE);
      DoubleVector half = k.fma(HALF, ROUNDER).sub(ROUNDER);
      LongVector first = half.add(EXPONENT).reinterpretAsLongs();
      LongVector second = k.sub(half).add(EXPONENT).reinterpretAsLongs();
      p = p.mul(first.lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles());
      DoubleVector z = p.mul(second.lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles());
      z.intoArray(y, yAt + i);
    }
    return i;
  }

  /// [Elementary#log].
  static int log(double[] x, int xAt, double[] y, int yAt, int n) {
    int i = 0;
    for (; i <= n - LENGTH; i += LENGTH) {
      DoubleVector u = DoubleVector.fromArray(D, x, xAt + i);
      VectorMask<Double> here =
          u.compare(VectorOperators.GE, LEAST_NORMAL).and(u.compare(VectorOperators.LE, MOST));
      if (!here.allTrue()) {
        DEFINITION.log(x, xAt + i, y, yAt + i, LENGTH);
        continue;
      }
      LongVector moved = u.reinterpretAsLongs().add(LOG_OFFSET);
      LongVector exponent = moved.lanewise(VectorOperators.LSHR, 52).or(INTEGER_BITS);
      DoubleVector k = exponent.reinterpretAsDoubles().sub(INTEGER_BIAS);
      DoubleVector f = moved.and(MANTISSA).add(SQRT_HALF_BITS).reinterpretAsDoubles().sub(ONE);
      DoubleVector s = f.div(f.add(TWO));
      DoubleVector z = s.mul(s);
      DoubleVector t = L7.fma(z, L6).fma(z, L5).fma(z, L4).fma(z, L3).fma(z, L2).fma(z, L1);
      DoubleVector h = f.mul(HALF).mul(f);
      DoubleVector inner = s.fma(z.fma(t, h), k.mul(LN2_REST));
      k.fma(LN2_SHORT, f.sub(h.sub(inner))).intoArray(y, yAt + i);
    }
    return i;
  }

  /// [Elementary#tanh]; the quotient is negative, so that `and` gives it the sign of x.
  static int tanh(double[] x, int xAt, double[] y, int yAt, int n) {
    int i = 0;
    for (; i <= n - LENGTH; i += LENGTH) {
      DoubleVector u = DoubleVector.fromArray(D, x, xAt + i);
      DoubleVector a = u.abs().min(TANH_MOST);
      DoubleVector v = a.add(a);
      DoubleVector k = v.fma(LOG2_E, ROUNDER).sub(ROUNDER);
      DoubleVector first = k.fma(MINUS_LN2_HIGH, v);
      DoubleVector r = k.fma(MINUS_LN2_LOW, first);
      DoubleVector rest = k.fma(MINUS_LN2_LOW, first.sub(r));
      LongVector power = k.add(EXPONENT).reinterpretAsLongs();
      DoubleVector s = power.lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles();
      DoubleVector t = E11.fma(r, E10).fma(r, E9).fma(r, E8).fma(r, E7).fma(r, E6);
      t = t.fma(r, E5).fma(r, E4).fma(r, E3).fma(r, E2);
      DoubleVector w = r.add(r.mul(r).fma(t, rest));
      DoubleVector less = s.sub(ONE);
      DoubleVector m = s.fma(w, less);
      DoubleVector mLost = s.fma(w, less.sub(m));
      DoubleVector d = m.add(TWO);
      DoubleVector dLost = m.sub(d.sub(TWO)).add(mLost);
      DoubleVector inverse = MINUS_ONE.div(d);
      DoubleVector minus = m.mul(inverse);
      DoubleVector left = minus.fma(dLost, minus.fma(d, m).add(mLost));
      LongVector sign = u.reinterpretAsLongs().or(ALL_BUT_SIGN);
      LongVector bits = left.fma(inverse, minus).reinterpretAsLongs().and(sign);
      bits.reinterpretAsDoubles().intoArray(y, yAt + i);
    }
    return i;
  }

  /// [Elementary#sigmoid].
  static int sigmoid(double[] x, int xAt, double[] y, int yAt, int n) {
    int i = 0;
    for (; i <= n - LENGTH; i += LENGTH) {
      DoubleVector u = DoubleVector.fromArray(D, x, xAt + i);
      DoubleVector v = u.abs().neg().min(EXP_MOST).max(EXP_LEAST);
      DoubleVector k = v.fma(LOG2_E, ROUNDER).sub(ROUNDER);
      DoubleVector r = k.fma(MINUS_LN2_LOW, k.fma(MINUS_LN2_HIGH, v));
      DoubleVector t = E11.fma(r, E10).fma(r, E9).fma(r, E8).fma(r, E7).fma(r, E6);
      t = t.fma(r, E5).fma(r, E4).fma(r, E3).fma(r, E2);
      DoubleVector p = r.mul(r).fma(t, r).add(ONE);
      DoubleVector half = k.fma(HALF, ROUNDER).sub(ROUNDER);
      LongVector first = half.add(EXPONENT).reinterpretAsLongs();
      LongVector second = k.sub(half).add(EXPONENT).reinterpretAsLongs();
      p = p.mul(first.lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles());
      DoubleVector z = p.mul(second.lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles());
      VectorMask<Double> below = u.compare(VectorOperators.LT, ZERO);
      ONE.blend(z, below).div(z.add(ONE)).intoArray(y, yAt + i);
    }
    return i;
  }

  /// [Elementary#sin] of x and so many quarters of a turn: with 1 it is the cosine.
  static int sin(double[] x, int xAt, double[] y, int yAt, int n, int quarters) {
    LongVector turn = quarters == 0 ? NONE : ODD;
    int i = 0;
    for (; i <= n - LENGTH; i += LENGTH) {
      DoubleVector u = DoubleVector.fromArray(D, x, xAt + i);
      if (!u.abs().compare(VectorOperators.LE, ANGLE_MOST).allTrue()) {
        if (quarters == 0) {
          DEFINITION.sin(x, xAt + i, y, yAt + i, LENGTH);
        } else {
          DEFINITION.cos(x, xAt + i, y, yAt + i, LENGTH);
        }
        continue;
      }
      DoubleVector rounded = u.fma(TWO_OVER_PI, ROUNDER);
      DoubleVector q = rounded.sub(ROUNDER);
      LongVector quadrant = rounded.reinterpretAsLongs().add(turn);
      DoubleVector first = q.fma(MINUS_HALF_PI_1, u);
      DoubleVector second = q.mul(HALF_PI_2);
      DoubleVector secondLost = q.fma(MINUS_HALF_PI_2, second);
      DoubleVector r = first.sub(second);
      DoubleVector lost = r.sub(first).add(second).sub(q.fma(MINUS_HALF_PI_3, secondLost));
      DoubleVector z = r.mul(r);
      DoubleVector s = S6.fma(z, S5).fma(z, S4).fma(z, S3).fma(z, S2).fma(z, S1);
      s = r.sub(z.mul(r).fma(s, lost));
      DoubleVector c = C6.fma(z, C5).fma(z, C4).fma(z, C3).fma(z, C2).fma(z, C1);
      DoubleVector h = z.mul(HALF);
      DoubleVector w = ONE.sub(h);
      c = w.add(ONE.sub(w).sub(h).add(z.mul(z).fma(c, r.mul(lost))));
      VectorMask<Long> odd = quadrant.and(ODD).compare(VectorOperators.NE, NONE);
      LongVector bits = s.blend(c, odd.cast(D)).reinterpretAsLongs();
      LongVector sign = quadrant.lanewise(VectorOperators.LSHL, 62).and(SIGN);
      bits.lanewise(VectorOperators.XOR, sign).reinterpretAsDoubles().intoArray(y, yAt + i);
    }
    return i;
  }

  private static DoubleVector all(double x) {
    return DoubleVector.broadcast(D, x);
  }

  private static LongVector all(long x) {
    return LongVector.broadcast(D.withLanes(long.class).check(long.class), x);
  }
}
