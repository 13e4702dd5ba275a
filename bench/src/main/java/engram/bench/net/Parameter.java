// SPDX-License-Identifier: Apache-2.0
package engram.bench.net;

import engram.kernel.Floats;

/// Numbers that are learned, with their gradient and the two moments of AdamW.
final class Parameter {
  final float[] value;
  final float[] gradient;
  private float[] mean = {};
  private float[] square = {};

  Parameter(float[] value) {
    this.value = value;
    this.gradient = new float[value.length];
  }

  void descend(float rate) {
    Floats.axpy(-rate, gradient, 0, value, 0, value.length);
  }

  /// A step of AdamW with decoupled decay.
  ///
  /// @param step 1 for the first
  void adamW(int step, float rate, float beta1, float beta2, float decay) {
    if (mean.length == 0) {
      mean = new float[value.length];
      square = new float[value.length];
    }
    float scale = rate / (1 - power(beta1, step));
    float root = (float) (1 / Math.sqrt(1 - power(beta2, step)));
    adamW(value, gradient, mean, square, beta1, beta2, 1 - rate * decay, scale, root);
  }

  private static void adamW(
      float[] value,
      float[] gradient,
      float[] mean,
      float[] square,
      float beta1,
      float beta2,
      float kept,
      float scale,
      float root) {
    for (int i = 0; i < value.length; i++) {
      float g = gradient[i];
      float m = Math.fma(beta1, mean[i] - g, g);
      float s = Math.fma(beta2, square[i] - g * g, g * g);
      mean[i] = m;
      square[i] = s;
      value[i] = kept * value[i] - scale * m / ((float) Math.sqrt(s) * root + 1e-8f);
    }
  }

  private static float power(float base, int exponent) {
    double power = 1;
    for (int i = 0; i < exponent && power > 1e-12; i++) {
      power *= base;
    }
    return (float) power;
  }
}
