// SPDX-License-Identifier: Apache-2.0
package engram.random;

import java.util.BitSet;
import java.util.random.RandomGenerator;

/// A stream of random numbers that is a function of its key and a position. Every draw in this
/// table is specified here, down to the bit, so that a newer JDK cannot change a result. Not for
/// several threads at once: open a stream each.
///
/// | draw | words used | definition |
/// | --- | --- | --- |
/// | `nextLong` | 1 | the next Philox word |
/// | `nextInt` | 1 | its upper 32 bits |
/// | `nextInt(n)`, `nextLong(n)` | 1, more with probability below n / 2^64 | Lemire's multiplication with rejection [3] |
/// | `nextInt(a, b)`, `nextLong(a, b)` | the same | a + draw below b - a |
/// | `nextDouble` | 1 | upper 53 bits times 2^-53, in [0, 1) |
/// | `nextDouble(n)`, `nextDouble(a, b)` | 1 | n u, a + (b - a) u, and the next number below where that rounds up to the bound |
/// | `nextFloat` | 1 | upper 24 bits times 2^-24, in [0, 1) |
/// | `nextBoolean` | 1 | the sign bit |
/// | `nextGaussian` | 1 | inverse normal [2] of the middle (upper 52 bits + 1/2) times 2^-52 |
/// | `nextExponential` | 1 | -ln of the same middle |
/// | `nextBytes` | 1 for each 8 begun | each word from its lowest byte |
/// | `sample(n, k)` | k, rejections apart | Floyd's algorithm [4], sorted |
/// | `shuffle` | length - 1, rejections apart | Fisher and Yates from the end |
///
/// What else [RandomGenerator] offers (its `Stream` methods, bounded floats) is the JDK's choice
/// and outside the frozen scheme: not for results that are stored.
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
  public int nextInt(int origin, int bound) {
    return (int) nextLong(origin, bound);
  }

  @Override
  public long nextLong(long origin, long bound) {
    long range = bound - origin;
    if (origin >= bound || range <= 0) {
      throw new IllegalArgumentException(
          "bound must be above origin by at most 2^63 - 1, was [" + origin + ", " + bound + ")");
    }
    return origin + nextLong(range);
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
  public double nextDouble(double bound) {
    return nextDouble(0, bound);
  }

  @Override
  public double nextDouble(double origin, double bound) {
    double range = bound - origin;
    if (!(range > 0 && range < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "bound must be above origin by a finite range, was [" + origin + ", " + bound + ")");
    }
    double value = origin + range * nextDouble();
    return value < bound ? value : Math.nextDown(bound);
  }

  @Override
  public float nextFloat() {
    return (nextLong() >>> 40) * 0x1.0p-24f;
  }

  @Override
  public double nextGaussian() {
    return InverseNormal.of(nextMiddle());
  }

  @Override
  public double nextGaussian(double mean, double standardDeviation) {
    if (!(standardDeviation >= 0)) {
      throw new IllegalArgumentException(
          "standardDeviation must be 0 or more, was " + standardDeviation);
    }
    return mean + standardDeviation * nextGaussian();
  }

  @Override
  public double nextExponential() {
    return -StrictMath.log(nextMiddle());
  }

  @Override
  public void nextBytes(byte[] into) {
    for (int start = 0; start < into.length; start += Long.BYTES) {
      long word = nextLong();
      for (int i = start; i < Math.min(start + Long.BYTES, into.length); i++) {
        into[i] = (byte) word;
        word >>>= Byte.SIZE;
      }
    }
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

  /// Draws `count` different numbers from 0 to `population - 1`, every set as likely as any other
  /// (Floyd). Costs count draws and population / 64 steps.
  ///
  /// @return the numbers in ascending order
  public int[] sample(int population, int count) {
    if (population < 0) {
      throw new IllegalArgumentException("population must be 0 or more, was " + population);
    }
    if (count < 0 || count > population) {
      throw new IllegalArgumentException("count must be in [0, " + population + "], was " + count);
    }
    BitSet drawn = new BitSet(population);
    for (int last = population - count; last < population; last++) {
      int candidate = nextInt(last + 1);
      drawn.set(drawn.get(candidate) ? last : candidate);
    }
    int[] sorted = new int[count];
    int next = -1;
    for (int i = 0; i < count; i++) {
      next = drawn.nextSetBit(next + 1);
      sorted[i] = next;
    }
    return sorted;
  }

  /// The middle of one of 2^52 equal parts of (0, 1): with 53 bits the half would be rounded away
  /// and 1 be reached.
  private double nextMiddle() {
    return ((nextLong() >>> 12) + 0.5) * 0x1.0p-52;
  }

  private void refill() {
    Philox.block(counter++, 0, 0, 0, k0, k1, block);
    used = 0;
  }
}
