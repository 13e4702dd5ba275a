// SPDX-License-Identifier: Apache-2.0
package engram.spiking;

import java.util.List;

/// Who fired in a step.
///
/// @param step its number
/// @param neurons by population, numbers in it, ascending
@SuppressWarnings("ArrayRecordComponent") // made for one reader
public record Spikes(long step, List<int[]> neurons) {
  /// How many, in all populations.
  public int count() {
    return neurons.stream().mapToInt(n -> n.length).sum();
  }
}
