// SPDX-License-Identifier: Apache-2.0
package engram.memory.internal.field;

import engram.random.RandomStream;

/// Rows and states to test with.
final class RandomRows {
  private RandomRows() {}

  /// Fair coins.
  static SignedRows signs(int spins, int count, RandomStream random) {
    return sums(spins, count, 1, random);
  }

  /// Sums of noisy examples: each of M signs is right with probability 0.7.
  static SignedRows sums(int spins, int count, int examples, RandomStream random) {
    SignedRows rows = new SignedRows(spins, count, examples);
    for (int mu = 0; mu < count; mu++) {
      for (int i = 0; i < spins; i++) {
        int right = 0;
        for (int a = 0; a < examples; a++) {
          right += random.nextDouble() < 0.7 ? 1 : 0;
        }
        rows.put(i, mu, sign(random) * (2 * right - examples));
      }
    }
    return rows;
  }

  /// A state of fair coins.
  static byte[] state(int spins, RandomStream random) {
    byte[] state = new byte[spins];
    for (int i = 0; i < spins; i++) {
      state[i] = (byte) sign(random);
    }
    return state;
  }

  /// A state near a pattern: each spin has the sign of its row, four of five times.
  static byte[] near(SignedRows rows, int pattern, RandomStream random) {
    byte[] state = new byte[rows.spins()];
    for (int i = 0; i < state.length; i++) {
      int sign = rows.at(i, pattern) < 0 ? -1 : 1;
      state[i] = (byte) (random.nextDouble() < 0.8 ? sign : -sign);
    }
    return state;
  }

  private static int sign(RandomStream random) {
    return random.nextDouble() < 0.5 ? -1 : 1;
  }
}
