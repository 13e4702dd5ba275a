// SPDX-License-Identifier: Apache-2.0
package engram.sequence.htm.memory;

import java.util.Arrays;

/// Hands out ranges of growing arrays, in sizes that are powers of two, and takes them back. The
/// arrays belong to the caller, who makes them at least [#end] long.
final class Blocks {
  private static final int SIZES = 31;
  private static final int FEW = 16;

  private final int[][] free = new int[SIZES][FEW];
  private final int[] freeCount = new int[SIZES];
  private int end;

  /// The beginning of a range of 2^exponent elements; what it holds is not defined.
  int take(int exponent) {
    if (freeCount[exponent] > 0) {
      return free[exponent][--freeCount[exponent]];
    }
    int start = end;
    end = Math.addExact(end, 1 << exponent);
    return start;
  }

  /// Takes a range back.
  void give(int start, int exponent) {
    int count = freeCount[exponent]++;
    if (count == free[exponent].length) {
      free[exponent] = Arrays.copyOf(free[exponent], 2 * count);
    }
    free[exponent][count] = start;
  }

  /// Where all ranges that were ever taken end.
  int end() {
    return end;
  }

  /// A length of at least [#end], half as long again as `length` where that is not enough.
  int grown(int length) {
    return end <= length
        ? length
        : (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(end, length * 3L / 2));
  }
}
