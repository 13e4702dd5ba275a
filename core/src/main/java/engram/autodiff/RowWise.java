// SPDX-License-Identifier: Apache-2.0
package engram.autodiff;

import engram.autodiff.array.Shape;
import engram.autodiff.internal.RowLoops;
import engram.autodiff.internal.Step;
import engram.kernel.DoubleRows;
import engram.kernel.FloatRows;
import java.util.List;

/// Functions of whole rows, the ranges of the last axis.
///
/// | operation | y of a row x of n | gradient, u that of y |
/// | --- | --- | --- |
/// | Softmax, CausalSoftmax | e^(x - ln sum e^x), of all or up to the diagonal | SoftmaxBack: y (u - sum(u y)) |
/// | LogSoftmax | x - ln sum e^x | u - softmax(x) sum u |
/// | LogSumExp | ln sum e^x, without the last axis | u softmax(x) |
/// | Standardise | (x - mean) r | StandardiseBack: r (u - mean(u) - y mean(u y)) |
/// | InverseDeviation | r = 1 / sqrt(variance + epsilon), without the last axis | -u r^2 y / n with y standardised |
///
/// The variance is that of the row itself, with divisor n.
sealed interface RowWise extends Whole {
  /// Doubles that stay in the first cache.
  int BLOCK = 1024;

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
        return () -> FloatRows.softmax(rows, n, x, 0, y, 0);
      }
      double[] x = at.doubles(0);
      double[] y = at.doubles();
      return () -> DoubleRows.softmax(rows, n, x, 0, y, 0);
    }

    @Override
    public void gradient(Node self, Node upstream, Shares shares) {
      shares.add(0, self.graph().node(new SoftmaxBack(), List.of(self, upstream)));
    }
  }

  /// Probabilities from the log weights of square matrices up to their diagonals, 0 beyond.
  record CausalSoftmax() implements RowWise {
    @Override
    public Shape shape(List<Shape> operands) {
      Shape shape = Operation.only(operands);
      if (shape.rank() < 2 || shape.extent(-1) != shape.extent(-2)) {
        throw new IllegalArgumentException(
            "operand of causalSoftmax must be square matrices, was " + shape);
      }
      return shape;
    }

    @Override
    public Step step(Binding at) {
      int n = at.shape(0).extent(-1);
      int rows = rows(at.shape(0));
      double[] block = new double[Math.max(n, BLOCK)];
      if (at.isFloat()) {
        float[] x = at.floats(0);
        float[] y = at.floats();
        return () -> RowLoops.causalSoftmax(x, y, rows, n, block);
      }
      double[] x = at.doubles(0);
      double[] y = at.doubles();
      return () -> RowLoops.causalSoftmax(x, y, rows, n, block);
    }

    @Override
    public void gradient(Node self, Node upstream, Shares shares) {
      shares.add(0, self.graph().node(new SoftmaxBack(), List.of(self, upstream)));
    }
  }

  /// `y (u - sum(u y))` of probabilities y and the gradient u.
  record SoftmaxBack() implements RowWise {
    @Override
    public Step step(Binding at) {
      int n = at.shape(0).extent(-1);
      int rows = rows(at.shape(0));
      if (at.isFloat()) {
        float[] y = at.floats(0);
        float[] u = at.floats(1);
        float[] z = at.floats();
        return () -> FloatRows.softmaxBackward(rows, n, y, 0, u, 0, z, 0);
      }
      double[] y = at.doubles(0);
      double[] u = at.doubles(1);
      double[] z = at.doubles();
      return () -> DoubleRows.softmaxBackward(rows, n, y, 0, u, 0, z, 0);
    }

    @Override
    public void gradient(Node self, Node upstream, Shares shares) {
      Node y = self.in(0);
      Node u = self.in(1);
      Node along = u.times(y).sum(-1).expanded(-1);
      Node across = upstream.times(y).sum(-1).expanded(-1);
      shares.add(0, upstream.times(u.minus(along)).minus(u.times(across)));
      shares.add(1, self.graph().node(new SoftmaxBack(), List.of(y, upstream)));
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
        float[] spare = new float[1];
        return () -> RowLoops.logSoftmax(x, y, rows, n, spare);
      }
      double[] x = at.doubles(0);
      double[] y = at.doubles();
      double[] spare = new double[1];
      return () -> RowLoops.logSoftmax(x, y, rows, n, spare);
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
      double[] block = new double[Math.max(n, BLOCK)];
      if (at.isFloat()) {
        float[] x = at.floats(0);
        float[] y = at.floats();
        return () -> RowLoops.logSumExp(x, y, rows, n, block);
      }
      double[] x = at.doubles(0);
      double[] y = at.doubles();
      return () -> RowLoops.logSumExp(x, y, rows, n, block);
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
        float[] inverse = new float[rows];
        float least = (float) epsilon;
        return () -> FloatRows.normalize(rows, n, least, x, 0, y, 0, inverse, 0);
      }
      double[] x = at.doubles(0);
      double[] y = at.doubles();
      double[] inverse = new double[rows];
      return () -> DoubleRows.normalize(rows, n, epsilon, x, 0, y, 0, inverse, 0);
    }

    @Override
    public void gradient(Node self, Node upstream, Shares shares) {
      Node x = self.in(0);
      Node r = x.graph().node(new InverseDeviation(epsilon), List.of(x));
      shares.add(0, x.graph().node(new StandardiseBack(), List.of(self, r, upstream)));
    }
  }

  /// `r (u - mean(u) - y mean(u y))` of standardised rows y, their inverse deviations r, and the
  /// gradient u.
  record StandardiseBack() implements RowWise {
    @Override
    public Step step(Binding at) {
      int n = at.shape(0).extent(-1);
      int rows = rows(at.shape(0));
      if (at.isFloat()) {
        float[] y = at.floats(0);
        float[] r = at.floats(1);
        float[] u = at.floats(2);
        float[] z = at.floats();
        return () -> FloatRows.normalizeBackward(rows, n, y, 0, r, 0, u, 0, z, 0);
      }
      double[] y = at.doubles(0);
      double[] r = at.doubles(1);
      double[] u = at.doubles(2);
      double[] z = at.doubles();
      return () -> DoubleRows.normalizeBackward(rows, n, y, 0, r, 0, u, 0, z, 0);
    }

    @Override
    public void gradient(Node self, Node upstream, Shares shares) {
      Node y = self.in(0);
      Node r = self.in(1);
      Node u = self.in(2);
      Node scale = r.expanded(-1);
      Node along = u.times(y).mean(-1).expanded(-1);
      Node across = upstream.times(y).mean(-1).expanded(-1);
      Node both = upstream.times(along).plus(u.times(across));
      shares.add(0, both.times(scale).negated());
      shares.add(1, upstream.times(self).sum(-1).dividedBy(r));
      shares.add(2, self.graph().node(new StandardiseBack(), List.of(y, r, upstream)));
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
        float[] spare = new float[n];
        return () -> RowLoops.inverseDeviation(x, y, rows, n, epsilon, spare);
      }
      double[] x = at.doubles(0);
      double[] y = at.doubles();
      double[] spare = new double[n];
      return () -> RowLoops.inverseDeviation(x, y, rows, n, epsilon, spare);
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
