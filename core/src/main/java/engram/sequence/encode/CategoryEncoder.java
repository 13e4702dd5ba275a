// SPDX-License-Identifier: Apache-2.0
package engram.sequence.encode;

import engram.random.RandomStream;
import engram.source.FromPaper;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

/// Encodes symbols, numbered from 0, that resemble one another in nothing: each has its own set of
/// w random bits of n, no two the same. One more code stands for [#UNKNOWN].
///
/// References: see the package, [1].
@FromPaper(value = "htm", at = "spec encoders")
public final class CategoryEncoder implements Encoder<Integer> {
  /// What stands for a symbol that is none of those known.
  public static final int UNKNOWN = -1;

  /// The authors' number of active bits.
  public static final int ACTIVE = 41;

  /// The authors' width.
  public static final int WIDTH = 2048;

  private static final int MOST_TRIES = 1000;

  private final int width;
  private final int[][] codes;

  /// An encoder with 41 active bits of 2,048.
  public CategoryEncoder(int categories, RandomStream random) {
    this(categories, ACTIVE, WIDTH, random);
  }

  /// @param categories how many symbols are known, 1 or more
  /// @param active w, in [1, n]
  /// @param width n, 1 or more
  /// @throws IllegalArgumentException if no further code was found among 1,000 random ones
  public CategoryEncoder(int categories, int active, int width, RandomStream random) {
    if (categories < 1) {
      throw new IllegalArgumentException("categories must be 1 or more, was " + categories);
    }
    if (width < 1) {
      throw new IllegalArgumentException("width must be 1 or more, was " + width);
    }
    if (active < 1 || active > width) {
      throw new IllegalArgumentException("active must be in [1, " + width + "], was " + active);
    }
    this.width = width;
    codes = new int[categories + 1][];
    Set<String> drawn = new HashSet<>();
    for (int category = 0; category < codes.length; category++) {
      codes[category] = fresh(drawn, active, random);
    }
  }

  private int[] fresh(Set<String> drawn, int active, RandomStream random) {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      int[] code = random.sample(width, active);
      if (drawn.add(Arrays.toString(code))) {
        return code;
      }
    }
    throw new IllegalArgumentException(
        "width must be large enough for " + codes.length + " different codes, was " + width);
  }

  /// How many symbols are known.
  public int categories() {
    return codes.length - 1;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public void encode(Integer category, int at, ActiveBits into) {
    for (int bit : code(category)) {
      into.add(at + bit);
    }
  }

  /// How many of a symbol's bits are set in `bits`, packed as in [engram.kernel.Bits].
  public int overlap(int category, long[] bits) {
    return (int) IntStream.of(code(category)).filter(b -> (bits[b >> 6] >>> b & 1) != 0).count();
  }

  private int[] code(int category) {
    if (category < UNKNOWN || category >= categories()) {
      throw new IllegalArgumentException(
          "category must be in [0, " + categories() + ") or -1 for unknown, was " + category);
    }
    return codes[category == UNKNOWN ? categories() : category];
  }
}
