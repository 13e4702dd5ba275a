// SPDX-License-Identifier: Apache-2.0
package engram.credit.curl;

/// A deterministic map of a state onto the next, that can be read, set and forked.
public interface Dynamics {
  /// The numbers of a state.
  int size();

  /// Takes a step.
  void step();

  /// Writes the state.
  void read(double[] into);

  /// Sets the state.
  void write(double[] from);

  /// The same at the same state, to go on by itself.
  Dynamics fork();
}
