// SPDX-License-Identifier: Apache-2.0
package engram.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/// Seeds are fixed, so a statistical test either passes for good or shows a fault: each passes at a
/// probability of at least 1e-4 under a perfect generator.
class RandomStreamTest {
  private static final long SEED = 2011;

  @Test
  void seekReachesEveryPositionForwardsAndBack() {
    RandomStream straight = stream("seek");
    long[] words = new long[103];
    for (int i = 0; i < words.length; i++) {
      assertEquals(i, straight.position());
      words[i] = straight.nextLong();
    }
    RandomStream jumping = stream("seek");
    RandomStream order = stream("order");
    for (int i = 0; i < 500; i++) {
      int position = order.nextInt(words.length);
      jumping.seek(position);
      assertEquals(position, jumping.position());
      assertEquals(words[position], jumping.nextLong(), "word " + position);
      assertEquals(position + 1, jumping.position());
    }
  }

  @Test
  void seekReachesTheFarEnd() {
    RandomStream stream = stream("far");
    stream.seek(Long.MAX_VALUE - 1);
    assertEquals(Long.MAX_VALUE - 1, stream.position());
    stream.nextLong();
    assertEquals(Long.MAX_VALUE, stream.position());
  }

  @Test
  void boundedDrawsAreUnbiased() {
    for (int bound : new int[] {1, 2, 3, 7, 10, 64, 100}) {
      long[] counts = new long[bound];
      RandomStream stream = stream("bound-" + bound);
      for (int i = 0; i < 20_000; i++) {
        counts[stream.nextInt(bound)]++;
      }
      assertUniform(counts, "bound " + bound);
    }
  }

  /// At the bound 3 * 2^61 every fourth word is rejected, and multiplication without rejection
  /// would give numbers divisible by 3 twice as often.
  @Test
  void boundedDrawsStayUnbiasedWhereRejectionIsFrequent() {
    long bound = 3L << 61;
    RandomStream stream = stream("huge-bound");
    long[] residues = new long[3];
    long[] thirds = new long[3];
    int draws = 30_000;
    for (int i = 0; i < draws; i++) {
      long value = stream.nextLong(bound);
      assertTrue(value >= 0 && value < bound);
      residues[(int) (value % 3)]++;
      thirds[(int) (value / (1L << 61))]++;
    }
    assertUniform(residues, "residues");
    assertUniform(thirds, "thirds");
    assertEquals(4.0 / 3, stream.position() / (double) draws, 0.02, "words a draw");
  }

  @Test
  void rangesCoverBothEndsAndNothingBeyond() {
    RandomStream stream = stream("range");
    long[] counts = new long[7];
    for (int i = 0; i < 7000; i++) {
      counts[stream.nextInt(-3, 4) + 3]++;
      double value = stream.nextDouble(-2, 5);
      assertTrue(value >= -2 && value < 5);
      assertTrue(stream.nextDouble(1e-320) < 1e-320);
    }
    assertUniform(counts, "range");
    assertEquals(Long.MIN_VALUE, stream.nextLong(Long.MIN_VALUE, Long.MIN_VALUE + 1));
  }

  @Test
  void uniformsFillTheirCells() {
    RandomStream stream = stream("uniform");
    long[] doubles = new long[100];
    long[] floats = new long[100];
    long[] signs = new long[2];
    long[] bytes = new long[256];
    byte[] some = new byte[13];
    for (int i = 0; i < 50_000; i++) {
      doubles[(int) (stream.nextDouble() * 100)]++;
      floats[(int) (stream.nextFloat() * 100)]++;
      signs[stream.nextBoolean() ? 1 : 0]++;
      if (i % 10 == 0) {
        stream.nextBytes(some);
        for (byte value : some) {
          bytes[value & 0xFF]++;
        }
      }
    }
    assertUniform(doubles, "doubles");
    assertUniform(floats, "floats");
    assertUniform(signs, "signs");
    assertUniform(bytes, "bytes");
  }

