// SPDX-License-Identifier: Apache-2.0
package engram.autodiff;

import engram.autodiff.array.Shape;
import engram.autodiff.internal.Misfit;
import engram.autodiff.internal.Step;
import engram.kernel.Doubles;
import engram.kernel.Floats;
import engram.kernel.Transpose;
import engram.kernel.Workers;
import java.util.List;

/// Products of matrices, `C = op(A) op(B)` with op the matrix as it is or turned; axes before the
/// last two are a batch, the same in both.
///
/// | A, B | gradient to A | gradient to B |
/// | --- | --- | --- |
/// | as they are | U B' | A' U |
/// | A turned | B U' | A U |
/// | B turned | U B | U' A |
/// | both turned | B' U' | U' A' |
///
/// @param turnA whether A is turned
/// @param turnB whether B is turned
record Product(boolean turnA, boolean turnB) implements Whole {
  @Override
  public Shape shape(List<Shape> operands) {
    Shape a = operands.get(0);
    Shape b = operands.get(1);
    if (a.rank() < 2 || a.rank() != b.rank() || inner(a, turnA, -1) != inner(b, turnB, -2)) {
      throw Misfit.of("times", a, b);
    }
    Shape shape = a;
    for (int axis = 0; axis < a.rank() - 2; axis++) {
      if (a.extent(axis) != b.extent(axis)) {
        throw Misfit.of("times", a, b);
      }
    }
    return shape.with(a.rank() - 2, inner(a, turnA, -2)).with(a.rank() - 1, inner(b, turnB, -1));
  }

  /// The extent of an axis, -2 or -1, of a matrix after turning.
  private static int inner(Shape shape, boolean turned, int axis) {
    return shape.extent(turned ? -3 - axis : axis);
  }

  @Override
  public Step step(Binding at) {
    return step(at, 1, 0);
  }

  /// `out = alpha op(A) op(B) + beta out`.
  Step step(Binding at, double alpha, double beta) {
    Shape a = at.shape(0);
    int rank = a.rank();
    Sizes sizes =
        new Sizes(
            a.span(0, rank - 2),
            at.shape().extent(-2),
            at.shape().extent(-1),
            inner(a, turnA, -1),
            turnA ? Transpose.YES : Transpose.NO,
            turnB ? Transpose.YES : Transpose.NO);
    Runnable[] products = new Runnable[sizes.batch()];
    for (int i = 0; i < products.length; i++) {
      products[i] =
          at.isFloat()
              ? sizes.of(
                  i,
                  (float) alpha,
                  (float) beta,
                  at.floats(0),
                  at.floats(1),
                  at.floats(),
                  at.workers())
              : sizes.of(i, alpha, beta, at.doubles(0), at.doubles(1), at.doubles(), at.workers());
    }
    return () -> {
      for (Runnable product : products) {
        product.run();
      }
    };
  }

  @Override
  public void gradient(Node self, Node upstream, Shares shares) {
    Node a = self.in(0);
    Node b = self.in(1);
    shares.add(0, turnA ? b.product(turnB, upstream, true) : upstream.product(false, b, !turnB));
    shares.add(1, turnB ? upstream.product(true, a, turnA) : a.product(!turnA, upstream, false));
  }

  /// A batch of products C (m x n) over an inner extent k.
  private record Sizes(int batch, int m, int n, int k, Transpose ta, Transpose tb) {
    private int strideA() {
      return ta == Transpose.NO ? k : m;
    }

    private int strideB() {
      return tb == Transpose.NO ? n : k;
    }

    Runnable of(int i, float alpha, float beta, float[] a, float[] b, float[] c, Workers workers) {
      return Floats.preparedGemm(
          ta, tb, m, n, k, alpha, a, i * m * k, strideA(), b, i * k * n, strideB(), beta, c,
          i * m * n, n, workers);
    }

    Runnable of(
        int i, double alpha, double beta, double[] a, double[] b, double[] c, Workers workers) {
      return Doubles.preparedGemm(
          ta, tb, m, n, k, alpha, a, i * m * k, strideA(), b, i * k * n, strideB(), beta, c,
          i * m * n, n, workers);
    }
  }
}
