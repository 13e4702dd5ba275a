// SPDX-License-Identifier: Apache-2.0
package engram.memory.internal.field;

/// Elementary symmetric polynomials by their definition, for numbers that are few.
public final class SumOverSets {
  private SumOverSets() {}

  /// e_n: a sum over all sets of n places.
  public static double of(int degree, double[] x) {
    double sum = 0;
    for (int set = 0; set < 1 << x.length; set++) {
      if (Integer.bitCount(set) == degree) {
        double product = 1;
        for (int i = 0; i < x.length; i++) {
          product *= (set >> i & 1) == 1 ? x[i] : 1;
        }
        sum += product;
      }
    }
    return sum;
  }
}
