// SPDX-License-Identifier: Apache-2.0
package engram.spiking.internal.part;

import engram.kernel.Kernels;

/// Who has reached its threshold. [Plain] is the definition; [VectorThresholds] looks at a vector
/// of neurons at a time. Both give the same list: it is made of comparisons alone.
interface Thresholds {
  /// The form that this process runs.
  static Thresholds here() {
    return Kernels.vectorBits() == 0 ? new Plain() : new VectorThresholds();
  }

  /// Writes the numbers i in [0, n) whose `v[i]` is not below `threshold[i]` (or `threshold[0]`, if
  /// it is the only one), ascending, into `found[at]` and on. What is not a number counts as found.
  ///
  /// @return where they end
  int find(float[] v, int n, float[] threshold, int[] found, int at);

  /// One neuron after the other.
  final class Plain implements Thresholds {
    @Override
    public int find(float[] v, int n, float[] threshold, int[] found, int at) {
      return from(0, v, n, threshold, found, at);
    }

    static int from(int first, float[] v, int n, float[] threshold, int[] found, int at) {
      int stride = threshold.length == 1 ? 0 : 1;
      for (int i = first; i < n; i++) {
        if (!(v[i] < threshold[i * stride])) {
          found[at++] = i;
        }
      }
      return at;
    }
  }
}
