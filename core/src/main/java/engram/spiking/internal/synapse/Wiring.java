// SPDX-License-Identifier: Apache-2.0
package engram.spiking.internal.synapse;

import engram.random.Seeds;
import engram.spiking.connect.Connectivity;
import engram.spiking.connect.Distribution;
import engram.spiking.learn.Learning;

/// All that decides the synapses of a projection.
///
/// @param rule who is connected
/// @param sources size of the source population
/// @param targets size of the target population
/// @param same whether both are one population
/// @param weight of a synapse
/// @param delayMs of a synapse
/// @param learning whether and how the weight changes
/// @param dtMs length of a step
/// @param seeds of the projection
public record Wiring(
    Connectivity rule,
    int sources,
    int targets,
    boolean same,
    Distribution weight,
    Distribution delayMs,
    Learning learning,
    double dtMs,
    Seeds seeds) {

  /// A delay in steps: the nearest number of steps, at least one.
  int delaySteps(double ms) {
    return (int) Math.max(1, Math.min(Character.MAX_VALUE, Math.round(ms / dtMs)));
  }

  /// About how many bytes the synapses take once they are built.
  public double expectedBytes() {
    double each =
        2 + (weight.isConstant() ? 0 : 4) + (delayMs.isConstant() ? 0 : 2) + learnedBytes(learning);
    return each * rule.expectedCount(sources, targets, same) + 4.0 * sources;
  }

  /// How many bytes a synapse takes more that learns: its own weight, eligibility, an index.
  private static double learnedBytes(Learning learning) {
    return switch (learning) {
      case Learning.None _, Learning.ShortTerm _ -> 0;
      case Learning.Scaled _ -> 4;
      case Learning.RuleAndScaling both -> learnedBytes(both.byRule());
      case Learning.ByRule rule ->
          4
              + (rule instanceof Learning.Rewarded ? 12 : 0)
              + (rule.execution() == Learning.Execution.IMMEDIATE ? 8 : 0);
    };
  }
}
