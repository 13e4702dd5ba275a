// SPDX-License-Identifier: Apache-2.0
package engram.random;

/// Philox4x64-10, a counter-based generator: a bijection of 256-bit counters keyed by 128 bits, ten
/// rounds of multiply and xor [1]. Without state, so that any position of a stream is reached in
/// one call.
final class Philox {
  private static final long M0 = 0xD2E7470EE14C6C93L;
  private static final long M1 = 0xCA5A826395121157L;
  private static final long W0 = 0x9E3779B97F4A7C15L;
  private static final long W1 = 0xBB67AE8584CAA73BL;
  private static final int ROUNDS = 10;

  private Philox() {}

  /// Writes the four 64-bit words of the block at counter (c0, c1, c2, c3) under key (k0, k1) into
  /// `out[0..3]`.
  static void block(long c0, long c1, long c2, long c3, long k0, long k1, long[] out) {
    for (int round = 0; round < ROUNDS; round++) {
      long high0 = Math.unsignedMultiplyHigh(M0, c0);
      long low0 = M0 * c0;
      long high1 = Math.unsignedMultiplyHigh(M1, c2);
      long low1 = M1 * c2;
      c0 = high1 ^ c1 ^ k0;
      c1 = low1;
      c2 = high0 ^ c3 ^ k1;
      c3 = low0;
      k0 += W0;
      k1 += W1;
    }
    out[0] = c0;
    out[1] = c1;
    out[2] = c2;
    out[3] = c3;
  }
}
