// SPDX-License-Identifier: Apache-2.0
package engram.spiking;

import engram.spiking.connect.Distribution;

/// What a spike does to one target.
///
/// @param receptor of the target's model
/// @param weight in the receptor's unit
/// @param delayMs from the spike to its arrival; at least one step, rounded to whole steps
public record Synapse(String receptor, Distribution weight, Distribution delayMs) {
  /// All of one weight and one delay.
  public static Synapse of(String receptor, double weight, double delayMs) {
    return new Synapse(receptor, Distribution.constant(weight), Distribution.constant(delayMs));
  }
}
