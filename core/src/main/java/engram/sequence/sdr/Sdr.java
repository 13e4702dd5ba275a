// SPDX-License-Identifier: Apache-2.0
package engram.sequence.sdr;

import engram.kernel.Bits;
import engram.random.RandomStream;
import engram.source.FromPaper;
import java.util.Arrays;

/// A sparse distributed representation: which cells of a population of n binary cells are active.
/// Immutable. Kept twice: as sorted cell indices (what a learning rule walks) and as bits, cell i
/// being bit `i % 64` of word `i / 64` (what a segment looks up).
///
/// | symbol | meaning |
/// | --- | --- |
/// | n | [#population], number of cells |
/// | a | [#size], number of active cells |
/// | a / n | [#sparsity] |
///
/// References: see the package, [1] and [2].
@FromPaper(value = "sdr", at = "spec 1")
public final class Sdr {
  private final int population;
  private final int[] cells;
  private final long[] bits;

  private Sdr(int population, int[] cells, long[] bits) {
    this.population = population;
    this.cells = cells;
    this.bits = bits;
  }

  /// The representation with these active cells, in any order.
  ///
  /// @param population n, 1 or more
  /// @param cells distinct indices in [0, n)
  public static Sdr of(int population, int... cells) {
    requirePopulation(population);
    return ofAscending(population, sortedDistinct(population, cells));
  }

  /// A uniformly random representation with exactly `size` active cells, each of the C(n, a) as
  /// likely as another.
  ///
  /// @param population n, 1 or more
  /// @param size a, in [0, n]
  /// @param random where the draws come from
  public static Sdr random(int population, int size, RandomStream random) {
    requirePopulation(population);
    SdrMath.requireWithin("size", size, "population", population);
    return ofAscending(population, random.sample(population, size));
  }

  private static Sdr ofAscending(int population, int[] cells) {
    long[] bits = new long[words(population)];
    for (int cell : cells) {
      bits[cell >> 6] |= 1L << cell;
    }
    return new Sdr(population, cells, bits);
  }

  private static Sdr ofBits(int population, int size, long[] bits) {
    int[] cells = new int[size];
    int k = 0;
    for (int word = 0; word < bits.length; word++) {
      for (long rest = bits[word]; rest != 0; rest &= rest - 1) {
        cells[k++] = (word << 6) + Long.numberOfTrailingZeros(rest);
      }
    }
    return new Sdr(population, cells, bits);
  }

  /// The number of cells, n.
  public int population() {
    return population;
  }

  /// The number of active cells, a.
  public int size() {
    return cells.length;
  }

  /// The share of active cells, a / n.
  public double sparsity() {
    return (double) cells.length / population;
  }

  /// The active cells, ascending, as a copy.
  public int[] cells() {
    return cells.clone();
  }

  /// The i-th active cell, ascending from 0.
  public int cell(int i) {
    return cells[i];
  }

  /// Whether a cell is active.
  public boolean contains(int cell) {
    return cell >= 0 && cell < population && has(cell);
  }

  /// [#contains] without the check, for cells that are known to lie in the population.
  boolean has(int cell) {
    return (bits[cell >> 6] >>> cell & 1L) != 0;
  }

  /// The bits, as a copy.
  public long[] bits() {
    return bits.clone();
  }

  /// How many cells are active in both.
  public int overlap(Sdr other) {
    other.requireSamePopulation(population);
    return (int) Bits.countAnd(bits, other.bits);
  }

  /// What is active in either.
  public Sdr union(Sdr other) {
    other.requireSamePopulation(population);
    long[] both = bits.clone();
    int size = 0;
    for (int word = 0; word < both.length; word++) {
      both[word] |= other.bits[word];
      size += Long.bitCount(both[word]);
    }
    return ofBits(population, size, both);
  }

  /// A uniformly random part of `count` of the active cells: what a segment that learns a pattern
  /// connects to.
  ///
  /// @param count s, in [0, a]
  public Sdr subsample(int count, RandomStream random) {
    SdrMath.requireWithin("count", count, "size", cells.length);
    int[] chosen = random.sample(cells.length, count);
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = cells[chosen[i]];
    }
    return ofAscending(population, chosen);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sdr that
        && population == that.population
        && Arrays.equals(cells, that.cells);
  }

  @Override
  public int hashCode() {
    return 31 * population + Arrays.hashCode(cells);
  }

  @Override
  public String toString() {
    return cells.length + " of " + population + " " + Arrays.toString(cells);
  }

  void requireSamePopulation(int expected) {
    if (population != expected) {
      throw new IllegalArgumentException(
          "population of the input must be " + expected + ", was " + population);
    }
  }

  static int[] sortedDistinct(int population, int[] cells) {
    int[] sorted = cells.clone();
    Arrays.sort(sorted);
    for (int i = 0; i < sorted.length; i++) {
      if (sorted[i] < 0 || sorted[i] >= population) {
        throw new IllegalArgumentException(
            "cells must be in [0, " + population + "), was " + sorted[i]);
      }
      if (i > 0 && sorted[i] == sorted[i - 1]) {
        throw new IllegalArgumentException("cells must be distinct, was " + sorted[i] + " twice");
      }
    }
    return sorted;
  }

  private static void requirePopulation(int population) {
    if (population < 1) {
      throw new IllegalArgumentException("population must be 1 or more, was " + population);
    }
  }

  private static int words(int population) {
    return (population + 63) >> 6;
  }
}
