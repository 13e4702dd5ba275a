// SPDX-License-Identifier: Apache-2.0
package engram.spiking;

import engram.spiking.connect.Distribution;
import engram.spiking.learn.Learning;

/// What a spike does to one target.
///
/// @param receptor of the target's model
/// @param weight in the receptor's unit
/// @param delayMs from the spike to its arrival; at least one step, rounded to whole steps
/// @param learning whether and how the weight changes
public record Synapse(
    String receptor, Distribution weight, Distribution delayMs, Learning learning) {
  /// Weights that stay.
  public Synapse(String receptor, Distribution weight, Distribution delayMs) {
    this(receptor, weight, delayMs, Learning.none());
  }

  /// All of one weight, which stays, and of one delay.
  public static Synapse of(String receptor, double weight, double delayMs) {
    requireFinite("weight", weight);
    requireFinite("delayMs", delayMs);
    return new Synapse(receptor, Distribution.constant(weight), Distribution.constant(delayMs));
  }

  private static void requireFinite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " must be finite, was " + value);
    }
  }

  /// The same with weights that learn.
  public Synapse learning(Learning how) {
    return new Synapse(receptor, weight, delayMs, how);
  }
}
