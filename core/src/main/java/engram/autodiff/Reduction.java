// SPDX-License-Identifier: Apache-2.0
package engram.autodiff;

import engram.autodiff.array.Shape;
import engram.autodiff.internal.Step;
import engram.kernel.Doubles;
import engram.kernel.Floats;
import engram.kernel.Transpose;
import java.util.Arrays;
import java.util.List;

/// Sums over neighbouring axes, which the result lacks.
///
/// The sum of elements that lie together runs in the kernel's virtual lanes; the sum over rows adds
/// row after row: it is a product with ones, which the kernel keeps in registers. Neither order
/// depends on the machine or on the number of workers.
sealed interface Reduction extends Whole {
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
        float[] ones = ones(inner == 1 ? 0 : count);
        return inner == 1
            ? () -> together(x, y, outer, count)
            : () -> apart(x, y, outer, inner, ones);
      }
      double[] x = at.doubles(0);
      double[] y = at.doubles();
      double[] ones = new double[inner == 1 ? 0 : count];
      Arrays.fill(ones, 1);
      return inner == 1
          ? () -> together(x, y, outer, count)
          : () -> apart(x, y, outer, inner, ones);
    }

    private static float[] ones(int count) {
      float[] ones = new float[count];
      Arrays.fill(ones, 1);
      return ones;
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

    private static void apart(float[] x, float[] y, int outer, int inner, float[] ones) {
      int count = ones.length;
      for (int o = 0; o < outer; o++) {
        int from = o * count * inner;
        Floats.gemv(Transpose.YES, count, inner, 1, x, from, inner, ones, 0, 0, y, o * inner);
      }
    }

    private static void apart(double[] x, double[] y, int outer, int inner, double[] ones) {
      int count = ones.length;
      for (int o = 0; o < outer; o++) {
        int from = o * count * inner;
        Doubles.gemv(Transpose.YES, count, inner, 1, x, from, inner, ones, 0, 0, y, o * inner);
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
