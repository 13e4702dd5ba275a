// SPDX-License-Identifier: Apache-2.0
package engram.bench.htm;

import java.io.IOException;

/// A spatial pooler and a temporal memory, both learning, that take the same codes one after
/// another.
interface HtmEngine {
  /// What it is called, with its version.
  String name();

  /// Takes the next codes.
  Turn turn(int records) throws IOException;

  /// What it holds.
  Size size() throws IOException;

  /// What a turn took.
  ///
  /// @param poolerSeconds of processor time
  /// @param memorySeconds of processor time
  /// @param surprise mean share of active columns that were not predicted
  record Turn(double poolerSeconds, double memorySeconds, double surprise) {
    double seconds() {
      return poolerSeconds + memorySeconds;
    }
  }

  /// What an engine holds.
  ///
  /// @param synapses of the memory
  /// @param bytes of pooler and memory together
  record Size(long synapses, long bytes) {}
}
