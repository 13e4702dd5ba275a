// SPDX-License-Identifier: Apache-2.0
package engram.paper.htm.symbol;

import engram.paper.htm.shared.Arms;
import engram.random.Seeds;
import java.util.List;

/// The forecasters of symbols that stand beside the memory: one takes its cells away, one the order
/// of the symbols, one is another learner. All learn from the same drawn sequences.
///
/// @param kept the stream
/// @param shuffled the same with the symbols of each sequence in another order each time
/// @param cells of the memory, a column
/// @param ranked how many symbols a forecaster names
/// @param seeds of the replicate
record Contest(Stream kept, Stream shuffled, int cells, int ranked, Seeds seeds) {
  /// Takes what an arm forecast of its stream.
  interface Report {
    /// What an arm forecast: for each element of the stream, whether it was right.
    void of(String arm, Stream stream, boolean[] right);
  }

  /// A contest on a stream of one set of endings, and of another from an element on.
  static Contest of(
      Endings first, Endings then, int change, int elements, int cells, int ranked, Seeds seeds) {
    return new Contest(
        Stream.of(first, then, change, elements, Stream.Order.KEPT, seeds),
        Stream.of(first, then, change, elements, Stream.Order.SHUFFLED, seeds),
        cells,
        ranked,
        seeds);
  }

  /// The memory that has seen nothing.
  Forecaster.Memory memory() {
    return memory(cells);
  }

  private Forecaster.Memory memory(int ofCells) {
    return Forecaster.Memory.of(Forecaster.Memory.settings(ofCells), ranked, seeds);
  }

  /// Lets the others read their streams.
  void others(Report report) {
    report.of(Arms.ONE_CELL, kept, kept.show(memory(1)));
    report.of(Arms.ELM, kept, kept.show(Forecaster.Ranked.elm(ranked, seeds)));
    report.of(Arms.SHUFFLED, shuffled, shuffled.show(memory()));
  }

  /// Lets LSTMs read the stream.
  ///
  /// @param windows how many symbols each is trained on
  /// @param updates steps of each training
  void networks(List<Integer> windows, int updates, Report report) {
    for (int window : windows) {
      Forecaster lstm = Forecaster.Ranked.lstm(window, updates, ranked, seeds);
      report.of(lstm(window), kept, kept.show(lstm));
    }
  }

  /// What the pages call an LSTM by.
  static String lstm(int window) {
    return "LSTM over the last " + window;
  }
}
