// SPDX-License-Identifier: Apache-2.0
package engram.signal.spike.stream;

/// Takes the spikes of numbered neurons in order of time, none twice.
@FunctionalInterface
public interface NeuronSink {
  /// Takes a spike.
  ///
  /// @param timeMs when, from the beginning of the window
  /// @param neuron whose, its number in the [NeuronIndex]
  void spike(double timeMs, int neuron);
}
