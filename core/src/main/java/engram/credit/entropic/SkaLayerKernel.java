// SPDX-License-Identifier: Apache-2.0
package engram.credit.entropic;

import engram.error.NumericalException;
import engram.kernel.Doubles;
import engram.kernel.Transpose;

/// One layer of an SKA network over arrays: forward pass, what a step shows, update.
final class SkaLayerKernel {
  private static final double PER_LN2 = 1 / BinaryEntropy.LN2;

  final int inputs;
  final int units;
  final double[] weights;
  final double[] biases;
  double[] z = new double[0];
  double[] d = new double[0];
  double[] lastZ = new double[0];
  double[] lastD = new double[0];
  private double[] gradient = new double[0];

  SkaLayerKernel(int inputs, int units, double[] weights, double[] biases) {
    this.inputs = inputs;
    this.units = units;
    this.weights = weights;
    this.biases = biases;
  }

  /// Makes room for a batch, with no step taken.
  void begin(int samples) {
    z = new double[samples * units];
    d = new double[samples * units];
    lastZ = new double[samples * units];
    lastD = new double[samples * units];
    gradient = new double[samples * units];
  }

  /// The outputs for some samples, without learning.
  double[] outputs(double[] x, int samples) {
    double[] out = new double[samples * units];
    knowledge(x, samples, out);
    Doubles.sigmoid(out, 0, out, 0, out.length);
    return out;
  }

  /// Knowledge and decisions of this step; those of the last one move aside.
  void forward(double[] x, int samples) {
    double[] oldZ = lastZ;
    double[] oldD = lastD;
    lastZ = z;
    lastD = d;
    z = oldZ;
    d = oldD;
    knowledge(x, samples, z);
    Doubles.sigmoid(z, 0, d, 0, z.length);
  }

  /// What this step shows; also fills the gradient for [#update].
  SkaTrace.Layer look(SkaParameters parameters, int step, int number) {
    double zz = Doubles.dot(z, z);
    if (!Double.isFinite(zz)) {
      throw new NumericalException(
          "knowledge of layer " + number + " at step " + step + " must be finite, was " + zz);
    }
    SkaTrace.Norms norms =
        new SkaTrace.Norms(Math.sqrt(zz), Math.sqrt(Doubles.dot(weights, weights)));
    if (step == 0) {
      return new SkaTrace.Layer(0, 0, 0, new SkaTrace.Net(0, 0), 0, norms);
    }
    double along = 0;
    double shifts = 0;
    double changes = 0;
    double decided = 0;
    double pulled = 0;
    SkaRule rule = parameters.rule();
    for (int i = 0; i < z.length; i++) {
      double shift = d[i] - lastD[i];
      double change = z[i] - lastZ[i];
      double slope = d[i] * (1 - d[i]);
      along += z[i] * shift;
      shifts += shift * shift;
      changes += change * change;
      decided += change * d[i];
      pulled += change * z[i] * slope;
      gradient[i] = rule.gradient(z[i], slope, shift);
    }
    double lengths = Math.sqrt(zz) * Math.sqrt(shifts);
    return new SkaTrace.Layer(
        along == 0 ? 0 : -PER_LN2 * along,
        lengths > 0 ? along / lengths : 0,
        Math.sqrt(changes) / parameters.eta(),
        new SkaTrace.Net(decided - PER_LN2 * pulled, decided + PER_LN2 * pulled),
        pulled == 0 ? 0 : -pulled / parameters.eta(),
        norms);
  }

  /// Moves weights and biases down the gradient.
  ///
  /// @param x the images, or the decisions of the layer below at the last step
  void update(double[] x, int samples, double eta) {
    double rate = -eta / samples;
    Doubles.gemm(
        Transpose.YES,
        Transpose.NO,
        inputs,
        units,
        samples,
        rate,
        x,
        0,
        inputs,
        gradient,
        0,
        units,
        1,
        weights,
        0,
        units);
    for (int i = 0; i < samples; i++) {
      Doubles.axpy(rate, gradient, i * units, biases, 0, units);
    }
  }

  private void knowledge(double[] x, int samples, double[] into) {
    for (int i = 0; i < samples; i++) {
      System.arraycopy(biases, 0, into, i * units, units);
    }
    Doubles.gemm(
        Transpose.NO,
        Transpose.NO,
        samples,
        units,
        inputs,
        1,
        x,
        0,
        inputs,
        weights,
        0,
        units,
        1,
        into,
        0,
        units);
  }
}
