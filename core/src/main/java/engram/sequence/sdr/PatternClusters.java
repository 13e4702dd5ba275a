// SPDX-License-Identifier: Apache-2.0
package engram.sequence.sdr;

import engram.random.RandomStream;
import engram.source.FromPaper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// K-means of patterns as points of {0, 1}^n. With m members in a cluster and c_j of them active in
/// cell j, a pattern x lies from the cluster's mean at
///
///     |x - c / m|^2 = |x| + (sum_j c_j^2 - 2 m sum_{j in x} c_j) / m^2
///
/// where all but the last division is exact in whole numbers. The first pattern of the first
/// cluster is drawn; each other cluster begins with the pattern farthest from all that have begun
/// (the first of equals), which puts one into each of clusters that lie farther apart than they are
/// wide. A pattern between two clusters stays where it is. Ends when no pattern moves, or after 100
/// rounds.
@FromPaper(value = "sdr", at = "spec 6, patterns > D")
final class PatternClusters {
  private static final int ROUNDS = 100;

  private final List<Sdr> patterns;
  private final int[] clusterOf;
  private final int[] counts;

  private PatternClusters(List<Sdr> patterns) {
    this.patterns = patterns;
    this.clusterOf = new int[patterns.size()];
    this.counts = new int[patterns.getFirst().population()];
  }

  /// Parts the patterns, in their order within a cluster.
  ///
  /// @param patterns of one population, 1 or more
  /// @param clusters how many there may be, 1 or more
  /// @return the clusters, none empty: fewer than asked for where fewer patterns are different
  static List<List<Sdr>> of(List<Sdr> patterns, int clusters, RandomStream random) {
    PatternClusters parted = new PatternClusters(patterns);
    int begun = parted.begin(clusters, random.nextInt(patterns.size()));
    int round = 0;
    while (round < ROUNDS && parted.moveToNearest(begun)) {
      round++;
    }
    return parted.members(begun).stream().filter(cluster -> !cluster.isEmpty()).toList();
  }

  /// Puts each pattern to the nearest of up to `clusters` first members.
  private int begin(int clusters, int first) {
    int[] distance = new int[patterns.size()];
    Arrays.fill(distance, Integer.MAX_VALUE);
    int begun = 0;
    for (int next = first; begun < clusters && distance[next] > 0; begun++) {
      Sdr centre = patterns.get(next);
      for (int i = 0; i < distance.length; i++) {
        Sdr pattern = patterns.get(i);
        int apart = centre.size() + pattern.size() - 2 * centre.overlap(pattern);
        if (apart < distance[i]) {
          distance[i] = apart;
          clusterOf[i] = begun;
        }
      }
      next = farthest(distance);
    }
    return begun;
  }

  private static int farthest(int[] distance) {
    int farthest = 0;
    for (int i = 1; i < distance.length; i++) {
      farthest = distance[i] > distance[farthest] ? i : farthest;
    }
    return farthest;
  }

  /// One round: means of the clusters as they are, then every pattern to the nearest mean.
  private boolean moveToNearest(int clusters) {
    double[] least = new double[clusterOf.length];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    int[] nearest = clusterOf.clone();
    List<List<Sdr>> members = members(clusters);
    for (int k = 0; k < clusters; k++) {
      long m = members.get(k).size();
      if (m == 0) {
        continue; // all of its members found a nearer one
      }
      long squares = count(members.get(k));
      for (int i = 0; i < least.length; i++) {
        double distance = (double) (squares - 2 * m * seen(patterns.get(i))) / (m * m);
        if (distance < least[i] || (distance == least[i] && k == clusterOf[i])) {
          least[i] = distance;
          nearest[i] = k;
        }
      }
    }
    boolean moved = !Arrays.equals(nearest, clusterOf);
    System.arraycopy(nearest, 0, clusterOf, 0, nearest.length);
    return moved;
  }

  private List<List<Sdr>> members(int clusters) {
    List<List<Sdr>> members = new ArrayList<>();
    for (int k = 0; k < clusters; k++) {
      members.add(new ArrayList<>());
    }
    for (int i = 0; i < clusterOf.length; i++) {
      members.get(clusterOf[i]).add(patterns.get(i));
    }
    return members;
  }

  /// Counts how many members are active in each cell.
  ///
  /// @return the sum of the squared counts
  private long count(List<Sdr> members) {
    Arrays.fill(counts, 0);
    for (Sdr member : members) {
      for (int i = 0; i < member.size(); i++) {
        counts[member.cell(i)]++;
      }
    }
    long squares = 0;
    for (int count : counts) {
      squares += (long) count * count;
    }
    return squares;
  }

  private long seen(Sdr pattern) {
    long sum = 0;
    for (int i = 0; i < pattern.size(); i++) {
      sum += counts[pattern.cell(i)];
    }
    return sum;
  }
}
