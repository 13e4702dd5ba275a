// SPDX-License-Identifier: Apache-2.0
package engram.flow.fourier;

/// A network before training.
///
/// @param neurons M, at least 1
/// @param response of its neurons
/// @param start what its weights are at first
/// @param scale s of the start, above 0
public record NetSettings(int neurons, Response response, Start start, double scale) {
  /// What weights are at first.
  public enum Start {
    /// Independent normal numbers with deviation s / sqrt(p).
    RANDOM,
    /// Each neuron a wave of amplitude s at one frequency in both layers, with random phases;
    /// frequencies are dealt evenly.
    SINGLE_FREQUENCY,
    /// Each neuron a wave of amplitude 2 s / p at every frequency in both layers, with random
    /// phases: as large as those of [#RANDOM], root mean square, and all equal.
    EQUAL_WAVES
  }

  /// Checks the sizes.
  public NetSettings {
    if (neurons < 1) {
      throw new IllegalArgumentException("neurons must be at least 1, was " + neurons);
    }
    if (!(scale > 0 && scale < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("scale must be above 0, was " + scale);
    }
  }

  /// As wide as the authors' networks at a modulus: max(512, ceil(512 p^2 / 529)).
  public static int neuronsFor(int modulus) {
    return Math.max(512, (512 * modulus * modulus + 528) / 529);
  }
}
