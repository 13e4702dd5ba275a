// SPDX-License-Identifier: Apache-2.0
package engram.spiking.internal;

import engram.random.Seeds;
import engram.spiking.connect.Connectivity;
import engram.spiking.connect.Distribution;

/// All that decides the synapses of a projection.
///
/// @param rule who is connected
/// @param sources size of the source population
/// @param targets size of the target population
/// @param same whether both are one population
/// @param weight of a synapse
/// @param delayMs of a synapse
/// @param dtMs length of a step
/// @param seeds of the projection
public record Wiring(
    Connectivity rule,
    int sources,
    int targets,
    boolean same,
    Distribution weight,
    Distribution delayMs,
    double dtMs,
    Seeds seeds) {

  /// A delay in steps: the nearest number of steps, at least one.
  int delaySteps(double ms) {
    return (int) Math.max(1, Math.min(Character.MAX_VALUE, Math.round(ms / dtMs)));
  }

  /// About how many bytes the synapses take once they are built.
  public double expectedBytes() {
    double each = 2 + (weight.isConstant() ? 0 : 4);
    return each * rule.expectedCount(sources, targets, same) + 4.0 * sources;
  }
}
