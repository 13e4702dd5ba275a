// SPDX-License-Identifier: Apache-2.0
package engram.sequence.encode;

import engram.sequence.sdr.Sdr;
import java.util.Arrays;

/// Which bits of a population are active, ascending, in a buffer that a stream uses again and
/// again. Its immutable brother is [Sdr]. Not for several threads at once.
public final class ActiveBits {
  private static final int FEW = 64;

  private final int population;
  private int[] bits = new int[FEW];
  private int size;

  /// A buffer without active bits.
  ///
  /// @param population n, 1 or more
  public ActiveBits(int population) {
    if (population < 1) {
      throw new IllegalArgumentException("population must be 1 or more, was " + population);
    }
    this.population = population;
  }

  /// A buffer that holds what is active in `sdr`.
  public static ActiveBits of(Sdr sdr) {
    ActiveBits bits = new ActiveBits(sdr.population());
    bits.addAll(sdr);
    return bits;
  }

  /// The number of bits, active or not.
  public int population() {
    return population;
  }

  /// The number of active bits.
  public int size() {
    return size;
  }

  /// The i-th active bit, from 0.
  public int get(int i) {
    if (i >= size) {
      throw new IndexOutOfBoundsException("i must be below " + size + ", was " + i);
    }
    return bits[i];
  }

  /// Makes all bits inactive.
  public void clear() {
    size = 0;
  }

  /// Makes one more bit active.
  ///
  /// @param bit above all that are active, below the population
  public void add(int bit) {
    if (bit >= population || bit < 0 || (size > 0 && bit <= bits[size - 1])) {
      int least = size > 0 ? bits[size - 1] + 1 : 0;
      throw new IllegalArgumentException(
          "bits must ascend, be distinct and lie in ["
              + least
              + ", "
              + population
              + "), was "
              + bit);
    }
    if (size == bits.length) {
      bits = Arrays.copyOf(bits, 2 * size);
    }
    bits[size++] = bit;
  }

  /// Makes the bits from `from` to `to - 1` active, all above those that are.
  public void addRange(int from, int to) {
    for (int bit = from; bit < to; bit++) {
      add(bit);
    }
  }

  /// Makes what is active in `sdr` active, all above those that are.
  ///
  /// @throws IllegalArgumentException if it has another population
  public void addAll(Sdr sdr) {
    if (sdr.population() != population) {
      throw new IllegalArgumentException(
          "population of the input must be " + population + ", was " + sdr.population());
    }
    for (int i = 0; i < sdr.size(); i++) {
      add(sdr.cell(i));
    }
  }

  /// The active bits as a value.
  public Sdr toSdr() {
    return Sdr.of(population, Arrays.copyOf(bits, size));
  }

  @Override
  public String toString() {
    return size + " of " + population + " " + Arrays.toString(Arrays.copyOf(bits, size));
  }
}
