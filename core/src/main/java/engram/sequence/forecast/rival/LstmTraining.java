// SPDX-License-Identifier: Apache-2.0
package engram.sequence.forecast.rival;

import engram.source.FromPaper;

/// When and how an LSTM is trained: made anew every so many rows and fitted to the last ones by
/// backpropagation through time, truncated at [#STEPS] rows, in [#STREAMS] streams that run beside
/// each other and carry their states from one piece to the next.
///
/// | parameter | the paper's on taxi demand | on symbols |
/// | --- | --- | --- |
/// | window | 1,000, 3,000 or 6,000 | 1,000, 3,000 or 9,000 |
/// | trained every | Monday, 336 rows | 1,000 symbols |
/// | steps | 100 of Rprop-, each over the whole window | 200 of the same |
///
/// Rprop- takes one step an epoch, whatever the window; so it is steps that are counted here, and a
/// short window is gone through more often than a long one.
///
/// @param windowRows how many pairs of input and target are learned from, the last ones, at least
///   one piece
/// @param everyRows how many rows lie between two trainings, from 1
/// @param firstRow after how many rows it is trained for the first time; more than one piece
/// @param updates how many steps Adam takes at least, from 1; the window is gone through a whole
///   number of times
/// @param rate of Adam at the beginning, above 0; it falls to 0 along half a cosine
@FromPaper(value = "htm", at = "spec baselines, LSTM")
public record LstmTraining(int windowRows, int everyRows, int firstRow, int updates, double rate) {
  /// How many streams a window is cut into.
  static final int STREAMS = 8;

  /// How many steps gradients go back.
  static final int STEPS = 25;

  /// The least window: one piece of each stream.
  static final int PIECE = STREAMS * STEPS;

  /// Checks the ranges.
  public LstmTraining {
    if (windowRows < PIECE) {
      throw new IllegalArgumentException(
          "windowRows must be at least " + PIECE + ", was " + windowRows);
    }
    if (everyRows < 1 || updates < 1) {
      throw new IllegalArgumentException(
          "everyRows and updates must be at least 1, were " + everyRows + " and " + updates);
    }
    if (firstRow <= PIECE) {
      throw new IllegalArgumentException("firstRow must be above " + PIECE + ", was " + firstRow);
    }
    if (!(rate > 0 && rate < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("rate must be above 0 and finite, was " + rate);
    }
  }

  /// Whether it is trained when so many rows were seen.
  boolean isDue(long rows) {
    return rows >= firstRow && (rows - firstRow) % everyRows == 0;
  }

  /// How many of the pairs that are there are learned from: a whole number of pieces.
  int pairs(int there) {
    return Math.min(there, windowRows) / PIECE * PIECE;
  }

  /// How often a window of so many pairs is gone through: a step is taken on each piece.
  int epochs(int pairs) {
    return Math.ceilDiv(updates, pairs / PIECE);
  }
}
