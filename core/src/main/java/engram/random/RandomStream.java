// SPDX-License-Identifier: Apache-2.0
package engram.random;

import java.util.random.RandomGenerator;

/// A stream of random numbers that is a function of its key and a position. Every method is
/// specified here, down to the bit, so that a newer JDK cannot change a result. Not for several
/// threads at once: open a stream each.
///
/// | draw | words used | definition |
/// | --- | --- | --- |
/// | `nextLong` | 1 | the next Philox word |
/// | `nextInt` | 1 | its upper 32 bits |
/// | `nextInt(n)`, `nextLong(n)` | 1, more with probability n / 2^64 | Lemire's multiplication with rejection [3] |
/// | `nextDouble` | 1 | upper 53 bits times 2^-53, in [0, 1) |
/// | `nextBoolean` | 1 | the sign bit |
/// | `nextGaussian` | 1 | inverse normal of (upper 53 bits + 1/2) times 2^-53 [2] |
///
/// References: see the package.
public final class RandomStream implements RandomGenerator {
  private static final int WORDS = 4;

  private final long k0;
  private final long k1;
  private final long[] block = new long[WORDS];
  private long counter;
  private int used = WORDS;

  RandomStream(long k0, long k1) {
    this.k0 = k0;
    this.k1 = k1;
  }

  /// The number of words drawn so far: with the key, all that there is to know of the stream's
  /// state.
  public long position() {
    return counter * WORDS - (WORDS - used);
  }

  /// Moves to a position, forwards or back, in constant time.
  ///
  /// @param position the number of words to stand behind, 0 or more
  public void seek(long position) {
    if (position < 0) {
      throw new IllegalArgumentException("position must be 0 or more, was " + position);
    }
    counter = position / WORDS;
    used = WORDS;
    int inside = (int) (position % WORDS);
    if (inside > 0) {
      refill();
      used = inside;
    }
  }

  @Override
  public long nextLong() {
    if (used == WORDS) {
      refill();
    }
    return block[used++];
  }

  @Override
  public int nextInt() {
    return (int) (nextLong() >>> 32);
  }

  @Override
  public int nextInt(int bound) {
    return (int) nextLong(bound);
  }

  @Override
  public long nextLong(long bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("bound must be above 0, was " + bound);
    }
    long word = nextLong();
    long low = word * bound;
    if (Long.compareUnsigned(low, bound) < 0) {
      long floor = Long.remainderUnsigned(-bound, bound);
      while (Long.compareUnsigned(low, floor) < 0) {
        word = nextLong();
        low = word * bound;
      }
    }
    return Math.unsignedMultiplyHigh(word, bound);
  }

  @Override
  public boolean nextBoolean() {
    return nextLong() < 0;
  }

  @Override
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1.0p-53;
  }

  @Override
  public float nextFloat() {
    return (nextLong() >>> 40) * 0x1.0p-24f;
  }

  @Override
  public double nextGaussian() {
    return InverseNormal.of(((nextLong() >>> 11) + 0.5) * 0x1.0p-53);
  }

  /// Writes independent draws of mean 0 and the given standard deviation into all of `into`.
  public void fillGaussian(double[] into, double standardDeviation) {
    for (int i = 0; i < into.length; i++) {
      into[i] = standardDeviation * nextGaussian();
    }
  }

  /// Puts `values` into a uniformly random order (Fisher and Yates, from the end).
  public void shuffle(int[] values) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = nextInt(i + 1);
      int kept = values[i];
      values[i] = values[j];
      values[j] = kept;
    }
  }

  private void refill() {
    Philox.block(counter++, 0, 0, 0, k0, k1, block);
    used = 0;
  }
}
