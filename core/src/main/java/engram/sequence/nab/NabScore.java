// SPDX-License-Identifier: Apache-2.0
package engram.sequence.nab;

import java.util.List;

/// The score of a detector on a corpus under a profile.
///
/// @param profile what was worth how much
/// @param threshold a row with this score or a higher one is a detection; infinite if silence earns
///   most
/// @param raw what all detections and misses earn together
/// @param normalised raw between that of silence, 0, and that of one detection at the first row of
///   every window, 100; below 0 if false detections cost more than all windows bring
/// @param series the parts of it, in the order of the corpus
public record NabScore(
    NabProfile profile, double threshold, double raw, double normalised, List<OfSeries> series) {
  /// Copies.
  public NabScore {
    series = List.copyOf(series);
  }

  /// The part of a series.
  ///
  /// @param name what it is called
  /// @param raw what its detections and misses earn
  /// @param points of the normalised score that it brings, beyond silence; those of all series make
  ///   the score
  /// @param rows how its rows behind the probation were told apart
  public record OfSeries(String name, double raw, double points, Rows rows) {}

  /// Counts of rows behind the probation.
  ///
  /// @param truePositives detections inside windows
  /// @param trueNegatives silent rows outside
  /// @param falsePositives detections outside
  /// @param falseNegatives silent rows inside
  public record Rows(
      int truePositives, int trueNegatives, int falsePositives, int falseNegatives) {}
}
