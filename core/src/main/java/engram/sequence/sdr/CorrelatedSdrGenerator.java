// SPDX-License-Identifier: Apache-2.0
package engram.sequence.sdr;

import engram.random.RandomStream;
import engram.source.FromPaper;
import java.util.ArrayList;
import java.util.List;

/// Makes inputs whose cells are not independent: cells hang together in clusters, and an input is
/// made of whole clusters, then filled up with random cells to its size.
///
/// For each cluster size c, about `m / c` random clusters of c cells are made, with m uniform in
/// [n, 3n]. Larger clusters, and fewer of them, correlate more.
///
/// References: see the package, [1].
@FromPaper(value = "sdr", at = "spec 8")
public final class CorrelatedSdrGenerator {
  private final int population;
  private final List<Sdr> clusters = new ArrayList<>();

  /// Makes the clusters.
  ///
  /// @param population n, 1 or more
  /// @param clusterSizes c, each in [1, n], not empty; 2 to 9 in the authors' code
  /// @param random where the clusters come from
  public CorrelatedSdrGenerator(int population, List<Integer> clusterSizes, RandomStream random) {
    if (clusterSizes.isEmpty()) {
      throw new IllegalArgumentException("clusterSizes must be not empty, was []");
    }
    this.population = population;
    for (int size : clusterSizes) {
      if (size < 1) {
        throw new IllegalArgumentException("clusterSizes must be 1 or more, was " + size);
      }
      int count = Math.max(1, (population + random.nextInt(2 * population + 1)) / size);
      for (int i = 0; i < count; i++) {
        clusters.add(Sdr.random(population, size, random));
      }
    }
  }

  /// The clusters, by size as given.
  public List<Sdr> clusters() {
    return List.copyOf(clusters);
  }

  /// The next input: random clusters while they fit, then random cells.
  ///
  /// @param active a, in [0, n]
  public Sdr next(int active, RandomStream random) {
    SdrMath.requireWithin("active", active, "population", population);
    Sdr made = Sdr.of(population);
    for (int draw = 0; draw < clusters.size(); draw++) {
      Sdr more = made.union(clusters.get(random.nextInt(clusters.size())));
      if (more.size() > active) {
        break;
      }
      made = more;
    }
    int[] cells = new int[active];
    System.arraycopy(made.cells(), 0, cells, 0, made.size());
    boolean[] taken = new boolean[population];
    for (int i = 0; i < made.size(); i++) {
      taken[cells[i]] = true;
    }
    for (int filled = made.size(); filled < active; ) {
      int cell = random.nextInt(population);
      if (!taken[cell]) {
        taken[cell] = true;
        cells[filled++] = cell;
      }
    }
    return Sdr.of(population, cells);
  }
}
