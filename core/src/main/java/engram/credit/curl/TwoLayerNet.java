// SPDX-License-Identifier: Apache-2.0
package engram.credit.curl;

import engram.kernel.Doubles;
import engram.kernel.Transpose;
import engram.random.RandomStream;
import java.util.Arrays;

/// A two-layer network without biases, `y = f(W2 f(W1 x))`: the nonlinearity works on the output
/// too. Immutable from outside; a learner owns the copy that it changes.
///
/// W1 is hidden by inputs, W2 outputs by hidden, both row by row.
public final class TwoLayerNet {
  final NetShape shape;
  final double[] first;
  final double[] second;

  TwoLayerNet(NetShape shape, double[] first, double[] second) {
    this.shape = shape;
    this.first = first;
    this.second = second;
  }

  /// A network with these weights, copied.
  ///
  /// @param first W1, hidden x inputs numbers
  /// @param second W2, outputs x hidden numbers
  public static TwoLayerNet of(NetShape shape, double[] first, double[] second) {
    requireLength("first", first, shape.hidden() * shape.inputs());
    requireLength("second", second, shape.outputs() * shape.hidden());
    return new TwoLayerNet(shape, first.clone(), second.clone());
  }

  /// Uniform weights: `U(-scale, scale) / sqrt M` in the first layer, `/ sqrt N` in the second, as
  /// in the authors' scripts.
  ///
  /// @param scale above 0
  public static TwoLayerNet uniform(NetShape shape, double scale, RandomStream stream) {
    TwoLayerNet net = blank(shape, scale);
    fill(net.first, scale / Math.sqrt(shape.inputs()), stream);
    fill(net.second, scale / Math.sqrt(shape.hidden()), stream);
    return net;
  }

  /// Normal weights of standard deviation `scale / sqrt M` and `scale / sqrt N`.
  ///
  /// @param scale above 0
  public static TwoLayerNet normal(NetShape shape, double scale, RandomStream stream) {
    TwoLayerNet net = blank(shape, scale);
    stream.fillGaussian(net.first, scale / Math.sqrt(shape.inputs()));
    stream.fillGaussian(net.second, scale / Math.sqrt(shape.hidden()));
    return net;
  }

  /// The sizes.
  public NetShape shape() {
    return shape;
  }

  /// W1, a copy.
  public double[] first() {
    return first.clone();
  }

  /// W2, a copy.
  public double[] second() {
    return second.clone();
  }

  /// `|W2|^2`, the squared Frobenius norm of the second layer.
  public double secondSquaredNorm() {
    return Doubles.dot(second, second);
  }

  /// `W2 W1`, outputs by inputs: the whole of a network of identity units.
  public double[] product() {
    double[] product = new double[shape.outputs() * shape.inputs()];
    for (int k = 0; k < shape.outputs(); k++) {
      Doubles.gemv(
          Transpose.YES,
          shape.hidden(),
          shape.inputs(),
          1,
          first,
          0,
          shape.inputs(),
          second,
          k * shape.hidden(),
          0,
          product,
          k * shape.inputs());
    }
    return product;
  }

  TwoLayerNet copy() {
    return new TwoLayerNet(shape, first.clone(), second.clone());
  }

  /// Hidden outputs for examples in columns: hidden x count.
  double[] hiddenOutputs(double[] x, int count) {
    double[] h = new double[shape.hidden() * count];
    int m = shape.inputs();
    Doubles.gemm(
        Transpose.NO,
        Transpose.NO,
        shape.hidden(),
        count,
        m,
        1,
        first,
        0,
        m,
        x,
        0,
        count,
        0,
        h,
        0,
        count);
    shape.nonlinearity().apply(h);
    return h;
  }

  /// Outputs for hidden outputs in columns: outputs x count.
  double[] outputs(double[] h, int count) {
    double[] y = new double[shape.outputs() * count];
    int n = shape.hidden();
    for (int k = 0; k < shape.outputs(); k++) {
      Doubles.gemv(Transpose.YES, n, count, 1, h, 0, count, second, k * n, 0, y, k * count);
    }
    shape.nonlinearity().apply(y);
    return y;
  }

  private static TwoLayerNet blank(NetShape shape, double scale) {
    if (!(scale > 0) || !Double.isFinite(scale)) {
      throw new IllegalArgumentException("scale must be finite and above 0, was " + scale);
    }
    return new TwoLayerNet(
        shape,
        new double[shape.hidden() * shape.inputs()],
        new double[shape.outputs() * shape.hidden()]);
  }

  private static void fill(double[] weights, double range, RandomStream stream) {
    Arrays.setAll(weights, i -> range * (2 * stream.nextDouble() - 1));
  }

  private static void requireLength(String name, double[] values, int length) {
    if (values.length != length) {
      throw new IllegalArgumentException(
          name + " must have length " + length + ", was " + values.length);
    }
  }
}
