// SPDX-License-Identifier: Apache-2.0
package engram.kernel;

/// The indices of the k largest values, largest first, of equal ones the lower index first. One
/// pass with a heap of k: n comparisons and about k ln(n/k) changes of the heap for values in
/// random order. A NaN has no place in an order and is refused.
public final class TopK {
  private final double[] values;
  private final int[] indices;
  private int size;

  private TopK(int n, int k) {
    if (k < 0 || k > n) {
      throw new IllegalArgumentException(
          "k must be 0 to the number of values, %d, was %d".formatted(n, k));
    }
    values = new double[k];
    indices = new int[k];
  }

  /// The indices of the k largest of a whole array.
  public static int[] of(double[] x, int k) {
    TopK best = new TopK(x.length, k);
    for (int i = 0; i < x.length; i++) {
      best.offer(x[i], i);
    }
    return best.sorted();
  }

  /// The indices of the k largest of a whole array.
  public static int[] of(float[] x, int k) {
    TopK best = new TopK(x.length, k);
    for (int i = 0; i < x.length; i++) {
      best.offer(x[i], i);
    }
    return best.sorted();
  }

  /// The indices of the k largest of a whole array.
  public static int[] of(int[] x, int k) {
    TopK best = new TopK(x.length, k);
    for (int i = 0; i < x.length; i++) {
      best.offer(x[i], i);
    }
    return best.sorted();
  }

  /* The root of the heap is the least of those kept. Indices are offered in rising order, so a value
  equal to the root's always ranks behind it. */

  private void offer(double value, int index) {
    if (Double.isNaN(value)) {
      throw new IllegalArgumentException("values must be numbers, was NaN at " + index);
    }
    if (size < values.length) {
      rise(size++, value, index);
    } else if (size > 0 && value > values[0]) {
      sink(size, value, index);
    }
  }

  private int[] sorted() {
    for (int end = size - 1; end > 0; end--) {
      double value = values[end];
      int index = indices[end];
      values[end] = values[0];
      indices[end] = indices[0];
      sink(end, value, index);
    }
    return indices;
  }

  private void rise(int at, double value, int index) {
    while (at > 0) {
      int parent = (at - 1) / 2;
      if (!behind(value, index, values[parent], indices[parent])) {
        break;
      }
      put(at, values[parent], indices[parent]);
      at = parent;
    }
    put(at, value, index);
  }

  /// Puts a value in the place of the root of the first `end` of the heap.
  private void sink(int end, double value, int index) {
    int at = 0;
    for (int child = 1; child < end; child = 2 * at + 1) {
      int other = child + 1;
      if (other < end && behind(values[other], indices[other], values[child], indices[child])) {
        child = other;
      }
      if (!behind(values[child], indices[child], value, index)) {
        break;
      }
      put(at, values[child], indices[child]);
      at = child;
    }
    put(at, value, index);
  }

  private void put(int at, double value, int index) {
    values[at] = value;
    indices[at] = index;
  }

  private static boolean behind(double value, int index, double other, int otherIndex) {
    return value < other || (value == other && index > otherIndex);
  }
}
