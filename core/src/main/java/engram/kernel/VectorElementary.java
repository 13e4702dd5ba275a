// SPDX-License-Identifier: Apache-2.0
package engram.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The elementary functions a vector at a time: [Elementary] operation by operation, and therefore
/// with its bits. Where Elementary branches, both sides are computed and chosen by lane; arguments
/// that it hands on (see [#logHere] and [#angleHere]) are not for this class.
final class VectorElementary {
  private static final VectorSpecies<Double> D = VectorLoops.D;

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

  private VectorElementary() {}

  static DoubleVector exp(DoubleVector x) {
    x = x.min(EXP_MOST).max(EXP_LEAST);
    DoubleVector k = x.fma(LOG2_E, ROUNDER).sub(ROUNDER);
    DoubleVector r = k.fma(MINUS_LN2_LOW, k.fma(MINUS_LN2_HIGH, x));
    DoubleVector p = r.mul(r).fma(expTail(r), r).add(ONE);
    DoubleVector half = k.fma(HALF, ROUNDER).sub(ROUNDER);
    return p.mul(power(half)).mul(power(k.sub(half)));
  }

  /// True if every lane is a positive normal number.
  static boolean logHere(DoubleVector x) {
    return x.compare(VectorOperators.GE, LEAST_NORMAL)
        .and(x.compare(VectorOperators.LE, MOST))
        .allTrue();
  }

  static DoubleVector log(DoubleVector x) {
    LongVector moved = x.reinterpretAsLongs().add(LOG_OFFSET);
    DoubleVector k =
        moved
            .lanewise(VectorOperators.LSHR, 52)
            .or(INTEGER_BITS)
            .reinterpretAsDoubles()
            .sub(INTEGER_BIAS);
    DoubleVector f = moved.and(MANTISSA).add(SQRT_HALF_BITS).reinterpretAsDoubles().sub(ONE);
    DoubleVector s = f.div(f.add(TWO));
    DoubleVector z = s.mul(s);
    DoubleVector h = f.mul(HALF).mul(f);
    DoubleVector inner = s.fma(z.fma(logTail(z), h), k.mul(LN2_REST));
    return k.fma(LN2_SHORT, f.sub(h.sub(inner)));
  }

  static DoubleVector tanh(DoubleVector x) {
    DoubleVector a = x.abs().min(TANH_MOST);
    DoubleVector y = a.add(a);
    DoubleVector k = y.fma(LOG2_E, ROUNDER).sub(ROUNDER);
    DoubleVector first = k.fma(MINUS_LN2_HIGH, y);
    DoubleVector r = k.fma(MINUS_LN2_LOW, first);
    DoubleVector rest = k.fma(MINUS_LN2_LOW, first.sub(r));
    DoubleVector s = power(k);
    DoubleVector w = r.add(r.mul(r).fma(expTail(r), rest));
    DoubleVector less = s.sub(ONE);
    DoubleVector m = s.fma(w, less);
    DoubleVector mLost = s.fma(w, less.sub(m));
    return quotient(m, mLost).and(x.reinterpretAsLongs().or(ALL_BUT_SIGN)).reinterpretAsDoubles();
  }

  /// The bits of -m / (m + 2).
  private static LongVector quotient(DoubleVector m, DoubleVector mLost) {
    DoubleVector d = m.add(TWO);
    DoubleVector dLost = m.sub(d.sub(TWO)).add(mLost);
    DoubleVector inverse = MINUS_ONE.div(d);
    DoubleVector q = m.mul(inverse);
    DoubleVector left = q.fma(dLost, q.fma(d, m).add(mLost));
    return left.fma(inverse, q).reinterpretAsLongs();
  }

  static DoubleVector sigmoid(DoubleVector x) {
    DoubleVector z = exp(x.abs().neg());
    VectorMask<Double> below = x.compare(VectorOperators.LT, ZERO);
    return ONE.blend(z, below).div(z.add(ONE));
  }

