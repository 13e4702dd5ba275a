// SPDX-License-Identifier: Apache-2.0
package engram.memory.internal.field;

import engram.source.FromPaper;
import java.math.BigInteger;

/// Elementary symmetric polynomials e_n(x) = sum over i_1 < ... < i_n of x_{i_1} ... x_{i_n}, from
/// the power sums p_k = sum_i x_i^k by Newton's identities:
///
///     n e_n = sum_{k=1}^n (-1)^{k-1} e_{n-k} p_k,   e_0 = 1
///
/// References: see the package, [1].
@FromPaper(value = "dense-hebbian", at = "spec: local field")
public final class ElementarySymmetric {
  private ElementarySymmetric() {}

  /// e_n in double precision; cancels where the p are large and e_n is small.
  ///
  /// @param powerSums p_1, ..., p_n
  public static double of(double... powerSums) {
    double[] e = new double[powerSums.length + 1];
    e[0] = 1;
    for (int n = 1; n < e.length; n++) {
      double sum = 0;
      for (int k = 1; k <= n; k++) {
        sum += (k % 2 == 1 ? 1 : -1) * e[n - k] * powerSums[k - 1];
      }
      e[n] = sum / n;
    }
    return e[powerSums.length];
  }

  /// e_n of N signs whose sum is S, from (n + 1) e_{n+1} = S e_n - (N - n + 1) e_{n-1}; exact while
  /// results are below 2^53.
  public static double ofSigns(int degree, int spins, int sum) {
    double before = 0;
    double now = 1;
    for (int n = 0; n < degree; n++) {
      double next = (sum * now - (spins - n + 1) * before) / (n + 1);
      before = now;
      now = next;
    }
    return now + 0.0;
  }

  /// The exact integer e_n.
  ///
  /// @param p p_1, ..., p_n from place 0
  /// @param e room for n + 1
  static long exact(int degree, long[] p, long[] e) {
    e[0] = 1;
    for (int n = 1; n <= degree; n++) {
      long sum = 0;
      for (int k = 1; k <= n; k++) {
        long term = e[n - k] * p[k - 1];
        sum += k % 2 == 1 ? term : -term;
      }
      e[n] = sum / n;
    }
    return e[degree];
  }

  /// The same beyond the range of a long.
  static BigInteger wide(int degree, long[] p) {
    BigInteger[] e = new BigInteger[degree + 1];
    e[0] = BigInteger.ONE;
    for (int n = 1; n <= degree; n++) {
      BigInteger sum = BigInteger.ZERO;
      for (int k = 1; k <= n; k++) {
        BigInteger term = e[n - k].multiply(BigInteger.valueOf(p[k - 1]));
        sum = k % 2 == 1 ? sum.add(term) : sum.subtract(term);
      }
      e[n] = sum.divide(BigInteger.valueOf(n));
    }
    return e[degree];
  }

  /// Bound on what [#exact] meets on the way to e_n of N integers up to M in absolute value.
  static double reach(int degree, double spins, double largest) {
    double most = 0;
    double choose = 1;
    double power = 1;
    for (int n = 1; n <= degree; n++) {
      power *= largest;
      double c = 1;
      double sum = 0;
      for (int k = n; k >= 1; k--) {
        sum += c;
        c *= (spins - (n - k)) / (n - k + 1);
      }
      choose = sum;
      most = Math.max(most, spins * power * choose);
    }
    return most;
  }
}
