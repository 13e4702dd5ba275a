// SPDX-License-Identifier: Apache-2.0
package engram.bench.net;

import engram.kernel.FloatRows;
import engram.kernel.Floats;
import engram.kernel.Transpose;
import engram.kernel.Workers;
import java.util.Arrays;

/// A layer `y = x W + b` over m rows, with the gradients of W and b. W has a row an input.
final class Dense {
  final Parameter weights;
  final Parameter biases;
  private final int inputs;
  private final int outputs;
  private final Workers workers;

  Dense(String name, int inputs, int outputs, Workers workers) {
    this.inputs = inputs;
    this.outputs = outputs;
    this.workers = workers;
    float[] w = Draws.gaussians(name, inputs * outputs, Math.sqrt(1.0 / inputs));
    weights = new Parameter(w);
    biases = new Parameter(new float[outputs]);
  }

  void forward(int m, float[] x, float[] y) {
    for (int i = 0; i < m; i++) {
      System.arraycopy(biases.value, 0, y, i * outputs, outputs);
    }
    Floats.gemm(
        Transpose.NO,
        Transpose.NO,
        m,
        outputs,
        inputs,
        1,
        x,
        0,
        inputs,
        weights.value,
        0,
        outputs,
        1,
        y,
        0,
        outputs,
        workers);
  }

  /// Sets the gradients of the parameters.
  void gradients(int m, float[] x, float[] dy) {
    Floats.gemm(
        Transpose.YES,
        Transpose.NO,
        inputs,
        outputs,
        m,
        1,
        x,
        0,
        inputs,
        dy,
        0,
        outputs,
        0,
        weights.gradient,
        0,
        outputs,
        workers);
    Arrays.fill(biases.gradient, 0);
    FloatRows.addColumnSums(m, outputs, dy, 0, biases.gradient, 0);
  }

  /// Sets dx.
  void backward(int m, float[] dy, float[] dx) {
    Floats.gemm(
        Transpose.NO,
        Transpose.YES,
        m,
        inputs,
        outputs,
        1,
        dy,
        0,
        outputs,
        weights.value,
        0,
        outputs,
        0,
        dx,
        0,
        inputs,
        workers);
  }
}
