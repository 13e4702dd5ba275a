// SPDX-License-Identifier: Apache-2.0
package engram.spiking;

import engram.spiking.connect.Connectivity;

/// Synapses from one population to another.
///
/// @param name unique in a network; random draws are keyed by it
/// @param from name of the sources' population
/// @param to name of the targets' population
/// @param rule who is connected
/// @param synapse what a connection is
public record Projection(String name, String from, String to, Connectivity rule, Synapse synapse) {
  /// Checks.
  public Projection {
    Names.require("name of a projection", name);
  }

  /// A projection that is called `FROM to TO`.
  public static Projection of(String from, String to, Connectivity rule, Synapse synapse) {
    return new Projection(from + " to " + to, from, to, rule, synapse);
  }

  /// The same under another name, where there are several between the same populations.
  public Projection named(String other) {
    return new Projection(other, from, to, rule, synapse);
  }

  /// Whether it comes back to the population that it comes from.
  boolean isRecurrent() {
    return from.equals(to);
  }
}
