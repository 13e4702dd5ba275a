// SPDX-License-Identifier: Apache-2.0
package engram.sequence.sdr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.random.RandomStream;
import engram.random.Seeds;
import engram.source.FromPaper;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/// Representations, segments and noise as sets: every operation against plain set arithmetic.
@FromPaper(value = "sdr", at = "spec 1, 7")
final class SdrTest {
  private static Set<Integer> set(Sdr sdr) {
    Set<Integer> set = new HashSet<>();
    for (int cell : sdr.cells()) {
      set.add(cell);
    }
    return set;
  }

  @Test
  void isTheSameHoweverItsCellsAreGiven() {
    Sdr sdr = Sdr.of(130, 129, 3, 64);
    assertArrayEquals(new int[] {3, 64, 129}, sdr.cells());
    assertArrayEquals(new long[] {8, 1, 2}, sdr.bits());
    assertEquals(Sdr.of(130, 3, 64, 129), sdr);
    assertEquals(Sdr.of(130, 3, 64, 129).hashCode(), sdr.hashCode());
    assertFalse(sdr.equals(Sdr.of(131, 3, 64, 129)));
    assertEquals("3 of 130 [3, 64, 129]", sdr.toString());
    assertEquals(3.0 / 130, sdr.sparsity());
    assertTrue(sdr.contains(64) && !sdr.contains(63) && !sdr.contains(-1) && !sdr.contains(500));
  }

  @Test
  void agreesWithSetArithmetic() {
    long seed = 7;
    RandomStream random = Seeds.of(seed).stream("sets");
    for (int i = 0; i < 300; i++) {
      int n = 1 + random.nextInt(300);
      Sdr left = Sdr.random(n, random.nextInt(n + 1), random);
      Sdr right = Sdr.random(n, random.nextInt(n + 1), random);
      Set<Integer> both = set(left);
      both.retainAll(set(right));
      assertEquals(both.size(), left.overlap(right), "seed " + seed + ", trial " + i);
      Set<Integer> either = set(left);
      either.addAll(set(right));
      assertEquals(either, set(left.union(right)), "seed " + seed + ", trial " + i);
      if (right.size() > 0) {
        assertEquals(both.size(), new Segment(right.cells(), 1).overlap(left));
      }
      Sdr part = left.subsample(left.size() / 2, random);
      assertTrue(set(left).containsAll(set(part)));
      assertEquals(left.size() / 2, part.size());
    }
  }

  @Test
  void everyCellIsAsOftenActive() {
    long seed = 8;
    RandomStream random = Seeds.of(seed).stream("uniform");
    int[] active = new int[50];
    int draws = 20_000;
    for (int i = 0; i < draws; i++) {
      for (int cell : Sdr.random(50, 10, random).cells()) {
        active[cell]++;
      }
    }
    double deviation = Math.sqrt(draws * 0.2 * 0.8);
    for (int count : active) {
      assertEquals(draws * 0.2, count, 5 * deviation, "seed " + seed);
    }
  }

  @Test
  void segmentsFireAtTheirThreshold() {
    Segment segment = new Segment(new int[] {9, 1, 5}, 2);
    assertTrue(segment.fires(Sdr.of(10, 1, 9)));
    assertFalse(segment.fires(Sdr.of(10, 1, 2, 3)));
    assertEquals(3, segment.synapses());
    assertEquals(2, segment.threshold());
    assertArrayEquals(new int[] {1, 5, 9}, segment.cells());
    Sdr pattern = Sdr.of(100, 2, 4, 6, 8, 10);
    Segment on = Segment.on(pattern, 4, 3, Seeds.of(1).stream("segment"));
    assertEquals(4, on.overlap(pattern));
  }

  @Test
  void noiseMovesExactlyWhatItSays() {
    long seed = 9;
    RandomStream random = Seeds.of(seed).stream("noise");
    for (int i = 0; i < 300; i++) {
      int n = 2 + random.nextInt(300);
      Sdr input = Sdr.random(n, random.nextInt(n / 2 + 1), random);
      double fraction = random.nextDouble();
      Sdr moved = SdrNoise.move(input, fraction, random);
      int kept = input.size() - SdrNoise.count(input.size(), fraction);
      assertEquals(input.size(), moved.size(), "seed " + seed + ", trial " + i);
      assertEquals(kept, moved.overlap(input), "seed " + seed + ", trial " + i);
    }
    assertEquals(3, SdrNoise.count(20, 0.15));
    assertEquals(64, SdrNoise.count(128, 0.5));
    Sdr input = Sdr.of(10, 0, 1, 2);
    assertEquals(input, SdrNoise.move(input, 0, random));
  }

  @Test
  void movedCellsReachEverySilentPlaceAlike() {
    long seed = 10;
    RandomStream random = Seeds.of(seed).stream("places");
    Sdr input = Sdr.of(12, 0, 3, 4, 11);
    int[] reached = new int[12];
    int draws = 16_000;
    for (int i = 0; i < draws; i++) {
      for (int cell : SdrNoise.move(input, 0.5, random).cells()) {
        reached[cell]++;
      }
    }
    for (int cell = 0; cell < 12; cell++) {
      double share = input.contains(cell) ? 0.5 : 0.25;
      assertEquals(share, (double) reached[cell] / draws, 0.02, "seed " + seed + ", cell " + cell);
    }
  }

  private static void refuses(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }

  @Test
  void refusesWhatIsNoRepresentation() {
    RandomStream random = Seeds.of(1).stream("bad");
    Sdr two = Sdr.of(10, 1, 2);
    refuses("population must be 1 or more, was 0", () -> Sdr.of(0));
    refuses("cells must be in [0, 10), was 10", () -> Sdr.of(10, 3, 10));
    refuses("cells must be in [0, 10), was -1", () -> Sdr.of(10, -1));
    refuses("cells must be distinct, was 3 twice", () -> Sdr.of(10, 3, 4, 3));
    refuses("size must be in [0, population = 10], was 11", () -> Sdr.random(10, 11, random));
    refuses("count must be in [0, size = 2], was 3", () -> two.subsample(3, random));
    refuses("population of the input must be 10, was 9", () -> two.overlap(Sdr.of(9)));
    refuses("threshold must be in [1, synapses = 2], was 0", () -> new Segment(two.cells(), 0));
    refuses("threshold must be in [1, synapses = 2], was 3", () -> new Segment(two.cells(), 3));
    refuses("cells must be distinct, was 4 twice", () -> new Segment(new int[] {4, 4}, 1));
    refuses("count must be in [0, size = 2], was 3", () -> Segment.on(two, 3, 1, random));
    refuses(
        "population of the input must be above the segment's greatest cell 2, was 2",
        () -> new Segment(two.cells(), 1).overlap(Sdr.of(2)));
    refuses("fraction must be in [0, 1], was 1.5", () -> SdrNoise.move(two, 1.5, random));
    refuses("fraction must be in [0, 1], was NaN", () -> SdrNoise.move(two, Double.NaN, random));
    refuses(
        "silent cells must be as many as move, 2, was 1",
        () -> SdrNoise.move(Sdr.of(3, 0, 1), 1, random));
  }
}
