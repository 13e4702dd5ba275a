// SPDX-License-Identifier: Apache-2.0
package engram.spiking.internal.part;

/// Looks on at the end of each step of a part. It belongs to that part, so it needs no locks.
public interface Watcher {
  /// A step is over: its spikes are those of the emission at that offset.
  void see(Part part, long step, Emission emission, int offset);
}
