// SPDX-License-Identifier: Apache-2.0
package engram.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class PhiloxTest {
  /// Counter, key and block: the file `kat_vectors` of Random123, rows `philox4x64 10` (zeros,
  /// ones, digits of pi).
  private static final long[][] KNOWN_ANSWERS = {
    {
      0,
      0,
      0,
      0,
      0,
      0,
      0x16554d9eca36314cL,
      0xdb20fe9d672d0fdcL,
      0xd7e772cee186176bL,
      0x7e68b68aec7ba23bL
    },
    {
      -1,
      -1,
      -1,
      -1,
      -1,
      -1,
      0x87b092c3013fe90bL,
      0x438c3c67be8d0224L,
      0x9cc7d7c69cd777b6L,
      0xa09caebf594f0ba0L
    },
    {
      0x243f6a8885a308d3L, 0x13198a2e03707344L, 0xa4093822299f31d0L, 0x082efa98ec4e6c89L,
      0x452821e638d01377L, 0xbe5466cf34e90c6cL, 0xa528f45403e61d95L, 0x38c72dbd566e9788L,
      0xa5a1610e72fd18b5L, 0x57bd43b5e52b7fe6L
    },
  };

  @Test
  void givesThePublishedKnownAnswers() {
    for (long[] row : KNOWN_ANSWERS) {
      long[] block = new long[4];
      Philox.block(row[0], row[1], row[2], row[3], row[4], row[5], block);
      assertArrayEquals(new long[] {row[6], row[7], row[8], row[9]}, block);
    }
  }

  @Test
  void aStreamReadsTheBlocksInOrder() {
    RandomStream stream = new RandomStream(7, 9);
    long[] block = new long[4];
    for (int counter = 0; counter < 3; counter++) {
      Philox.block(counter, 0, 0, 0, 7, 9, block);
      for (long word : block) {
        assertArrayEquals(new long[] {word}, new long[] {stream.nextLong()});
      }
    }
  }
}
