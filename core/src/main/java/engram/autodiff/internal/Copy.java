// SPDX-License-Identifier: Apache-2.0
package engram.autodiff.internal;

import engram.autodiff.array.Precision;
import engram.autodiff.array.Shape;
import engram.autodiff.array.Values;
import java.util.Arrays;

/// A copy of a block between two arrays, along axes with a stride each; a stride of 0 repeats. Axes
/// that lie together in both are joined, so that most copies are one or two loops.
public final class Copy {
  private final int[] extents;
  private final int[] from;
  private final int fromAt;
  private final int[] to;
  private final int toAt;

  /// The copy of one block.
  ///
  /// @param extents of the block
  /// @param from strides in the source
  /// @param fromAt the block's place in the source
  /// @param to strides in the target
  /// @param toAt the block's place in the target
  public Copy(int[] extents, int[] from, int fromAt, int[] to, int toAt) {
    int[] e = new int[extents.length + 1];
    int[] f = new int[e.length];
    int[] t = new int[e.length];
    int rank = 0;
    for (int axis = 0; axis < extents.length; axis++) {
      int extent = extents[axis];
      if (extent == 1) {
        continue;
      }
      if (rank > 0 && f[rank - 1] == from[axis] * extent && t[rank - 1] == to[axis] * extent) {
        e[rank - 1] *= extent;
        f[rank - 1] = from[axis];
        t[rank - 1] = to[axis];
      } else {
        e[rank] = extent;
        f[rank] = from[axis];
        t[rank] = to[axis];
        rank++;
      }
    }
    if (rank == 0) {
      e[0] = 1;
      rank = 1;
    }
    this.extents = Arrays.copyOf(e, rank);
    this.from = Arrays.copyOf(f, rank);
    this.to = Arrays.copyOf(t, rank);
    this.fromAt = fromAt;
    this.toAt = toAt;
  }

  /// The copy that repeats a shape to a larger one.
  public static Copy repeating(Shape small, Shape large) {
    int[] own = small.strides();
    int[] from = new int[large.rank()];
    int lead = large.rank() - small.rank();
    for (int axis = 0; axis < small.rank(); axis++) {
      from[axis + lead] = small.extent(axis) == 1 ? 0 : own[axis];
    }
    return new Copy(large.extents(), from, 0, large.strides(), 0);
  }

  /// The copy from one array to another of the same precision.
  public Step step(Values source, Values target) {
    if (source.precision() == Precision.FLOAT) {
      float[] x = source.floats();
      float[] y = target.floats();
      return () -> run(0, x, fromAt, y, toAt);
    }
    double[] x = source.doubles();
    double[] y = target.doubles();
    return () -> run(0, x, fromAt, y, toAt);
  }

  private void run(int axis, float[] x, int xAt, float[] y, int yAt) {
    int n = extents[axis];
    int f = from[axis];
    int t = to[axis];
    if (axis < extents.length - 1) {
      for (int i = 0; i < n; i++) {
        run(axis + 1, x, xAt + i * f, y, yAt + i * t);
      }
    } else if (f == 1 && t == 1) {
      System.arraycopy(x, xAt, y, yAt, n);
    } else if (f == 0 && t == 1) {
      Arrays.fill(y, yAt, yAt + n, x[xAt]);
    } else {
      for (int i = 0; i < n; i++) {
        y[yAt + i * t] = x[xAt + i * f];
      }
    }
  }

  private void run(int axis, double[] x, int xAt, double[] y, int yAt) {
    int n = extents[axis];
    int f = from[axis];
    int t = to[axis];
    if (axis < extents.length - 1) {
      for (int i = 0; i < n; i++) {
        run(axis + 1, x, xAt + i * f, y, yAt + i * t);
      }
    } else if (f == 1 && t == 1) {
      System.arraycopy(x, xAt, y, yAt, n);
    } else if (f == 0 && t == 1) {
      Arrays.fill(y, yAt, yAt + n, x[xAt]);
    } else {
      for (int i = 0; i < n; i++) {
        y[yAt + i * t] = x[xAt + i * f];
      }
    }
  }
}
