// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.readout;

/// Adam for one array [1], with its usual decays .9 and .999 and epsilon 1e-8.
///
/// References: [1] in the package.
final class Adam {
  private static final float DECAY = 0.9f;
  private static final float SQUARE_DECAY = 0.999f;
  private static final float EPSILON = 1e-8f;

  private final float[] mean;
  private final float[] square;
  private double power = 1;
  private double squarePower = 1;

  Adam(int size) {
    this.mean = new float[size];
    this.square = new float[size];
  }

  /// Takes a step against a gradient.
  void step(float[] weights, float[] gradient, double rate) {
    power *= DECAY;
    squarePower *= SQUARE_DECAY;
    float scale = (float) (rate / (1 - power));
    float correction = (float) (1 / (1 - squarePower));
    for (int k = 0; k < weights.length; k++) {
      mean[k] = DECAY * mean[k] + (1 - DECAY) * gradient[k];
      square[k] = SQUARE_DECAY * square[k] + (1 - SQUARE_DECAY) * gradient[k] * gradient[k];
      weights[k] -= scale * mean[k] / ((float) Math.sqrt(square[k] * correction) + EPSILON);
    }
  }
}
