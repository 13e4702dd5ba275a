// SPDX-License-Identifier: Apache-2.0
package engram.credit.curl;

import engram.kernel.Doubles;
import engram.kernel.Transpose;

/// Examples with a teacher's answers, used all at once. A step costs `4 M N P` operations.
public final class ExampleTask implements Task {
  private final NetShape shape;
  final int count;
  final double[] x;
  final double[] target;

  private ExampleTask(NetShape shape, double[] x, double[] target, int count) {
    this.shape = shape;
    this.x = x;
    this.target = target;
    this.count = count;
  }

  /// Examples that a network answers.
  ///
  /// @param x inputs by count: an example a column
  static ExampleTask taughtBy(TwoLayerNet teacher, double[] x, int count) {
    double[] target = teacher.outputs(teacher.hiddenOutputs(x, count), count);
    return new ExampleTask(teacher.shape(), x, target, count);
  }

  /// Examples with given answers, copied.
  ///
  /// @param x inputs by count, an example a column
  /// @param target outputs by count
  public static ExampleTask of(NetShape shape, double[] x, double[] target) {
    int count = x.length / shape.inputs();
    if (count < 1
        || x.length != count * shape.inputs()
        || target.length != count * shape.outputs()) {
      throw new IllegalArgumentException(
          "x and target must be columns of %d inputs and %d outputs, was %d and %d numbers"
              .formatted(shape.inputs(), shape.outputs(), x.length, target.length));
    }
    return new ExampleTask(shape, x.clone(), target.clone(), count);
  }

  @Override
  public NetShape shape() {
    return shape;
  }

  /// How many examples.
  public int count() {
    return count;
  }

  @Override
  public double loss(TwoLayerNet net) {
    return loss(errors(net, net.hiddenOutputs(x, count)));
  }

  @Override
  public double sums(TwoLayerNet net, double[] back, double[] first, double[] second) {
    int n = shape.hidden();
    double[] h = net.hiddenOutputs(x, count);
    double[] e = errors(net, h);
    double[] a = new double[n * count];
    for (int k = 0; k < shape.outputs(); k++) {
      Doubles.gemv(
          Transpose.NO, n, count, 1.0 / count, h, 0, count, e, k * count, 0, second, k * n);
      for (int i = 0; i < n; i++) {
        Doubles.axpy(back[i * shape.outputs() + k], e, k * count, a, i * count, count);
      }
    }
    shape.nonlinearity().timesSlope(h, a);
    Doubles.gemm(
        Transpose.NO,
        Transpose.YES,
        n,
        shape.inputs(),
        count,
        1.0 / count,
        a,
        0,
        count,
        x,
        0,
        count,
        0,
        first,
        0,
        shape.inputs());
    return loss(e);
  }

  private double[] errors(TwoLayerNet net, double[] h) {
    double[] e = net.outputs(h, count);
    for (int i = 0; i < e.length; i++) {
      e[i] -= target[i];
    }
    return e;
  }

  private double loss(double[] e) {
    return Doubles.dot(e, e) / (2.0 * e.length);
  }
}
