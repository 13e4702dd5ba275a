// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.readout;

import engram.kernel.Floats;
import engram.kernel.Transpose;
import java.util.Arrays;

/// `z = x W^T + b` over rows, with its gradients and an Adam each.
final class Affine {
  final int inputs;
  final int units;
  final float[] weights;
  final float[] bias;
  private final float[] weightGradient;
  private final float[] biasGradient;
  private final Adam weightAdam;
  private final Adam biasAdam;

  Affine(int inputs, int units, float[] weights) {
    this.inputs = inputs;
    this.units = units;
    this.weights = weights;
    this.bias = new float[units];
    this.weightGradient = new float[weights.length];
    this.biasGradient = new float[units];
    this.weightAdam = new Adam(weights.length);
    this.biasAdam = new Adam(units);
  }

  /// Writes z, rows x units.
  void forward(float[] x, int xAt, int rows, float[] z) {
    for (int b = 0; b < rows; b++) {
      System.arraycopy(bias, 0, z, b * units, units);
    }
    Floats.gemm(
        Transpose.NO,
        Transpose.YES,
        rows,
        units,
        inputs,
        1,
        x,
        xAt,
        inputs,
        weights,
        0,
        inputs,
        1,
        z,
        0,
        units);
  }

  /// Writes the gradient of the input, rows x inputs.
  void backward(float[] dz, int rows, float[] dx) {
    Floats.gemm(
        Transpose.NO,
        Transpose.NO,
        rows,
        inputs,
        units,
        1,
        dz,
        0,
        units,
        weights,
        0,
        inputs,
        0,
        dx,
        0,
        inputs);
  }

  /// Takes a step of Adam.
  void step(float[] x, float[] dz, int rows, double rate) {
    Floats.gemm(
        Transpose.YES,
        Transpose.NO,
        units,
        inputs,
        rows,
        1,
        dz,
        0,
        units,
        x,
        0,
        inputs,
        0,
        weightGradient,
        0,
        inputs);
    Arrays.fill(biasGradient, 0);
    for (int b = 0; b < rows; b++) {
      Floats.axpy(1, dz, b * units, biasGradient, 0, units);
    }
    weightAdam.step(weights, weightGradient, rate);
    biasAdam.step(bias, biasGradient, rate);
  }
}
