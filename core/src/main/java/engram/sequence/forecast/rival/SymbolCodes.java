// SPDX-License-Identifier: Apache-2.0
package engram.sequence.forecast.rival;

import engram.kernel.Doubles;
import engram.kernel.TopK;
import engram.kernel.Transpose;
import engram.random.RandomStream;
import engram.readout.RandomFeatures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Random codes of symbols, uniform in [-1, 1) in each place, and the candidates nearest to a code
/// that is expected.
final class SymbolCodes {
  private final int symbols;
  private final int length;
  private final double[] codes;
  private final double[] squares;

  /// @param symbols how many there are
  /// @param candidates how many of them, the first, may be expected
  /// @param length places of a code
  /// @param random where they are drawn
  SymbolCodes(int symbols, int candidates, int length, RandomStream random) {
    this.symbols = symbols;
    this.length = length;
    codes = RandomFeatures.uniform(random, symbols * length, 1);
    squares = new double[candidates];
    for (int s = 0; s < squares.length; s++) {
      squares[s] = Doubles.dot(codes, s * length, codes, s * length, length);
    }
  }

  /// Refuses a number of symbols that is below 1 or above a highest.
  ///
  /// @param name what is counted, for the message
  static void requireCount(String name, int count, int highest) {
    if (count < 1 || count > highest) {
      throw new IllegalArgumentException(name + " must be in [1, " + highest + "], was " + count);
    }
  }

  /// Refuses what is no symbol.
  void check(int symbol) {
    if (symbol < 0 || symbol >= symbols) {
      throw new IllegalArgumentException("symbol must be in [0, " + symbols + "), was " + symbol);
    }
  }

  /// Whether all of some numbers are symbols.
  boolean areSymbols(int[] values) {
    return Arrays.stream(values).allMatch(s -> s >= 0 && s < symbols);
  }

  /// Writes a symbol's code.
  void copy(int symbol, double[] into, int at) {
    System.arraycopy(codes, symbol * length, into, at, length);
  }

  /// The candidates by the distance of their codes from an expected one, nearest first.
  ///
  /// @param ranked how many
  List<Integer> nearest(double[] expected, int ranked) {
    double[] nearness = squares.clone();
    Doubles.gemv(
        Transpose.NO, squares.length, length, 2, codes, 0, length, expected, 0, -1, nearness, 0);
    List<Integer> nearest = new ArrayList<>();
    for (int symbol : TopK.of(nearness, ranked)) {
      nearest.add(symbol);
    }
    return List.copyOf(nearest);
  }
}
