// SPDX-License-Identifier: Apache-2.0
package engram.credit.rate;

import engram.source.FromPaper;

/// When a regulator is offered a sample, and how far back it remembers.
///
/// Samples of an epoch count from 0; sample i is offered where `i > memory` and `i` is a multiple
/// of the interval. The memory is the `memory` samples before it, which never reach into the epoch
/// before.
///
/// @param interval samples from one offer to the next, at least 1
/// @param memory samples remembered, at least 1
/// @param anyInterval whether an interval is allowed that neither divides the batch nor is a
///   multiple of it, so that offers fall on changing places of a batch
@FromPaper(value = "homeostatic", at = "lrh.py")
public record DecisionTimes(int interval, int memory, boolean anyInterval) {
  /// Checks both counts.
  public DecisionTimes {
    if (interval < 1) {
      throw new IllegalArgumentException("interval must be at least 1, was " + interval);
    }
    if (memory < 1) {
      throw new IllegalArgumentException("memory must be at least 1, was " + memory);
    }
  }

  /// The paper's: every 10 samples, the 20 before.
  public static DecisionTimes ofPaper() {
    return new DecisionTimes(10, 20, false);
  }

  /// Whether the sample of an epoch, from 0, is offered.
  public boolean isDue(int sample) {
    return sample > memory && sample % interval == 0;
  }

  /// Refuses batches and epochs that these times do not fit.
  ///
  /// @param batch samples an update
  /// @param samples samples an epoch
  public void requireFits(int batch, int samples) {
    if (!anyInterval && interval % batch != 0 && batch % interval != 0) {
      throw new IllegalArgumentException(
          "interval must divide the batch of "
              + batch
              + " or be a multiple of it, unless any is allowed, was "
              + interval);
    }
    if (memory > samples) {
      throw new IllegalArgumentException(
          "memory must be at most the " + samples + " samples of an epoch, was " + memory);
    }
  }
}
