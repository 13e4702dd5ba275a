// SPDX-License-Identifier: Apache-2.0
package engram.signal.spike.stream;

/// A recording that can be read from its beginning as often as one likes.
public interface SpikeSource {
  /// What messages call it.
  String name();

  /// Hands over all spikes, in the order in which they are kept.
  void read(SpikeSink sink);
}
