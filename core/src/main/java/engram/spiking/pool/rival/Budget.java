// SPDX-License-Identifier: Apache-2.0
package engram.spiking.pool.rival;

/// What a rival may spend, so that it gets what [engram.spiking.pool.PspmTrainer] gets: epochs,
/// each judged by a free run, of which the best is kept.
///
/// @param epochs passes over the recording, 1 or more
/// @param tolerance D, window of the F1 by which weights are kept, in steps, 0 or more
public record Budget(int epochs, int tolerance) {
  /// Checks both.
  public Budget {
    if (epochs < 1) {
      throw new IllegalArgumentException("epochs must be 1 or more, was " + epochs);
    }
    if (tolerance < 0) {
      throw new IllegalArgumentException("tolerance must be 0 or more, was " + tolerance);
    }
  }
}
