// SPDX-License-Identifier: Apache-2.0
package engram.paper.htm.symbol;

import engram.random.RandomStream;
import engram.random.Seeds;
import java.util.Arrays;

/// A stream of symbols: sequences drawn one after another, each followed by one symbol of noise out
/// of 5,000. Nothing marks where a sequence begins.
///
/// @param symbols the elements; noise is numbered from 10
/// @param ends which of them end a sequence: what is to be forecast
@SuppressWarnings("ArrayRecordComponent") // drawn once, read only
record Stream(int[] symbols, boolean[] ends) {
  /// How many symbols of noise there are.
  static final int NOISE = 5000;

  /// How many symbols there are in all.
  static final int ALL = Endings.SYMBOLS + NOISE;

  /// In which order the symbols of a sequence come.
  enum Order {
    /// As they are.
    KEPT,
    /// Another each time: nothing is there to be learned.
    SHUFFLED
  }

  /// A stream whose sequences are of one set, and of another from an element on.
  ///
  /// @param change the first element at which a sequence of the other set may begin
  static Stream of(
      Endings first, Endings then, int change, int elements, Order order, Seeds seeds) {
    RandomStream random = seeds.stream("sequences");
    RandomStream shuffle = seeds.stream("order");
    int[] symbols = new int[elements];
    boolean[] ends = new boolean[elements];
    int at = 0;
    while (at < elements) {
      int[] sequence = (at < change ? first : then).draw(random);
      if (order == Order.SHUFFLED) {
        shuffle.shuffle(sequence);
      }
      int length = Math.min(sequence.length, elements - at);
      System.arraycopy(sequence, 0, symbols, at, length);
      at += length;
      if (length == sequence.length) {
        ends[at - 1] = true;
      }
      if (at < elements) {
        symbols[at++] = Endings.SYMBOLS + random.nextInt(NOISE);
      }
    }
    return new Stream(symbols, ends);
  }

  /// A stream of one set.
  static Stream of(Endings of, int elements, Order order, Seeds seeds) {
    return of(of, of, elements, elements, order, seeds);
  }

  /// How many elements it has.
  int length() {
    return symbols.length;
  }

  /// How often forecasts of endings were right, from the elements of a span: NaN where none ends
  /// there.
  ///
  /// @param right for each element, whether it was forecast
  double share(boolean[] right, int from, int to) {
    int all = 0;
    int hits = 0;
    for (int t = from; t < to; t++) {
      if (ends[t]) {
        all++;
        hits += right[t] ? 1 : 0;
      }
    }
    return (double) hits / all;
  }

  /// The same of the last sequences before an element, up to 100 of them.
  double shareOfLast(boolean[] right, int to) {
    int from = to;
    for (int seen = 0; from > 0 && seen < 100; ) {
      from--;
      seen += ends[from] ? 1 : 0;
    }
    return share(right, from, to);
  }

  /// The least share of the last 100 sequences, at any ending of a span.
  double worst(boolean[] right, int from, int to) {
    double least = 1;
    for (int t = from; t < to; t++) {
      if (ends[t]) {
        least = Math.min(least, shareOfLast(right, t + 1));
      }
    }
    return least;
  }

  /// Sees the elements of a span and notes which were forecast.
  void show(Forecaster to, int from, int end, boolean[] right) {
    for (int t = from; t < end; t++) {
      right[t] = ends[t] && to.expects(symbols[t]);
      to.see(symbols[t]);
    }
  }

  /// Sees all and gives which were forecast.
  boolean[] show(Forecaster to) {
    boolean[] right = new boolean[length()];
    show(to, 0, length(), right);
    return right;
  }

  @Override
  public String toString() {
    return "Stream" + Arrays.toString(Arrays.copyOf(symbols, Math.min(20, length())));
  }
}