  @Test
  void bytesAreTheWordsFromTheirLowestByte() {
    long word = stream("bytes").nextLong();
    RandomStream stream = stream("bytes");
    byte[] bytes = new byte[9];
    stream.nextBytes(bytes);
    for (int i = 0; i < 8; i++) {
      assertEquals((byte) (word >>> (8 * i)), bytes[i]);
    }
    assertEquals(2, stream.position());
  }

  /// Means of 200,000 draws within four standard errors, from the moments 0, 1, 0, 3 (fourth
  /// moment's variance 96) and 1, 1 of the exponential.
  @Test
  void momentsAreThoseOfTheDistributions() {
    int draws = 200_000;
    double[] sums = new double[6];
    RandomStream stream = stream("moments");
    for (int i = 0; i < draws; i++) {
      double z = stream.nextGaussian();
      double e = stream.nextExponential();
      sums[0] += z;
      sums[1] += z * z;
      sums[2] += z * z * z;
      sums[3] += z * z * z * z;
      sums[4] += e;
      sums[5] += (e - 1) * (e - 1);
    }
    double[] means = {0, 1, 0, 3, 1, 1};
    double[] variances = {1, 2, 15, 96, 1, 8};
    for (int i = 0; i < means.length; i++) {
      double error = 4 * Math.sqrt(variances[i] / draws);
      assertEquals(means[i], sums[i] / draws, error, "moment " + i + " at seed " + SEED);
    }
  }

  @Test
  void gaussiansFillCellsOfEqualProbability() {
    RandomStream stream = stream("cells");
    long[] counts = new long[64];
    for (int i = 0; i < 64_000; i++) {
      double z = stream.nextGaussian();
      int cell = 0;
      while (cell < 63 && z > InverseNormal.of((cell + 1) / 64.0)) {
        cell++;
      }
      counts[cell]++;
    }
    assertUniform(counts, "Gaussian cells");
  }

  @Test
  void scaledGaussiansAreTheSameDraws() {
    double[] filled = new double[5];
    stream("scaled").fillGaussian(filled, 3);
    RandomStream one = stream("scaled");
    RandomStream other = stream("scaled");
    for (double value : filled) {
      double z = one.nextGaussian();
      assertEquals(3 * z, value);
      assertEquals(7 + 3 * z, other.nextGaussian(7, 3));
    }
  }

  @Test
  void everyOrderIsAsLikely() {
    long[] counts = new long[256];
    RandomStream stream = stream("shuffle");
    for (int i = 0; i < 24_000; i++) {
      int[] values = {0, 1, 2, 3};
      stream.shuffle(values);
      counts[values[0] + 4 * values[1] + 16 * values[2] + 64 * values[3]]++;
    }
    long[] orders = Arrays.stream(counts).filter(count -> count > 0).toArray();
    assertEquals(24, orders.length);
    assertUniform(orders, "orders");
  }

  @Test
  void everySubsetIsAsLikely() {
    long[] counts = new long[64];
    RandomStream stream = stream("subsets");
    for (int i = 0; i < 20_000; i++) {
      int set = 0;
      for (int member : stream.sample(6, 3)) {
        set |= 1 << member;
      }
      counts[set]++;
    }
    long[] subsets = Arrays.stream(counts).filter(count -> count > 0).toArray();
    assertEquals(20, subsets.length);
    assertUniform(subsets, "subsets");
  }

  @Test
  void samplesAreSortedAndWithoutRepetition() {
    RandomStream stream = stream("samples");
    for (int i = 0; i < 300; i++) {
      int population = stream.nextInt(1, 500);
      int count = stream.nextInt(population + 1);
      int[] sample = stream.sample(population, count);
      assertEquals(count, sample.length);
      int[] distinct = IntStream.of(sample).distinct().sorted().toArray();
      assertArrayEquals(distinct, sample);
      assertTrue(count == 0 || (sample[0] >= 0 && sample[count - 1] < population));
    }
    assertArrayEquals(IntStream.range(0, 40).toArray(), stream.sample(40, 40));
    assertEquals(0, stream.sample(0, 0).length);
  }

