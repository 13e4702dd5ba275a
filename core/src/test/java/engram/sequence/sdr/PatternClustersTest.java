// SPDX-License-Identifier: Apache-2.0
package engram.sequence.sdr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.random.RandomStream;
import engram.random.Seeds;
import engram.source.FromPaper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// More patterns than segments: clusters that were planted, by hand, and properties for any.
@FromPaper(value = "sdr", at = "spec 6, patterns > D")
final class PatternClustersTest {
  private static final DendriticNeuron.Settings NEURON =
      DendriticNeuron.Settings.of(2000, 8, 20, 10);

  private static RandomStream stream(long seed) {
    return Seeds.of(seed).stream("clusters");
  }

  /// `each` noisy copies of each of `clusters` random patterns of 40 cells, one cluster after the
  /// other.
  private static List<Sdr> planted(int clusters, int each, RandomStream random) {
    List<Sdr> patterns = new ArrayList<>();
    for (int k = 0; k < clusters; k++) {
      Sdr centre = Sdr.random(2000, 40, random);
      Stream.generate(() -> SdrNoise.move(centre, 0.2, random)).limit(each).forEach(patterns::add);
    }
    return patterns;
  }

  private static List<Sdr> shuffled(List<Sdr> patterns, RandomStream random) {
    int[] order = IntStream.range(0, patterns.size()).toArray();
    random.shuffle(order);
    return Arrays.stream(order).mapToObj(patterns::get).toList();
  }

  @Test
  void plantedClustersAreFound() {
    for (long seed = 1; seed <= 10; seed++) {
      RandomStream random = stream(seed);
      List<Sdr> patterns = planted(8, 12, random);
      Set<Set<Sdr>> expected = new HashSet<>();
      for (int k = 0; k < 8; k++) {
        expected.add(Set.copyOf(patterns.subList(12 * k, 12 * k + 12)));
      }
      Set<Set<Sdr>> found = new HashSet<>();
      PatternClusters.of(shuffled(patterns, random), 8, random)
          .forEach(cluster -> found.add(Set.copyOf(cluster)));
      assertEquals(expected, found, "seed " + seed);
    }
  }

  @Test
  void everyPatternIsInOneClusterAndNearestItsMean() {
    for (long seed = 1; seed <= 10; seed++) {
      RandomStream random = stream(seed);
      List<Sdr> patterns = Stream.generate(() -> Sdr.random(60, 12, random)).limit(90).toList();
      List<List<Sdr>> clusters = PatternClusters.of(patterns, 7, random);
      assertTrue(clusters.size() <= 7, "seed " + seed);
      assertEquals(90, clusters.stream().mapToInt(List::size).sum(), "seed " + seed);
      assertEquals(new HashSet<>(patterns), union(clusters), "seed " + seed);
      for (List<Sdr> own : clusters) {
        for (Sdr pattern : own) {
          double distance = distanceToMean(pattern, own);
          for (List<Sdr> other : clusters) {
            assertTrue(distance <= distanceToMean(pattern, other) + 1e-12, "seed " + seed);
          }
        }
      }
    }
  }

  private static Set<Sdr> union(List<List<Sdr>> clusters) {
    Set<Sdr> all = new HashSet<>();
    clusters.forEach(all::addAll);
    return all;
  }

  /// Cell by cell, unlike the class.
  private static double distanceToMean(Sdr pattern, List<Sdr> cluster) {
    double sum = 0;
    for (int cell = 0; cell < pattern.population(); cell++) {
      double mean = 0;
      for (Sdr member : cluster) {
        mean += member.contains(cell) ? 1.0 / cluster.size() : 0;
      }
      double apart = (pattern.contains(cell) ? 1 : 0) - mean;
      sum += apart * apart;
    }
    return sum;
  }

  @Test
  void equalPatternsShareACluster() {
    List<Sdr> patterns =
        List.of(Sdr.of(9, 1, 2), Sdr.of(9, 3, 4), Sdr.of(9, 1, 2), Sdr.of(9, 3, 4));
    List<List<Sdr>> clusters = PatternClusters.of(patterns, 3, stream(1));
    assertEquals(2, clusters.size());
    clusters.forEach(cluster -> assertEquals(cluster.getFirst(), cluster.getLast()));
  }

  @Test
  void sharedCellsComeFirstAndTheMostCommonBeforeAll() {
    List<Sdr> members =
        List.of(Sdr.of(30, 1, 2, 3, 11), Sdr.of(30, 1, 2, 12, 13), Sdr.of(30, 1, 3, 14, 15));
    assertArrayEquals(new int[] {1}, SharedCells.of(members, 1, stream(1)));
    Set<Integer> second = new HashSet<>();
    for (long seed = 1; seed <= 20; seed++) {
      int[] two = SharedCells.of(members, 2, stream(seed));
      assertEquals(1, two[0], "seed " + seed);
      second.add(two[1]);
      assertArrayEquals(new int[] {1, 2, 3}, SharedCells.of(members, 3, stream(seed)));
      // Overlaps are 3, 2 and 2 by then: the fourth cell is of the second member.
      int fourth = SharedCells.of(members, 4, stream(seed))[3];
      assertTrue(fourth == 12 || fourth == 13, "seed " + seed + ": " + fourth);
    }
    assertEquals(Set.of(2, 3), second);
  }

