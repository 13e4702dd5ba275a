// SPDX-License-Identifier: Apache-2.0
package engram.autodiff;

import engram.autodiff.array.Shape;
import engram.autodiff.internal.Indices;
import engram.autodiff.internal.Misfit;
import engram.autodiff.internal.RowLoops;
import engram.autodiff.internal.Step;
import engram.kernel.DoubleRows;
import engram.kernel.FloatRows;
import java.util.Arrays;
import java.util.List;

/// Operations with indices: whole numbers that stand in an array of the graph's own precision, and
/// are refused during a run where they are not in range. Indices have no gradient.
///
/// | operation | y | gradient, u that of y |
/// | --- | --- | --- |
/// | Rows | rows of a table by index | ScatterRows of u |
/// | ScatterRows | a table to whose rows the operand's are added | Rows of u |
/// | Pick | one element of each row | Place of u |
/// | Place | rows of zeros but for one element | Pick of u |
/// | OneHot | 1 at the index, else 0 | none |
/// | ArgMax | index of the first largest of each row | none |
/// | CrossEntropy | ln sum e^x - x at the label, a row | u (softmax(x) - one-hot) |
sealed interface Indexing extends Whole {
  /// A row of a table for each index.
  record Rows() implements Indexing {
    @Override
    public Shape shape(List<Shape> operands) {
      Shape table = operands.get(0);
      Shape indices = operands.get(1);
      if (table.rank() != 2) {
        throw Misfit.of("rows at", table, indices);
      }
      return indices.inserted(indices.rank(), table.extent(1));
    }

    @Override
    public Step step(Binding at) {
      int[] index = new int[at.shape(1).size()];
      int width = at.shape(0).extent(1);
      Indices indices = below(at.shape(0).extent(0), at, 1);
      Object table = array(at, 0);
      Object out = array(at);
      return () -> {
        indices.read(index);
        for (int i = 0; i < index.length; i++) {
          System.arraycopy(table, index[i] * width, out, i * width, width);
        }
      };
    }

    @Override
    public void gradient(Node self, Node upstream, Shares shares) {
      int rows = self.in(0).shape().extent(0);
      shares.add(0, self.graph().node(new ScatterRows(rows), List.of(upstream, self.in(1))));
    }
  }

  /// A table of so many rows, to which the operand's rows are added by index, in their order.
  record ScatterRows(int rows) implements Indexing {
    @Override
    public Shape shape(List<Shape> operands) {
      Shape updates = operands.get(0);
      Shape indices = operands.get(1);
      if (updates.rank() != indices.rank() + 1
          || !updates.without(indices.rank(), updates.rank()).equals(indices)) {
        throw Misfit.of(word(), operands);
      }
      return Shape.of(rows, updates.extent(-1));
    }

    @Override
    public Step step(Binding at) {
      int[] index = new int[at.shape(1).size()];
      int width = at.shape().extent(1);
      Indices indices = below(rows, at, 1);
      int n = at.shape().size();
      if (at.isFloat()) {
        float[] x = at.floats(0);
        float[] y = at.floats();
        return () -> {
          indices.read(index);
          Arrays.fill(y, 0, n, 0);
          for (int i = 0; i < index.length; i++) {
            FloatRows.addColumnSums(1, width, x, i * width, y, index[i] * width);
          }
        };
      }
      double[] x = at.doubles(0);
      double[] y = at.doubles();
      return () -> {
        indices.read(index);
        Arrays.fill(y, 0, n, 0);
        for (int i = 0; i < index.length; i++) {
          DoubleRows.addColumnSums(1, width, x, i * width, y, index[i] * width);
        }
      };
    }

    @Override
    public void gradient(Node self, Node upstream, Shares shares) {
      shares.add(0, upstream.rows(self.in(1)));
    }
  }

  /// The element of each row that its index names.
  record Pick() implements Indexing {
    @Override
    public Shape shape(List<Shape> operands) {
      return perRow(this, operands);
    }

    @Override
    public Step step(Binding at) {
      int[] index = new int[at.shape().size()];
      int n = at.shape(0).extent(-1);
      Indices indices = below(n, at, 1);
      if (at.isFloat()) {
        float[] x = at.floats(0);
        float[] y = at.floats();
        return () -> {
          indices.read(index);
          for (int row = 0; row < index.length; row++) {
            y[row] = x[row * n + index[row]];
          }
        };
      }
      double[] x = at.doubles(0);
      double[] y = at.doubles();
      return () -> {
        indices.read(index);
        for (int row = 0; row < index.length; row++) {
          y[row] = x[row * n + index[row]];
        }
      };
    }

    @Override
    public void gradient(Node self, Node upstream, Shares shares) {
      int n = self.in(0).shape().extent(-1);
      shares.add(0, self.graph().node(new Place(n), List.of(upstream, self.in(1))));
    }
  }

  /// Rows of n zeros, but for the operand's number at the index.
  record Place(int n) implements Indexing {
    @Override
    public Shape shape(List<Shape> operands) {
      if (!operands.get(0).equals(operands.get(1))) {
        throw Misfit.of(word(), operands);
      }
      return operands.get(0).inserted(operands.get(0).rank(), n);
    }

