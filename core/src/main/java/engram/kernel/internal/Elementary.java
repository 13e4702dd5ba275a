// SPDX-License-Identifier: Apache-2.0
package engram.kernel.internal;

/// The elementary functions, one number at a time: the definition that [VectorElementary] repeats
/// operation by operation. Only +, -, x, /, fma, comparisons and bits, so the same on every
/// machine, interpreted or compiled.
///
/// Polynomials are minimax (Remez, 60 digits) and rounded to double:
///
/// | polynomial | of | where | error |
/// | --- | --- | --- | --- |
/// | [#expTail] | (e^r - 1 - r) / r^2 | abs(r) <= ln 2 / 2 | 2^-58 |
/// | [#logTail] | (2 artanh(s) / s - 2) / s^2 in s^2 | abs(s) <= 0.1716 | 2^-58 |
/// | [#sinTail] | (r - sin(r)) / r^3 in r^2 | abs(r) <= pi/4 | 2^-58 |
/// | [#cosTail] | (cos(r) - 1 + r^2/2) / r^4 in r^2 | abs(r) <= pi/4 | 2^-64 |
///
/// `ROUNDER` = 1.5 x 2^52: adding it rounds a number below 2^51 to an integer, which then stands in
/// the low bits; shifted left by 52 with 1023 added, it is the number 2^k.
public final class Elementary {
  static final double ROUNDER = 0x1.8p52;
  static final double EXPONENT = ROUNDER + 1023;
  static final double LOG2_E = 0x1.71547652b82fep+0;
  static final double LN2_HIGH = 0x1.62e42fefa39efp-1;
  static final double LN2_LOW = 0x1.abc9e3b39803fp-56;

  /// The first 42 bits of ln 2: times an exponent without rounding.
  static final double LN2_SHORT = 0x1.62e42fefa3800p-1;

  static final double LN2_REST = 0x1.ef35793c76730p-45;
  static final double TWO_OVER_PI = 0x1.45f306dc9c883p-1;
  static final double HALF_PI_1 = 0x1.921fb54442d18p+0;
  static final double HALF_PI_2 = 0x1.1a62633145c07p-54;
  static final double HALF_PI_3 = -0x1.f1976b7ed8fbcp-110;

  /// exp is infinite above this.
  static final double EXP_MOST = 710;

  /// exp is 0 below this.
  static final double EXP_LEAST = -746;

  /// tanh is 1 above this.
  static final double TANH_MOST = 22;

  /// sin and cos of larger arguments come from StrictMath.
  static final double ANGLE_MOST = 0x1p30;

  static final long SQRT_HALF_BITS = 0x3FE6A09E667F3BCDL;
  static final long LOG_OFFSET = 0x3FF0000000000000L - SQRT_HALF_BITS;
  static final long MANTISSA = 0x000FFFFFFFFFFFFFL;

  /// Bits of 2^52: with an integer below 2^52 in the low bits, the number 2^52 + that integer.
  static final long INTEGER_BITS = 0x4330000000000000L;

  static final double INTEGER_BIAS = 0x1p52 + 1023;

  static final double E2 = 0x1.000000000000cp-1;
  static final double E3 = 0x1.5555555555561p-3;
  static final double E4 = 0x1.555555554ffe9p-5;
  static final double E5 = 0x1.111111110d612p-7;
  static final double E6 = 0x1.6c16c185b72aep-10;
  static final double E7 = 0x1.a01a01baeff45p-13;
  static final double E8 = 0x1.a0199667976e6p-16;
  static final double E9 = 0x1.71dddfac3eb98p-19;
  static final double E10 = 0x1.28b072f97bb9dp-22;
  static final double E11 = 0x1.af85bb744902dp-26;

  static final double L1 = 0x1.5555555555592p-1;
  static final double L2 = 0x1.999999997fd7ap-2;
  static final double L3 = 0x1.24924941f4dfdp-2;
  static final double L4 = 0x1.c71c520616350p-3;
  static final double L5 = 0x1.74663fa06a02fp-3;
  static final double L6 = 0x1.39a1a70dbf383p-3;
  static final double L7 = 0x1.2f06344bb1174p-3;

  static final double S1 = 0x1.5555555555549p-3;
  static final double S2 = -0x1.111111110f841p-7;
  static final double S3 = 0x1.a01a019c0a269p-13;
  static final double S4 = -0x1.71de3570fbe37p-19;
  static final double S5 = 0x1.ae5e60c3919c4p-26;
  static final double S6 = -0x1.5d915dd2913e5p-33;

  static final double C1 = 0x1.555555555554cp-5;
  static final double C2 = -0x1.6c16c16c15140p-10;
  static final double C3 = 0x1.a01a019cab752p-16;
  static final double C4 = -0x1.27e4f805346fap-22;
  static final double C5 = 0x1.1ee9e891303adp-29;
  static final double C6 = -0x1.8facd19388811p-37;

  private Elementary() {}

  /// e^x = 2^k e^r with k the nearest integer to x / ln 2; 2^k in two factors, so that both ends of
  /// the range are right.
  public static double exp(double x) {
    x = Math.max(Math.min(x, EXP_MOST), EXP_LEAST);
    double k = Math.fma(x, LOG2_E, ROUNDER) - ROUNDER;
    double r = Math.fma(k, -LN2_LOW, Math.fma(k, -LN2_HIGH, x));
    double p = 1 + Math.fma(r * r, expTail(r), r);
    double half = Math.fma(k, 0.5, ROUNDER) - ROUNDER;
    return p * power(half) * power(k - half);
  }

