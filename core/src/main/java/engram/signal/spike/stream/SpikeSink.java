// SPDX-License-Identifier: Apache-2.0
package engram.signal.spike.stream;

/// Takes spikes as they come.
@FunctionalInterface
public interface SpikeSink {
  /// Takes a spike.
  ///
  /// @param timeMs when, finite and 0 or more
  /// @param id whose, 0 or more
  void spike(double timeMs, long id);
}
