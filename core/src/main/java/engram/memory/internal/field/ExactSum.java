// SPDX-License-Identifier: Apache-2.0
package engram.memory.internal.field;

import java.math.BigInteger;

/// A sum of integers without overflow, read as the nearest double.
final class ExactSum {
  private static final long LOW = 0xFFFF_FFFFL;

  private long high;
  private long low;
  private BigInteger wide = BigInteger.ZERO;

  void add(long term) {
    high += term >> Integer.SIZE;
    low += term & LOW;
  }

  void add(BigInteger term) {
    wide = wide.add(term);
  }

  double nearest() {
    long upper = high + (low >>> Integer.SIZE);
    long lower = low & LOW;
    if (wide.signum() == 0 && upper == (int) upper) {
      return (upper << Integer.SIZE) | lower;
    }
    return BigInteger.valueOf(upper)
        .shiftLeft(Integer.SIZE)
        .add(BigInteger.valueOf(lower))
        .add(wide)
        .doubleValue();
  }
}