  /// ln x = k ln 2 + ln(1 + f) with sqrt(1/2) <= 1 + f < sqrt 2, and ln(1 + f) = 2 artanh(s) with s
  /// = f / (2 + f).
  public static double log(double x) {
    if (x >= Double.MIN_NORMAL && x <= Double.MAX_VALUE) {
      return logOfNormal(x, INTEGER_BIAS);
    }
    if (x > 0 && x < Double.MIN_NORMAL) {
      return logOfNormal(x * 0x1p54, INTEGER_BIAS + 54);
    }
    return x == 0 ? Double.NEGATIVE_INFINITY : x > 0 ? x : Double.NaN;
  }

  private static double logOfNormal(double x, double bias) {
    long moved = Double.doubleToRawLongBits(x) + LOG_OFFSET;
    double k = Double.longBitsToDouble((moved >>> 52) | INTEGER_BITS) - bias;
    double f = Double.longBitsToDouble((moved & MANTISSA) + SQRT_HALF_BITS) - 1;
    double s = f / (2 + f);
    double z = s * s;
    double h = 0.5 * f * f;
    double inner = Math.fma(s, Math.fma(z, logTail(z), h), k * LN2_REST);
    return Math.fma(k, LN2_SHORT, f - (h - inner));
  }

  /// tanh x = m / (m + 2) with m = e^(2 abs(x)) - 1, and the sign of x. What m, m + 2 and the
  /// quotient lose by rounding is carried along and put right at the end.
  public static double tanh(double x) {
    double a = Math.min(Math.abs(x), TANH_MOST);
    double y = a + a;
    double k = Math.fma(y, LOG2_E, ROUNDER) - ROUNDER;
    double first = Math.fma(k, -LN2_HIGH, y);
    double r = Math.fma(k, -LN2_LOW, first);
    double rest = Math.fma(k, -LN2_LOW, first - r);
    double s = power(k);
    double w = r + Math.fma(r * r, expTail(r), rest);
    double m = Math.fma(s, w, s - 1);
    double mLost = Math.fma(s, w, (s - 1) - m);
    double d = m + 2;
    double dLost = (m - (d - 2)) + mLost;
    double inverse = -1 / d;
    double minus = m * inverse;
    double left = Math.fma(minus, dLost, Math.fma(minus, d, m) + mLost);
    return Math.copySign(Math.fma(left, inverse, minus), x);
  }

  /// 1 / (1 + e^-x), written so that neither end loses its digits.
  public static double sigmoid(double x) {
    double z = exp(-Math.abs(x));
    return (x < 0 ? z : 1) / (1 + z);
  }

  public static double sin(double x) {
    return Math.abs(x) <= ANGLE_MOST ? quarter(x, 0) : StrictMath.sin(x);
  }

  public static double cos(double x) {
    return Math.abs(x) <= ANGLE_MOST ? quarter(x, 1) : StrictMath.cos(x);
  }

  /// sin(x + turn pi/2), by x = q pi/2 + r - lost.
  private static double quarter(double x, int turn) {
    double rounded = Math.fma(x, TWO_OVER_PI, ROUNDER);
    double q = rounded - ROUNDER;
    long quadrant = Double.doubleToRawLongBits(rounded) + turn;
    double first = Math.fma(q, -HALF_PI_1, x);
    double second = q * HALF_PI_2;
    double secondLost = Math.fma(q, -HALF_PI_2, second);
    double r = first - second;
    double lost = ((r - first) + second) - Math.fma(q, -HALF_PI_3, secondLost);
    double z = r * r;
    double y = (quadrant & 1) == 0 ? sinOf(r, lost, z) : cosOf(r, lost, z);
    return signed(y, quadrant << 62);
  }

  /// y, with its sign changed if the highest bit is set.
  private static double signed(double y, long bits) {
    return Double.longBitsToDouble(Double.doubleToRawLongBits(y) ^ (bits & Long.MIN_VALUE));
  }

  /// sin(r - lost); written as a difference, so that the sign of a zero stays.
  private static double sinOf(double r, double lost, double z) {
    return r - Math.fma(z * r, sinTail(z), lost);
  }

  private static double cosOf(double r, double lost, double z) {
    double h = 0.5 * z;
    double w = 1 - h;
    return w + (((1 - w) - h) + Math.fma(z * z, cosTail(z), r * lost));
  }

  /// 2^k for an integer k in [-1022, 1023].
  private static double power(double k) {
    return Double.longBitsToDouble(Double.doubleToRawLongBits(k + EXPONENT) << 52);
  }

  private static double expTail(double r) {
    double p = Math.fma(E11, r, E10);
    p = Math.fma(p, r, E9);
    p = Math.fma(p, r, E8);
    p = Math.fma(p, r, E7);
    p = Math.fma(p, r, E6);
    p = Math.fma(p, r, E5);
    p = Math.fma(p, r, E4);
    p = Math.fma(p, r, E3);
    return Math.fma(p, r, E2);
  }

  private static double logTail(double z) {
    double p = Math.fma(L7, z, L6);
    p = Math.fma(p, z, L5);
    p = Math.fma(p, z, L4);
    p = Math.fma(p, z, L3);
    p = Math.fma(p, z, L2);
    return Math.fma(p, z, L1);
  }

  private static double sinTail(double z) {
    double p = Math.fma(S6, z, S5);
    p = Math.fma(p, z, S4);
    p = Math.fma(p, z, S3);
    p = Math.fma(p, z, S2);
    return Math.fma(p, z, S1);
  }

  private static double cosTail(double z) {
    double p = Math.fma(C6, z, C5);
    p = Math.fma(p, z, C4);
    p = Math.fma(p, z, C3);
    p = Math.fma(p, z, C2);
    return Math.fma(p, z, C1);
  }
}
