// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.batch;

import engram.random.RandomStream;

/// Weights before any learning, units x inputs.
public final class FirstWeights {
  private FirstWeights() {}

  /// Normal weights of mean 0.
  ///
  /// @param deviation their standard deviation, finite and above 0
  public static float[] normal(int units, int inputs, double deviation, RandomStream stream) {
    requireShape(units, inputs);
    requireSize("deviation", deviation);
    float[] weights = new float[Math.multiplyExact(units, inputs)];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (deviation * stream.nextGaussian());
    }
    return weights;
  }

  /// Uniform weights in [0, 1), each row brought to a length.
  ///
  /// @param length Euclidean length of a row, finite and above 0
  public static float[] positive(int units, int inputs, double length, RandomStream stream) {
    requireShape(units, inputs);
    requireSize("length", length);
    float[] weights = new float[Math.multiplyExact(units, inputs)];
    for (int i = 0; i < units; i++) {
      double square = 0;
      for (int j = i * inputs; j < (i + 1) * inputs; j++) {
        weights[j] = stream.nextFloat();
        square += (double) weights[j] * weights[j];
      }
      for (int j = i * inputs; j < (i + 1) * inputs; j++) {
        weights[j] = (float) (weights[j] * (length / Math.sqrt(square)));
      }
    }
    return weights;
  }

  /// Some of the samples, drawn without putting back: no unit begins where no sample is.
  ///
  /// @param x samples x inputs, at least as many as units
  public static float[] samples(int units, int inputs, float[] x, RandomStream stream) {
    requireShape(units, inputs);
    if (x.length % inputs != 0 || x.length / inputs < units) {
      throw new IllegalArgumentException(
          "x must be at least %d samples of %d inputs, was %d values"
              .formatted(units, inputs, x.length));
    }
    int[] chosen = stream.sample(x.length / inputs, units);
    stream.shuffle(chosen);
    float[] weights = new float[Math.multiplyExact(units, inputs)];
    for (int i = 0; i < units; i++) {
      System.arraycopy(x, chosen[i] * inputs, weights, i * inputs, inputs);
    }
    return weights;
  }

  private static void requireShape(int units, int inputs) {
    if (units < 1 || inputs < 1) {
      throw new IllegalArgumentException(
          "units and inputs must be at least 1, was " + units + " x " + inputs);
    }
  }

  private static void requireSize(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be finite and above 0, was " + value);
    }
  }
}
