// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.convolution;

import engram.kernel.Floats;
import engram.source.FromPaper;

/// What units pass on: how far each is above the mean of its place, `max(0, u - mean u)^q`, the
/// mean over channels [1], [2].
///
/// References: [1], [2] in the package.
///
/// @param power q, finite and above 0
@FromPaper(value = "hebbian-rules", at = "spec 11")
public record Triangle(double power) {
  /// Checks the power.
  public Triangle {
    if (!(power > 0 && power < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("power must be finite and above 0, was " + power);
    }
  }

  /// Replaces scores by what is passed on.
  ///
  /// @param u places x channels
  /// @param channels at least 1
  public void apply(float[] u, int channels) {
    if (channels < 1 || u.length % channels != 0) {
      throw new IllegalArgumentException(
          "u must be places of %d channels, at least 1, was %d values"
              .formatted(channels, u.length));
    }
    for (int at = 0; at < u.length; at += channels) {
      float mean = Floats.sum(u, at, channels) / channels;
      for (int k = at; k < at + channels; k++) {
        u[k] = Math.max(u[k] - mean, 0);
      }
    }
    if (power != 1) {
      raise(u);
    }
  }

  private void raise(float[] x) {
    float[] logarithms = new float[x.length];
    Floats.log(x, 0, logarithms, 0, x.length);
    for (int k = 0; k < x.length; k++) {
      logarithms[k] *= (float) power;
    }
    Floats.exp(logarithms, 0, x, 0, x.length);
  }
}
