// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.batch;

/// A batch on its way through a layer: matrices row by row, a sample a row.
///
/// @param x samples x inputs
/// @param xAt index of the first input
/// @param u scores, samples x units
/// @param y activity, samples x units
/// @param samples B
/// @param units m
/// @param inputs n
// A view for one step; two are never compared.
@SuppressWarnings("ArrayRecordComponent")
record Activity(float[] x, int xAt, float[] u, float[] y, int samples, int units, int inputs) {
  /// The sum over samples of the product of two matrices' entries, a unit each.
  float[] sums(float[] left, float[] right) {
    float[] sums = new float[units];
    for (int b = 0; b < samples; b++) {
      for (int i = 0; i < units; i++) {
        sums[i] = Math.fma(left[b * units + i], right[b * units + i], sums[i]);
      }
    }
    return sums;
  }

  /// The sum over samples of a matrix, a unit each.
  float[] sums(float[] matrix) {
    float[] sums = new float[units];
    for (int b = 0; b < samples; b++) {
      for (int i = 0; i < units; i++) {
        sums[i] += matrix[b * units + i];
      }
    }
    return sums;
  }

  /// The sum over samples of the inputs.
  float[] inputSums() {
    float[] sums = new float[inputs];
    for (int b = 0; b < samples; b++) {
      for (int j = 0; j < inputs; j++) {
        sums[j] += x[xAt + b * inputs + j];
      }
    }
    return sums;
  }
}