  @Test
  void membersWithoutSharedCellsAreSeenAlike() {
    List<Sdr> members = List.of(Sdr.of(30, 1, 2, 3, 4, 5, 6), Sdr.of(30, 11, 12, 13, 14, 15, 16));
    for (long seed = 1; seed <= 20; seed++) {
      Segment segment = new Segment(SharedCells.of(members, 6, stream(seed)), 3);
      assertEquals(3, segment.overlap(members.getFirst()), "seed " + seed);
      assertEquals(3, segment.overlap(members.getLast()), "seed " + seed);
    }
  }

  @Test
  void segmentsHaveDistinctCellsOfTheirClusterAndASeedDecidesThem() {
    for (long seed = 1; seed <= 5; seed++) {
      RandomStream random = stream(seed);
      List<Sdr> patterns = Stream.generate(() -> Sdr.random(2000, 40, random)).limit(50).toList();
      DendriticNeuron neuron = new DendriticNeuron(NEURON, stream(seed + 100));
      DendriticNeuron again = new DendriticNeuron(NEURON, stream(seed + 100));
      DendriticNeuron other = new DendriticNeuron(NEURON, stream(seed + 200));
      List<List<Sdr>> clusters = PatternClusters.of(patterns, 8, stream(seed + 100));
      List.of(neuron, again, other).forEach(each -> each.learn(patterns));
      assertEquals(8, clusters.size(), "seed " + seed);
      assertEquals(8, neuron.learned(), "seed " + seed);
      boolean same = true;
      for (int i = 0; i < 8; i++) {
        int[] cells = neuron.segment(i).cells();
        assertEquals(20, Arrays.stream(cells).distinct().count(), "seed " + seed);
        List<Sdr> cluster = clusters.get(i);
        for (int cell : cells) {
          assertTrue(cluster.stream().anyMatch(member -> member.contains(cell)), "seed " + seed);
        }
        assertArrayEquals(cells, again.segment(i).cells(), "seed " + seed);
        same &= Arrays.equals(cells, other.segment(i).cells());
      }
      assertFalse(same, "seed " + seed);
    }
  }

  @Test
  void theNeuronKnowsTheMembersOfTightClustersAndNothingElse() {
    for (long seed = 1; seed <= 5; seed++) {
      RandomStream random = stream(seed);
      List<Sdr> patterns = shuffled(planted(8, 12, random), random);
      DendriticNeuron neuron = new DendriticNeuron(NEURON, random);
      neuron.learn(patterns);
      for (Sdr pattern : patterns) {
        assertTrue(neuron.fires(pattern), "seed " + seed);
      }
      for (int i = 0; i < 200; i++) {
        assertFalse(neuron.fires(Sdr.random(2000, 40, random)), "seed " + seed);
      }
    }
  }

  @Test
  void aListThatFitsIsLearnedOneByOne() {
    RandomStream random = stream(3);
    List<Sdr> patterns = Stream.generate(() -> Sdr.random(2000, 40, random)).limit(8).toList();
    DendriticNeuron atOnce = new DendriticNeuron(NEURON, stream(4));
    DendriticNeuron oneByOne = new DendriticNeuron(NEURON, stream(4));
    atOnce.learn(patterns);
    patterns.forEach(oneByOne::learn);
    for (int i = 0; i < 8; i++) {
      assertArrayEquals(oneByOne.segment(i).cells(), atOnce.segment(i).cells());
    }
    assertNotEquals(0, atOnce.learned());
  }

  @Test
  void onlyUnusedSegmentsAreUsed() {
    RandomStream random = stream(5);
    List<Sdr> patterns = planted(3, 4, random);
    DendriticNeuron neuron = new DendriticNeuron(NEURON, random);
    IntStream.range(0, 5).forEach(i -> neuron.learn(Sdr.random(2000, 40, random)));
    int[] before = neuron.segment(4).cells();
    neuron.learn(patterns);
    assertEquals(8, neuron.learned());
    assertArrayEquals(before, neuron.segment(4).cells());
    assertTrue(patterns.stream().allMatch(neuron::fires));
  }

  @Test
  void refusesWhatItCannotLearnAndLearnsNothingThen() {
    DendriticNeuron neuron =
        new DendriticNeuron(DendriticNeuron.Settings.of(9, 2, 3, 2), stream(1));
    Sdr good = Sdr.of(9, 1, 2, 3);
    var small =
        assertThrows(
            IllegalArgumentException.class,
            () -> neuron.learn(List.of(good, good, Sdr.of(9, 1, 2))));
    assertEquals("synapses must be at most the pattern's size 2, was 3", small.getMessage());
    var foreign =
        assertThrows(
            IllegalArgumentException.class, () -> neuron.learn(List.of(good, Sdr.of(8, 1, 2, 3))));
    assertEquals("population of the input must be 9, was 8", foreign.getMessage());
    assertEquals(0, neuron.learned());
    neuron.learn(List.of(good, Sdr.of(9, 4, 5, 6)));
    var full = assertThrows(IllegalStateException.class, () -> neuron.learn(List.of(good)));
    assertEquals("segments must be unused for a new pattern, was 2 used of 2", full.getMessage());
    neuron.learn(List.of());
    assertEquals(2, neuron.learned());
  }
}
