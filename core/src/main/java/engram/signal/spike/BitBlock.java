// SPDX-License-Identifier: Apache-2.0
package engram.signal.spike;

/// Blocks of 64 x 64 bits, bit j of word i in row i and column j.
final class BitBlock {
  private BitBlock() {}

  /// Turns rows into columns by swapping halves: of 32 x 32 bits, then of 16 x 16, down to single
  /// bits.
  static void transpose(long[] block) {
    long mask = 0xFFFFFFFFL;
    for (int half = 32; half > 0; half >>= 1) {
      for (int row = 0; row < 64; row = ((row | half) + 1) & ~half) {
        long swap = ((block[row] >>> half) ^ block[row | half]) & mask;
        block[row] ^= swap << half;
        block[row | half] ^= swap;
      }
      mask ^= mask << (half >> 1);
    }
  }
}
