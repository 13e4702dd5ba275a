// SPDX-License-Identifier: Apache-2.0
package engram.memory.internal.field;

import org.jspecify.annotations.Nullable;

/// Small integers for every spin i and pattern mu, a row for each spin, as narrow as they fit:
/// signs of patterns, or the sums of a class's examples. Written only while it is built.
public final class SignedRows {
  private static final int WIDEST = Short.MAX_VALUE;

  private final int spins;
  private final int count;
  private final int largest;
  private final byte @Nullable [][] bytes;
  private final short @Nullable [][] shorts;

  /// Rows of zeros.
  ///
  /// @param spins N
  /// @param count K
  /// @param largest bound on the absolute value of what is put
  public SignedRows(int spins, int count, int largest) {
    this.spins = spins;
    this.count = count;
    this.largest = largest;
    boolean narrow = largest <= Byte.MAX_VALUE;
    bytes = narrow ? new byte[spins][padded(count)] : null;
    shorts = narrow ? null : new short[spins][count];
  }

  /// The length of a row of bytes: zeros fill the last step of [FieldLoops].
  static int padded(int count) {
    return (int)
        Math.min(
            Integer.MAX_VALUE - 8L,
            (count + FieldLoops.LANES - 1L) / FieldLoops.LANES * FieldLoops.LANES);
  }

  /// Bytes that rows of this shape take; refuses sums that no row holds.
  public static double size(int spins, int count, int largest) {
    if (largest > WIDEST) {
      throw new IllegalArgumentException(
          "examples of a class must be at most " + WIDEST + ", was " + largest);
    }
    return (double) spins * count * (largest <= Byte.MAX_VALUE ? 1 : 2);
  }

  /// N.
  public int spins() {
    return spins;
  }

  /// K.
  public int count() {
    return count;
  }

  /// Bound on the absolute values.
  int largest() {
    return largest;
  }

  /// One number.
  public int at(int spin, int pattern) {
    return bytes != null ? bytes[spin][pattern] : shorts(spin)[pattern];
  }

  /// Writes one number, of at most the largest absolute value.
  public void put(int spin, int pattern, int value) {
    if (bytes != null) {
      bytes[spin][pattern] = (byte) value;
    } else {
      shorts(spin)[pattern] = (short) value;
    }
  }

  /// Whether the rows are of bytes.
  boolean isNarrow() {
    return bytes != null;
  }

  /// The row of a spin, of bytes, padded with zeros.
  byte[] narrow(int spin) {
    if (bytes == null) {
      throw new IllegalStateException("rows must be of bytes, were of shorts");
    }
    return bytes[spin];
  }

  private short[] shorts(int spin) {
    if (shorts == null) {
      throw new IllegalStateException("rows must be of shorts, were of bytes");
    }
    return shorts[spin];
  }

  /// The row of a spin as integers.
  void read(int spin, int[] into) {
    if (bytes != null) {
      byte[] row = bytes[spin];
      for (int mu = 0; mu < count; mu++) {
        into[mu] = row[mu];
      }
    } else {
      short[] row = shorts(spin);
      for (int mu = 0; mu < count; mu++) {
        into[mu] = row[mu];
      }
    }
  }
}
