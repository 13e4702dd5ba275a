// SPDX-License-Identifier: Apache-2.0
package engram.memory.internal.field;

import engram.kernel.Kernels;

/// The loops over patterns that fields and flips are made of. Rows and arrays are padded with zeros
/// to a multiple of [#LANES], so a loop has no end piece; `n` is such a multiple.
///
/// What returns float is an approximation, summed in [#LANES] virtual lanes by fma, the same bits
/// in both forms; [ThreeBodySums] and [FourBodySums] bound its error and ask the exact loop where a
/// decision is closer than the bound. What returns long is exact.
interface FieldLoops {
  /// Virtual lanes of the one-row loops: element i goes to lane i modulo this.
  int LANES = 64;

  /// Virtual lanes of each row of the two-row loop.
  int PAIR_LANES = 32;

  /// The float nearest to 1/6.
  float SIXTH = 1 / 6f;

  /// Patterns that pass before the vector form works them all; see [VectorFieldLoops].
  long PATIENCE = 1L << 27;

  /// The form of this process.
  FieldLoops HERE =
      Kernels.vectorBits() == 0 ? new ScalarFieldLoops() : new VectorFieldLoops(PATIENCE);

  /// Whether the approximations are faster than the exact loops.
  boolean approximates();

  /// Sum of c (b - s c)^2 over n patterns from `at` on.
  float squares(byte[] row, float[] b, int sign, int at, int n);

  /// The same, exact; the caller sees to it that it fits.
  long squaresExact(byte[] row, float[] b, int sign, int at, int n);

  /// Sums of c (a + c (d + c p1)) for two rows, each with a d of its own, into `into`.
  void cubics(
      byte[] row0, byte[] row1, Cubic cubic, int sign0, int sign1, int at, int n, float[] into);

  /// Sum of c 6 e_3 of the others: with t = p1 - s c, of c (t^3 - 3 t (p2 - c^2) + 2 (p3 - s c^3)).
  /// Exact where eight times the cube of the sum of all |x|, times |c|, is below 2^52.
  long cubicsExact(byte[] row, Cubic cubic, int sign, int at, int n);

  /// Adds `change` times c to b and times c^3 to p3, and returns the sum of the squares of b.
  float turn(byte[] row, int change, float[] b, int[] p3, int at, int n);

  /// Makes the coefficients anew.
  ///
  /// @param largest M, a bound on the absolute value of c
  /// @return sum over the patterns of what the error of a field is in proportion to
  float follow(Cubic cubic, int largest, int at, int n);

  /// Power sums of every pattern, p1 and p2 as floats that hold integers below 2^24; and the
  /// coefficients of e_3 without one spin, a polynomial in that spin: a = e_3, d = -s e_2 and p1 =
  /// e_1 of all spins. Its last term, -s c^3, does not depend on the others.
  @SuppressWarnings("ArrayRecordComponent") // the arrays are the state
  record Cubic(float[] p1, float[] p2, int[] p3, float[] a, float[] dUp, float[] dDown) {
    Cubic(int n) {
      this(new float[n], new float[n], new int[n], new float[n], new float[n], new float[n]);
    }

    float[] d(int sign) {
      return sign > 0 ? dUp : dDown;
    }
  }
}
