// SPDX-License-Identifier: Apache-2.0
package engram.spiking.connect;

/// Takes synapses one by one.
public interface SynapseVisitor {
  /// A synapse.
  void visit(int source, int target, float weight, int delaySteps);
}
