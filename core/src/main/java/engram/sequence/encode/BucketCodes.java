// SPDX-License-Identifier: Apache-2.0
package engram.sequence.encode;

import engram.random.RandomStream;
import java.util.Arrays;

/// Draws the codes of a [RandomDistributedEncoder], from the middle outwards in turn: middle, one
/// above, one below, and so on. A new bit is drawn among all bits; if 100 times the width of draws
/// found none that keeps the law, there is taken to be none.
final class BucketCodes {
  private static final int FAR_OVERLAP = 2;
  private static final int TRIES_A_BIT = 100;

  private final int active;
  private final int width;
  private final RandomStream random;

  /// The codes, each in the order in which its bits are replaced, and as bits of words.
  private final int[][] codes;

  private final long[][] words;

  private BucketCodes(int buckets, int active, int width, RandomStream random) {
    this.active = active;
    this.width = width;
    this.random = random;
    this.codes = new int[buckets][];
    this.words = new long[buckets][];
  }

  static int[][] draw(int buckets, int active, int width, RandomStream random) {
    NumberEncoder.requireActive(active);
    if (width <= 6 * active) {
      throw new IllegalArgumentException(
          "width must be above 6 active, " + 6 * active + ", was " + width);
    }
    if (buckets < 1) {
      throw new IllegalArgumentException("buckets must be 1 or more, was " + buckets);
    }
    BucketCodes drawn = new BucketCodes(buckets, active, width, random);
    drawn.drawAll();
    for (int[] code : drawn.codes) {
      Arrays.sort(code);
    }
    return drawn.codes;
  }

  private void drawAll() {
    int middle = codes.length / 2;
    int[] first = random.sample(width, active);
    random.shuffle(first);
    put(middle, first);
    for (int step = 1; step <= middle; step++) {
      if (middle + step < codes.length) {
        grow(middle + step, middle + step - 1);
      }
      grow(middle - step, middle - step + 1);
    }
  }

  private void grow(int bucket, int neighbour) {
    int[] code = codes[neighbour].clone();
    int replaced = bucket % active;
    for (int tries = TRIES_A_BIT * width; tries > 0; tries--) {
      int bit = random.nextInt(width);
      if ((words[neighbour][bit >> 6] >>> bit & 1) == 0) {
        code[replaced] = bit;
        put(bucket, code);
        if (keepsTheLaw(bucket)) {
          return;
        }
      }
    }
    throw new IllegalArgumentException(
        "width must be large enough for " + codes.length + " buckets, was " + width);
  }

  private void put(int bucket, int[] code) {
    long[] bits = new long[(width + 63) >> 6];
    for (int bit : code) {
      bits[bit >> 6] |= 1L << bit;
    }
    codes[bucket] = code;
    words[bucket] = bits;
  }

  private boolean keepsTheLaw(int bucket) {
    for (int other = 0; other < codes.length; other++) {
      if (words[other] != null && other != bucket) {
        int overlap = 0;
        for (int word = 0; word < words[other].length; word++) {
          overlap += Long.bitCount(words[other][word] & words[bucket][word]);
        }
        int distance = Math.abs(other - bucket);
        if (distance < active ? overlap != active - distance : overlap > FAR_OVERLAP) {
          return false;
        }
      }
    }
    return true;
  }
}
