// SPDX-License-Identifier: Apache-2.0
package engram.sequence.encode;

import engram.random.RandomStream;
import engram.random.Seeds;
import engram.source.FromPaper;
import java.util.Arrays;

/// Encodes a cell of a grid without ends, so that near cells share bits: of the cells within the
/// radius, a box of (2 r + 1)^D, the w with the highest ranks are taken; rank and bit of a cell are
/// random, but always the same. Boxes that overlap share winners; boxes that do not share a bit by
/// chance alone.
///
/// Each of the D numbers of a cell lies within 2^(60/D - 1) of 0. Where two of the w cells have the
/// same bit, the code has one bit less.
///
/// References: see the package, [2].
@FromPaper(value = "htm", at = "spec encoders")
public final class CoordinateEncoder implements Encoder<Coordinate> {
  private static final int ADDRESS_BITS = 60;
  private static final int WORDS_A_CELL = 4;
  private static final int MOST_NEIGHBOURS = 1 << 20;

  private final int dimensions;
  private final int active;
  private final int width;
  private final Seeds seeds;
  private final int bitsEach;

  /// @param dimensions D, in [1, 4]
  /// @param active w, 1 or more
  /// @param width n, above 6 w
  /// @param seeds where ranks and bits come from
  public CoordinateEncoder(int dimensions, int active, int width, Seeds seeds) {
    if (dimensions < 1 || dimensions > 4) {
      throw new IllegalArgumentException("dimensions must be in [1, 4], was " + dimensions);
    }
    if (active < 1) {
      throw new IllegalArgumentException("active must be 1 or more, was " + active);
    }
    if (width <= 6L * active) {
      throw new IllegalArgumentException(
          "width must be above 6 active, " + 6L * active + ", was " + width);
    }
    this.dimensions = dimensions;
    this.active = active;
    this.width = width;
    this.seeds = seeds;
    this.bitsEach = ADDRESS_BITS / dimensions;
  }

  @Override
  public int width() {
    return width;
  }

  /// @throws IllegalArgumentException if the radius holds fewer than w cells or more than 2^20, or
  ///   one of them lies too far out
  @Override
  public void encode(Coordinate coordinate, int at, ActiveBits into) {
    long[] addresses = neighbours(coordinate);
    long[] ranks = new long[addresses.length];
    int[] bits = new int[addresses.length];
    RandomStream random = seeds.stream("cells");
    for (int i = 0; i < ranks.length; i++) {
      random.seek(WORDS_A_CELL * addresses[i]);
      ranks[i] = random.nextLong();
      bits[i] = random.nextInt(width);
    }
    long[] sorted = ranks.clone();
    Arrays.sort(sorted);
    long least = sorted[sorted.length - active];
    int[] winners = new int[active];
    int count = 0;
    for (int i = 0; i < ranks.length && count < active; i++) {
      if (ranks[i] >= least) {
        winners[count++] = bits[i];
      }
    }
    Arrays.stream(winners).sorted().distinct().forEach(bit -> into.add(at + bit));
  }

  /// The addresses of all cells within the radius, the last dimension running fastest.
  private long[] neighbours(Coordinate coordinate) {
    if (coordinate.cell().size() != dimensions) {
      throw new IllegalArgumentException(
          "dimensions must be " + dimensions + ", was " + coordinate.cell().size());
    }
    int radius = coordinate.radius();
    long count = 1;
    for (int dimension = 0; dimension < dimensions && count <= MOST_NEIGHBOURS; dimension++) {
      count *= 2L * radius + 1;
    }
    if (count < active || count > MOST_NEIGHBOURS) {
      throw new IllegalArgumentException(
          "cells within the radius must be "
              + active
              + " to "
              + MOST_NEIGHBOURS
              + ", was "
              + count);
    }
    long[] addresses = {0};
    for (int number : coordinate.cell()) {
      addresses = grown(addresses, number, radius);
    }
    return addresses;
  }

  private long[] grown(long[] addresses, int number, int radius) {
    long half = 1L << (bitsEach - 1);
    long first = half + number - radius;
    int side = 2 * radius + 1;
    if (first < 0 || first + side > 2 * half) {
      throw new IllegalArgumentException(
          "cells must lie in ["
              + -half
              + ", "
              + half
              + "), was "
              + number
              + " with radius "
              + radius);
    }
    long[] grown = new long[addresses.length * side];
    for (int i = 0; i < grown.length; i++) {
      grown[i] = (addresses[i / side] << bitsEach) + first + i % side;
    }
    return grown;
  }
}
