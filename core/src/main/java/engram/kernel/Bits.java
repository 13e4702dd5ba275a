// SPDX-License-Identifier: Apache-2.0
package engram.kernel;

import engram.kernel.internal.Ranges;

/// Counts over sets of bits that are packed into words of 64: bit i of the set is bit i mod 64 of
/// word i / 64.
public final class Bits {
  private Bits() {}

  /// How many bits of n words are set.
  public static long count(long[] x, int at, int n) {
    Ranges.range("x", x.length, at, n);
    long count = 0;
    for (int i = at; i < at + n; i++) {
      count += Long.bitCount(x[i]);
    }
    return count;
  }

  /// How many bits are set.
  public static long count(long[] x) {
    return count(x, 0, x.length);
  }

  /// How many bits are set in both: the size of the intersection, the overlap of two sparse codes.
  public static long countAnd(long[] x, int xAt, long[] y, int yAt, int n) {
    Ranges.range("x", x.length, xAt, n);
    Ranges.range("y", y.length, yAt, n);
    long count = 0;
    for (int i = 0; i < n; i++) {
      count += Long.bitCount(x[xAt + i] & y[yAt + i]);
    }
    return count;
  }

  /// The size of the intersection of two sets of one length.
  public static long countAnd(long[] x, long[] y) {
    return countAnd(x, 0, y, 0, sameLength(x, y));
  }

  /// How many bits are set in exactly one of two: the Hamming distance.
  public static long countXor(long[] x, int xAt, long[] y, int yAt, int n) {
    Ranges.range("x", x.length, xAt, n);
    Ranges.range("y", y.length, yAt, n);
    long count = 0;
    for (int i = 0; i < n; i++) {
      count += Long.bitCount(x[xAt + i] ^ y[yAt + i]);
    }
    return count;
  }

  /// The Hamming distance of two sets of one length.
  public static long countXor(long[] x, long[] y) {
    return countXor(x, 0, y, 0, sameLength(x, y));
  }

  private static int sameLength(long[] x, long[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "length of y must be that of x, %d, was %d".formatted(x.length, y.length));
    }
    return x.length;
  }
}
