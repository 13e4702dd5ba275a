// SPDX-License-Identifier: Apache-2.0
package engram.sequence.htm.memory;

import java.util.Arrays;

/// Numbers from 0 that are taken and given back; the smallest one not in use is taken next.
final class Numbers {
  private long[] used = new long[16];
  private int firstWord;
  private int end;

  int take() {
    while (firstWord < used.length && used[firstWord] == -1) {
      firstWord++;
    }
    if (firstWord == used.length) {
      used = Arrays.copyOf(used, 2 * firstWord);
    }
    int number = (firstWord << 6) + Long.numberOfTrailingZeros(~used[firstWord]);
    use(number);
    return number;
  }

  /// Takes a given number that is not in use.
  void use(int number) {
    int word = number >> 6;
    if (word >= used.length) {
      used = Arrays.copyOf(used, Math.max(word + 1, 2 * used.length));
    }
    used[word] |= 1L << number;
    end = Math.max(end, number + 1);
  }

  void give(int number) {
    used[number >> 6] &= ~(1L << number);
    firstWord = Math.min(firstWord, number >> 6);
    while (end > 0 && !isUsed(end - 1)) {
      end--;
    }
  }

  boolean isUsed(int number) {
    return (used[number >> 6] >>> number & 1) != 0;
  }

  /// One above the largest number in use.
  int end() {
    return end;
  }
}
