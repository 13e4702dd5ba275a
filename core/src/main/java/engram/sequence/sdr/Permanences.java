// SPDX-License-Identifier: Apache-2.0
package engram.sequence.sdr;

/// How synapses come, grow and go. A permanence is how firmly a synapse stands; a synapse whose
/// permanence falls below `connected` is lost.
///
/// @param initial of a new synapse, in [connected, 1]
/// @param connected below it a synapse is lost, in [0, 1]
/// @param increment of an active synapse on a segment that was right, 0 or more
/// @param decrement of an inactive synapse there, and of an active one on a segment that was wrong
public record Permanences(double initial, double connected, double increment, double decrement) {
  /// The authors' values.
  public static final Permanences PUBLISHED = new Permanences(0.5, 0.15, 0.02, 0.0125);

  /// Checks the ranges.
  public Permanences {
    if (!(connected >= 0 && connected <= 1)) {
      throw new IllegalArgumentException("connected must be in [0, 1], was " + connected);
    }
    if (!(initial >= connected && initial <= 1)) {
      throw new IllegalArgumentException("initial must be in [connected, 1], was " + initial);
    }
    if (!(increment >= 0)) {
      throw new IllegalArgumentException("increment must be 0 or more, was " + increment);
    }
    if (!(decrement >= 0)) {
      throw new IllegalArgumentException("decrement must be 0 or more, was " + decrement);
    }
  }
}
