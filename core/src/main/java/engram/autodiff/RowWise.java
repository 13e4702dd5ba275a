// SPDX-License-Identifier: Apache-2.0
package engram.autodiff;

import engram.autodiff.array.Shape;
import engram.autodiff.internal.Loops;
import engram.autodiff.internal.RowLoops;
import engram.autodiff.internal.Step;
import java.util.List;

/// Functions of whole rows, the ranges of the last axis.
///
/// | operation | y of a row x of n | gradient, u that of y |
/// | --- | --- | --- |
/// | Softmax | e^(x - ln sum e^x) | y (u - sum(u y)) |
/// | LogSoftmax | x - ln sum e^x | u - softmax(x) sum u |
/// | LogSumExp | ln sum e^x, without the last axis | u softmax(x) |
/// | Standardise | (x - mean) r | r (u - mean(u) - y mean(u y)) |
/// | InverseDeviation | r = 1 / sqrt(variance + epsilon), without the last axis | -u r^2 y / n with y standardised |
///
/// The variance is that of the row itself, with divisor n.
sealed interface RowWise extends Operation {
  @Override
  default Shape shape(List<Shape> operands) {
    Shape shape = Operation.only(operands);
    if (shape.rank() == 0) {
      throw new IllegalArgumentException(
          "operand of %s must have an axis, was []".formatted(word()));
    }
    return shape;
  }

  /// How many rows a shape has.
  static int rows(Shape shape) {
    return shape.size() / shape.extent(-1);
  }

  /// Probabilities from log weights.
  record Softmax() implements RowWise {
    @Override
    public Step step(Binding at) {
      int n = at.shape(0).extent(-1);
      int rows = rows(at.shape(0));
      if (at.isFloat()) {
        float[] x = at.floats(0);
        float[] y = at.floats();
        Loops.UnaryFloats exp = new Curve.Exp().floats();
        return () -> RowLoops.softmax(x, y, rows, n, exp);
      }
      double[] x = at.doubles(0);
      double[] y = at.doubles();
      Loops.UnaryDoubles exp = new Curve.Exp().doubles();
      return () -> RowLoops.softmax(x, y, rows, n, exp);
    }

    @Override
    public void gradient(Node self, Node upstream, Shares shares) {
      Node weighted = upstream.times(self);
      Node mean = weighted.sum(-1).expanded(-1);
      shares.add(0, weighted.minus(self.times(mean)));
    }
  }

  /// Log probabilities from log weights.
  record LogSoftmax() implements RowWise {
    @Override
    public Step step(Binding at) {
      int n = at.shape(0).extent(-1);
      int rows = rows(at.shape(0));
      if (at.isFloat()) {
        float[] x = at.floats(0);
        float[] y = at.floats();
        Loops.UnaryFloats exp = new Curve.Exp().floats();
        float[] spare = new float[n];
        return () -> RowLoops.logSoftmax(x, y, rows, n, exp, spare);
      }
      double[] x = at.doubles(0);
      double[] y = at.doubles();
      Loops.UnaryDoubles exp = new Curve.Exp().doubles();
      double[] spare = new double[n];
      return () -> RowLoops.logSoftmax(x, y, rows, n, exp, spare);
    }

    @Override
    public void gradient(Node self, Node upstream, Shares shares) {
      Node total = upstream.sum(-1).expanded(-1);
      shares.add(0, upstream.minus(self.in(0).softmax().times(total)));
    }
  }

  /// The logarithm of the sum of weights.
  record LogSumExp() implements RowWise {
    @Override
    public Shape shape(List<Shape> operands) {
      Shape shape = RowWise.super.shape(operands);
      return shape.without(shape.rank() - 1, shape.rank());
    }

    @Override
    public Step step(Binding at) {
      int n = at.shape(0).extent(-1);
      int rows = rows(at.shape(0));
      if (at.isFloat()) {
        float[] x = at.floats(0);
        float[] y = at.floats();
        Loops.UnaryFloats exp = new Curve.Exp().floats();
        float[] spare = new float[RowLoops.room(rows, n)];
        return () -> RowLoops.logSumExp(x, y, rows, n, exp, spare);
      }
      double[] x = at.doubles(0);
      double[] y = at.doubles();
      Loops.UnaryDoubles exp = new Curve.Exp().doubles();
      double[] spare = new double[RowLoops.room(rows, n)];
      return () -> RowLoops.logSumExp(x, y, rows, n, exp, spare);
    }

    @Override
    public void gradient(Node self, Node upstream, Shares shares) {
      shares.add(0, self.in(0).softmax().times(upstream.expanded(-1)));
    }
  }

  /// Mean 0 and variance 1 in each row.
  record Standardise(double epsilon) implements RowWise {
    @Override
    public Step step(Binding at) {
      int n = at.shape(0).extent(-1);
      int rows = rows(at.shape(0));
      if (at.isFloat()) {
        float[] x = at.floats(0);
        float[] y = at.floats();
        return () -> RowLoops.standardise(x, y, rows, n, epsilon);
      }
      double[] x = at.doubles(0);
      double[] y = at.doubles();
      return () -> RowLoops.standardise(x, y, rows, n, epsilon);
    }

    @Override
    public void gradient(Node self, Node upstream, Shares shares) {
      Node x = self.in(0);
      Node scale = x.graph().node(new InverseDeviation(epsilon), List.of(x)).expanded(-1);
      Node mean = upstream.mean(-1).expanded(-1);
      Node along = upstream.times(self).mean(-1).expanded(-1);
      shares.add(0, upstream.minus(mean).minus(self.times(along)).times(scale));
    }
  }

  /// One over the standard deviation of each row.
  record InverseDeviation(double epsilon) implements RowWise {
    @Override
    public Shape shape(List<Shape> operands) {
      Shape shape = RowWise.super.shape(operands);
      return shape.without(shape.rank() - 1, shape.rank());
    }

    @Override
    public Step step(Binding at) {
      int n = at.shape(0).extent(-1);
      int rows = rows(at.shape(0));
      if (at.isFloat()) {
        float[] x = at.floats(0);
        float[] y = at.floats();
        return () -> RowLoops.inverseDeviation(x, y, rows, n, epsilon);
      }
      double[] x = at.doubles(0);
      double[] y = at.doubles();
      return () -> RowLoops.inverseDeviation(x, y, rows, n, epsilon);
    }

    @Override
    public void gradient(Node self, Node upstream, Shares shares) {
      Node x = self.in(0);
      Node standard = x.standardised(epsilon);
      Node factor = upstream.times(self.square()).times(-1.0 / x.shape().extent(-1));
      shares.add(0, standard.times(factor.expanded(-1)));
    }
  }
}
