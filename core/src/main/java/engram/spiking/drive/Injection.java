// SPDX-License-Identifier: Apache-2.0
package engram.spiking.drive;

/// Adds what a drive gives in a step to the input of the neurons of a site.
public interface Injection {
  /// Adds to `in[at]` and on, one element a neuron of the site.
  ///
  /// @param step the number of the step
  void add(float[] in, int at, long step);
}
