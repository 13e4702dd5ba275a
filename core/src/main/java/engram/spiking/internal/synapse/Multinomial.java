// SPDX-License-Identifier: Apache-2.0
package engram.spiking.internal.synapse;

import engram.kernel.Doubles;
import engram.math.Gamma;
import engram.random.RandomStream;

/// How many of a number of things fall into each of equally likely cells: one binomial number after
/// the other, each of what is left.
final class Multinomial {
  private Multinomial() {}

  static int[] draw(long count, int cells, RandomStream stream) {
    int[] into = new int[cells];
    long left = count;
    for (int i = 0; i < cells; i++) {
      long here = i == cells - 1 ? left : binomial(left, 1.0 / (cells - i), stream);
      into[i] = Math.toIntExact(here);
      left -= here;
    }
    return into;
  }

  /// A binomial number by inversion from the mode outwards: the probabilities of mode, mode + 1,
  /// mode - 1, mode + 2, ... are taken from a uniform number until it is used up.
  static long binomial(long n, double p, RandomStream stream) {
    if (n == 0 || p == 0) {
      return 0;
    }
    if (p >= 1) {
      return n;
    }
    double odds = p / (1 - p);
    long mode = Math.min(n, (long) ((n + 1) * p));
    double atMode =
        Doubles.exp(
            Gamma.logBinomial((double) n, (double) mode)
                + mode * Doubles.log(p)
                + (n - mode) * StrictMath.log1p(-p));
    double rest = stream.nextDouble() - atMode;
    double up = atMode;
    double down = atMode;
    long above = mode;
    long below = mode;
    while (rest >= 0) {
      if (above == n && below == 0) {
        return mode;
      }
      if (above < n) {
        up *= (n - above) / (above + 1.0) * odds;
        above++;
        rest -= up;
        if (rest < 0) {
          return above;
        }
      }
      if (below > 0) {
        down *= below / ((n - below + 1.0) * odds);
        below--;
        rest -= down;
        if (rest < 0) {
          return below;
        }
      }
      if (up == 0 && down == 0) {
        return mode;
      }
    }
    return mode;
  }
}