    @Override
    public Step step(Binding at) {
      int[] index = new int[at.shape(0).size()];
      Indices indices = below(n, at, 1);
      int size = at.shape().size();
      if (at.isFloat()) {
        float[] x = at.floats(0);
        float[] y = at.floats();
        return () -> {
          indices.read(index);
          Arrays.fill(y, 0, size, 0);
          for (int row = 0; row < index.length; row++) {
            y[row * n + index[row]] = x[row];
          }
        };
      }
      double[] x = at.doubles(0);
      double[] y = at.doubles();
      return () -> {
        indices.read(index);
        Arrays.fill(y, 0, size, 0);
        for (int row = 0; row < index.length; row++) {
          y[row * n + index[row]] = x[row];
        }
      };
    }

    @Override
    public void gradient(Node self, Node upstream, Shares shares) {
      shares.add(0, upstream.pick(self.in(1)));
    }
  }

  /// Rows of n zeros, but for 1 at the index.
  record OneHot(int n) implements Indexing {
    @Override
    public Shape shape(List<Shape> operands) {
      Shape indices = Operation.only(operands);
      return indices.inserted(indices.rank(), n);
    }

    @Override
    public Step step(Binding at) {
      int[] index = new int[at.shape(0).size()];
      Indices indices = below(n, at, 0);
      return () -> {
        indices.read(index);
        at.out().fill(0);
        for (int row = 0; row < index.length; row++) {
          at.out().set(row * n + index[row], 1);
        }
      };
    }

    @Override
    public void gradient(Node self, Node upstream, Shares shares) {}
  }

  /// The index of the first largest element of each row.
  record ArgMax() implements Indexing {
    @Override
    public Shape shape(List<Shape> operands) {
      Shape shape = Operation.only(operands);
      if (shape.rank() == 0) {
        throw new IllegalArgumentException("operand of argMax must have an axis, was []");
      }
      return shape.without(shape.rank() - 1, shape.rank());
    }

    @Override
    public Step step(Binding at) {
      int n = at.shape(0).extent(-1);
      int rows = at.shape().size();
      if (at.isFloat()) {
        float[] x = at.floats(0);
        float[] y = at.floats();
        return () -> {
          for (int row = 0; row < rows; row++) {
            y[row] = largest(x, row * n, n);
          }
        };
      }
      double[] x = at.doubles(0);
      double[] y = at.doubles();
      return () -> {
        for (int row = 0; row < rows; row++) {
          y[row] = largest(x, row * n, n);
        }
      };
    }

    private static int largest(float[] x, int at, int n) {
      int best = 0;
      for (int i = 1; i < n; i++) {
        if (x[at + i] > x[at + best]) {
          best = i;
        }
      }
      return best;
    }

    private static int largest(double[] x, int at, int n) {
      int best = 0;
      for (int i = 1; i < n; i++) {
        if (x[at + i] > x[at + best]) {
          best = i;
        }
      }
      return best;
    }

    @Override
    public void gradient(Node self, Node upstream, Shares shares) {}
  }

  /// The cross entropy of each row of logits with its label, in nat.
  record CrossEntropy() implements Indexing {
    @Override
    public Shape shape(List<Shape> operands) {
      return perRow(this, operands);
    }

    @Override
    public Step step(Binding at) {
      int[] index = new int[at.shape().size()];
      int n = at.shape(0).extent(-1);
      Indices indices = below(n, at, 1);
      double[] block = new double[Math.max(n, RowWise.BLOCK)];
      if (at.isFloat()) {
        float[] x = at.floats(0);
        float[] y = at.floats();
        return () -> {
          indices.read(index);
          RowLoops.logSumExp(x, y, index.length, n, block);
          for (int row = 0; row < index.length; row++) {
            y[row] -= x[row * n + index[row]];
          }
        };
      }
      double[] x = at.doubles(0);
      double[] y = at.doubles();
      return () -> {
        indices.read(index);
        RowLoops.logSumExp(x, y, index.length, n, block);
        for (int row = 0; row < index.length; row++) {
          y[row] -= x[row * n + index[row]];
        }
      };
    }

    @Override
    public void gradient(Node self, Node upstream, Shares shares) {
      Node logits = self.in(0);
      Node apart = logits.softmax().minus(self.in(1).oneHot(logits.shape().extent(-1)));
      shares.add(0, apart.times(upstream.expanded(-1)));
    }
  }

  private static Indices below(int bound, Binding at, int operand) {
    return new Indices(at.in().get(operand), bound, at.node().in(operand).name());
  }

  /// The shape of one number a row, with an index a row.
  private static Shape perRow(Operation operation, List<Shape> operands) {
    Shape x = operands.get(0);
    Shape indices = operands.get(1);
    if (x.rank() == 0 || !x.without(x.rank() - 1, x.rank()).equals(indices)) {
      throw Misfit.of(operation.word(), operands);
    }
    return indices;
  }

  /// The array of an operand, of either precision.
  private static Object array(Binding at, int operand) {
    return at.isFloat() ? at.floats(operand) : at.doubles(operand);
  }

  /// The array of the result, of either precision.
  private static Object array(Binding at) {
    return at.isFloat() ? at.floats() : at.doubles();
  }
}
