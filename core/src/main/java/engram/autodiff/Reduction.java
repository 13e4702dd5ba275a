// SPDX-License-Identifier: Apache-2.0
package engram.autodiff;

import engram.autodiff.array.Shape;
import engram.autodiff.internal.Step;
import engram.kernel.Doubles;
import engram.kernel.Floats;
import java.util.Arrays;
import java.util.List;

/// Sums over neighbouring axes, which the result lacks.
///
/// The sum of elements that lie together runs in the kernel's virtual lanes; the sum over rows adds
/// row after row. Neither order depends on the machine or on the number of workers.
sealed interface Reduction extends Operation {
  /// The sum over axes from, ..., to - 1; its gradient is the upstream one, repeated.
  record Sum(int from, int to) implements Reduction {
    @Override
    public Shape shape(List<Shape> operands) {
      return Operation.only(operands).without(from, to);
    }

    @Override
    public Step step(Binding at) {
      Shape shape = at.shape(0);
      int outer = shape.span(0, from);
      int count = shape.span(from, to);
      int inner = shape.span(to, shape.rank());
      if (at.isFloat()) {
        float[] x = at.floats(0);
        float[] y = at.floats();
        return inner == 1
            ? () -> together(x, y, outer, count)
            : () -> apart(x, y, outer, count, inner);
      }
      double[] x = at.doubles(0);
      double[] y = at.doubles();
      return inner == 1
          ? () -> together(x, y, outer, count)
          : () -> apart(x, y, outer, count, inner);
    }

    private static void together(float[] x, float[] y, int outer, int count) {
      for (int o = 0; o < outer; o++) {
        y[o] = Floats.sum(x, o * count, count);
      }
    }

    private static void together(double[] x, double[] y, int outer, int count) {
      for (int o = 0; o < outer; o++) {
        y[o] = Doubles.sum(x, o * count, count);
      }
    }

    private static void apart(float[] x, float[] y, int outer, int count, int inner) {
      for (int o = 0; o < outer; o++) {
        int to = o * inner;
        Arrays.fill(y, to, to + inner, 0);
        for (int k = 0; k < count; k++) {
          add(x, (o * count + k) * inner, y, to, inner);
        }
      }
    }

    private static void apart(double[] x, double[] y, int outer, int count, int inner) {
      for (int o = 0; o < outer; o++) {
        int to = o * inner;
        Arrays.fill(y, to, to + inner, 0);
        for (int k = 0; k < count; k++) {
          add(x, (o * count + k) * inner, y, to, inner);
        }
      }
    }

    private static void add(float[] x, int xAt, float[] y, int yAt, int n) {
      for (int i = 0; i < n; i++) {
        y[yAt + i] += x[xAt + i];
      }
    }

    private static void add(double[] x, int xAt, double[] y, int yAt, int n) {
      for (int i = 0; i < n; i++) {
        y[yAt + i] += x[xAt + i];
      }
    }

    @Override
    public void gradient(Node self, Node upstream, Shares shares) {
      Shape shape = self.in(0).shape();
      int[] ones = shape.extents();
      Arrays.fill(ones, from, to, 1);
      shares.add(0, upstream.reshaped(ones).broadcast(shape.extents()));
    }
  }
}