  /// True if every lane is an angle that is not handed on.
  static boolean angleHere(DoubleVector x) {
    return x.abs().compare(VectorOperators.LE, ANGLE_MOST).allTrue();
  }

  static DoubleVector sin(DoubleVector x) {
    return quarter(x, NONE);
  }

  static DoubleVector cos(DoubleVector x) {
    return quarter(x, ODD);
  }

  private static DoubleVector quarter(DoubleVector x, LongVector turn) {
    DoubleVector rounded = x.fma(TWO_OVER_PI, ROUNDER);
    DoubleVector q = rounded.sub(ROUNDER);
    LongVector quadrant = rounded.reinterpretAsLongs().add(turn);
    DoubleVector first = q.fma(MINUS_HALF_PI_1, x);
    DoubleVector second = q.mul(HALF_PI_2);
    DoubleVector secondLost = q.fma(MINUS_HALF_PI_2, second);
    DoubleVector r = first.sub(second);
    DoubleVector lost = r.sub(first).add(second).sub(q.fma(MINUS_HALF_PI_3, secondLost));
    DoubleVector z = r.mul(r);
    VectorMask<Long> odd = quadrant.and(ODD).compare(VectorOperators.NE, NONE);
    DoubleVector y = sinOf(r, lost, z).blend(cosOf(r, lost, z), odd.cast(D));
    return signed(y, quadrant.lanewise(VectorOperators.LSHL, 62).reinterpretAsDoubles());
  }

  private static DoubleVector sinOf(DoubleVector r, DoubleVector lost, DoubleVector z) {
    return r.sub(z.mul(r).fma(sinTail(z), lost));
  }

  private static DoubleVector cosOf(DoubleVector r, DoubleVector lost, DoubleVector z) {
    DoubleVector h = z.mul(HALF);
    DoubleVector w = ONE.sub(h);
    return w.add(ONE.sub(w).sub(h).add(z.mul(z).fma(cosTail(z), r.mul(lost))));
  }

  /// y, with its sign changed where `sign` is negative.
  private static DoubleVector signed(DoubleVector y, DoubleVector sign) {
    LongVector highest = sign.reinterpretAsLongs().and(SIGN);
    return y.reinterpretAsLongs().lanewise(VectorOperators.XOR, highest).reinterpretAsDoubles();
  }

  private static DoubleVector power(DoubleVector k) {
    LongVector bits = k.add(EXPONENT).reinterpretAsLongs();
    return bits.lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles();
  }

  private static DoubleVector expTail(DoubleVector r) {
    DoubleVector p = E11.fma(r, E10);
    p = p.fma(r, E9);
    p = p.fma(r, E8);
    p = p.fma(r, E7);
    p = p.fma(r, E6);
    p = p.fma(r, E5);
    p = p.fma(r, E4);
    p = p.fma(r, E3);
    return p.fma(r, E2);
  }

  private static DoubleVector logTail(DoubleVector z) {
    DoubleVector p = L7.fma(z, L6);
    p = p.fma(z, L5);
    p = p.fma(z, L4);
    p = p.fma(z, L3);
    p = p.fma(z, L2);
    return p.fma(z, L1);
  }

  private static DoubleVector sinTail(DoubleVector z) {
    DoubleVector p = S6.fma(z, S5);
    p = p.fma(z, S4);
    p = p.fma(z, S3);
    p = p.fma(z, S2);
    return p.fma(z, S1);
  }

  private static DoubleVector cosTail(DoubleVector z) {
    DoubleVector p = C6.fma(z, C5);
    p = p.fma(z, C4);
    p = p.fma(z, C3);
    p = p.fma(z, C2);
    return p.fma(z, C1);
  }

  private static DoubleVector all(double x) {
    return DoubleVector.broadcast(D, x);
  }

  private static LongVector all(long x) {
    return LongVector.broadcast(D.withLanes(long.class).check(long.class), x);
  }
}
