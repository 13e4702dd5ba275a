// SPDX-License-Identifier: Apache-2.0
package engram.flow.fourier;

import engram.kernel.Doubles;

/// A wave on the integers modulo p: `amplitude cos(2 pi frequency j / p + phase)`.
///
/// @param frequency from 1 to (p-1)/2
/// @param amplitude 0 or more
/// @param phase in rad, in [-pi, pi]
public record Wave(int frequency, double amplitude, double phase) {
  /// Checks each.
  public Wave {
    if (frequency < 1) {
      throw new IllegalArgumentException("frequency must be at least 1, was " + frequency);
    }
    if (!(amplitude >= 0 && amplitude < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("amplitude must be 0 or more, was " + amplitude);
    }
    if (!Double.isFinite(phase)) {
      throw new IllegalArgumentException("phase must be finite, was " + phase);
    }
  }

  /// The complex number `amplitude e^(i phase)`, real part.
  public double real() {
    return amplitude * Doubles.cos(phase);
  }

  /// The complex number `amplitude e^(i phase)`, imaginary part.
  public double imaginary() {
    return amplitude * Doubles.sin(phase);
  }

  /// An angle brought to [-pi, pi).
  public static double wrapped(double angle) {
    return angle - 2 * Math.PI * Math.floor((angle + Math.PI) / (2 * Math.PI));
  }
}