  @Test
  void streamsDependOnTheirPathAlone() {
    Seeds root = Seeds.of(SEED);
    RandomStream late = root.child("replicate", 3).stream("weights");
    RandomStream first = Seeds.of(SEED).child("replicate").child("3").stream("weights");
    root.stream("noise").nextLong();
    RandomStream again = root.child("replicate", 3).stream("weights");
    for (int i = 0; i < 20; i++) {
      long word = first.nextLong();
      assertEquals(word, late.nextLong());
      assertEquals(word, again.nextLong());
    }
    assertNotEquals(first.nextLong(), root.child("replicate", 4).stream("weights").nextLong());
    assertNotEquals(first.nextLong(), Seeds.of(SEED + 1).stream("weights").nextLong());
    assertEquals("engram-seeds/1/2011/replicate/3", root.child("replicate", 3).toString());
  }

  /// Correlation of 100 pairs of neighbouring streams, 2,000 words each: a normal with standard
  /// deviation 1 / sqrt(200,000).
  @Test
  void neighbouringStreamsAreUncorrelated() {
    double sum = 0;
    Seeds root = Seeds.of(SEED);
    for (int pair = 0; pair < 100; pair++) {
      RandomStream left = root.child("left", pair).stream("x");
      RandomStream right = root.child("left", pair + 1).stream("x");
      for (int i = 0; i < 2000; i++) {
        sum += left.nextGaussian() * right.nextGaussian();
      }
    }
    assertEquals(0, sum / 200_000, 4 / Math.sqrt(200_000));
  }

  @Test
  void refusesBadInput() {
    RandomStream stream = stream("bad");
    assertEquals("bound must be above 0, was 0", message(() -> stream.nextInt(0)));
    assertEquals("bound must be above 0, was -4", message(() -> stream.nextLong(-4)));
    assertEquals(
        "bound must be above origin by at most 2^63 - 1, was [2, 2)",
        message(() -> stream.nextInt(2, 2)));
    assertEquals(
        "bound must be above origin by at most 2^63 - 1, was [-2, 9223372036854775807)",
        message(() -> stream.nextLong(-2, Long.MAX_VALUE)));
    assertEquals(
        "bound must be above origin by a finite range, was [0.0, NaN)",
        message(() -> stream.nextDouble(Double.NaN)));
    assertEquals(
        "standardDeviation must be 0 or more, was -1.0", message(() -> stream.nextGaussian(0, -1)));
    assertEquals("position must be 0 or more, was -1", message(() -> stream.seek(-1)));
    assertEquals("count must be in [0, 3], was 4", message(() -> stream.sample(3, 4)));
    assertEquals("population must be 0 or more, was -1", message(() -> stream.sample(-1, 0)));
    assertEquals(0, stream.position(), "a refused call draws nothing");
    String rule = "name of a random stream must be not empty and without '/', was ";
    assertEquals(rule + "''", message(() -> Seeds.of(1).stream("")));
    assertEquals(rule + "'a/b'", message(() -> Seeds.of(1).child("a/b")));
  }

  private static RandomStream stream(String name) {
    return Seeds.of(SEED).stream(name);
  }

  private static @Nullable String message(Executable call) {
    return assertThrows(IllegalArgumentException.class, call).getMessage();
  }

  private static void assertUniform(long[] counts, String what) {
    double expected = Arrays.stream(counts).sum() / (double) counts.length;
    double chiSquared = 0;
    for (long count : counts) {
      chiSquared += (count - expected) * (count - expected) / expected;
    }
    if (counts.length > 1) {
      double p = ChiSquaredDistribution.of(counts.length - 1).survivalProbability(chiSquared);
      assertTrue(p > 1e-4 && p < 1 - 1e-4, what + ": p = " + p + " at seed " + SEED);
    }
  }
}
