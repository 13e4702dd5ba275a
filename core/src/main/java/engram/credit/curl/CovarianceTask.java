// SPDX-License-Identifier: Apache-2.0
package engram.credit.curl;

import engram.kernel.Doubles;
import engram.kernel.Transpose;
import java.util.Arrays;

/// A linear teacher known by its matrix and the inputs' second moment: all that networks of
/// identity units can see of any number of examples. A step costs `K (6 M N + 2 M^2)` operations.
///
///     eps = W2 W1 - T,   first = back eps C,   second = eps C W1',   loss = tr(eps C eps') / (2 K)
public final class CovarianceTask implements Task {
  private final NetShape shape;
  private final double[] teacher;
  private final double[] moment;

  private CovarianceTask(NetShape shape, double[] teacher, double[] moment) {
    this.shape = shape;
    this.teacher = teacher;
    this.moment = moment;
  }

  /// The task of a teacher, with `C = < x x' >` over the inputs of examples.
  public static CovarianceTask of(TwoLayerNet teacher, ExampleTask examples) {
    int m = teacher.shape().inputs();
    double[] moment = new double[m * m];
    int p = examples.count;
    Doubles.gemm(
        Transpose.NO,
        Transpose.YES,
        m,
        m,
        p,
        1.0 / p,
        examples.x,
        0,
        p,
        examples.x,
        0,
        p,
        0,
        moment,
        0,
        m);
    return new CovarianceTask(requireLinear(teacher.shape()), teacher.product(), moment);
  }

  /// The task of a teacher, with a given second moment, copied.
  ///
  /// @param moment C, inputs by inputs, symmetric
  public static CovarianceTask of(TwoLayerNet teacher, double[] moment) {
    SolutionStability.requireSymmetric("moment", moment, teacher.shape().inputs());
    return new CovarianceTask(requireLinear(teacher.shape()), teacher.product(), moment.clone());
  }

  @Override
  public NetShape shape() {
    return shape;
  }

  /// C, a copy.
  public double[] moment() {
    return moment.clone();
  }

  @Override
  public double loss(TwoLayerNet net) {
    double[] error = error(net);
    return Doubles.dot(error, weighted(error)) / (2 * shape.outputs());
  }

  @Override
  public double sums(TwoLayerNet net, double[] back, double[] first, double[] second) {
    int m = shape.inputs();
    int n = shape.hidden();
    double[] error = error(net);
    double[] weighted = weighted(error);
    Arrays.fill(first, 0);
    for (int k = 0; k < shape.outputs(); k++) {
      Doubles.gemv(Transpose.NO, n, m, 1, net.first, 0, m, weighted, k * m, 0, second, k * n);
      for (int i = 0; i < n; i++) {
        Doubles.axpy(back[i * shape.outputs() + k], weighted, k * m, first, i * m, m);
      }
    }
    return Doubles.dot(error, weighted) / (2 * shape.outputs());
  }

  /// `eps`, outputs by inputs.
  double[] error(TwoLayerNet net) {
    double[] error = net.product();
    for (int i = 0; i < error.length; i++) {
      error[i] -= teacher[i];
    }
    return error;
  }

  private double[] weighted(double[] error) {
    int m = shape.inputs();
    double[] weighted = new double[error.length];
    for (int k = 0; k < shape.outputs(); k++) {
      Doubles.gemv(Transpose.NO, m, m, 1, moment, 0, m, error, k * m, 0, weighted, k * m);
    }
    return weighted;
  }

  private static NetShape requireLinear(NetShape shape) {
    if (shape.nonlinearity() != Nonlinearity.IDENTITY) {
      throw new IllegalArgumentException(
          "nonlinearity must be IDENTITY for the covariance form, was " + shape.nonlinearity());
    }
    return shape;
  }
}
