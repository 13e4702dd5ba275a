// SPDX-License-Identifier: Apache-2.0
package engram.spiking.internal.part;

import engram.kernel.Kernels;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Thresholds in the vector API: a comparison gives a bit a neuron, and mostly none is set.
final class VectorThresholds implements Thresholds {
  private static final VectorSpecies<Float> F =
      Kernels.vectorBits() == 512 ? FloatVector.SPECIES_512 : FloatVector.SPECIES_256;
  private static final int LENGTH = F.length();

  @Override
  public int find(float[] v, int n, float[] threshold, int[] found, int at) {
    return threshold.length == 1
        ? ofOne(v, n, threshold, found, at)
        : ofEach(v, n, threshold, found, at);
  }

  private static int ofOne(float[] v, int n, float[] threshold, int[] found, int at) {
    int whole = F.loopBound(n);
    FloatVector all = FloatVector.broadcast(F, threshold[0]);
    for (int i = 0; i < whole; i += LENGTH) {
      long below = FloatVector.fromArray(F, v, i).compare(VectorOperators.LT, all).toLong();
      if (below != (1L << LENGTH) - 1) {
        at = bits(~below & ((1L << LENGTH) - 1), i, found, at);
      }
    }
    return Plain.from(whole, v, n, threshold, found, at);
  }

  private static int ofEach(float[] v, int n, float[] threshold, int[] found, int at) {
    int whole = F.loopBound(n);
    for (int i = 0; i < whole; i += LENGTH) {
      FloatVector each = FloatVector.fromArray(F, threshold, i);
      long below = FloatVector.fromArray(F, v, i).compare(VectorOperators.LT, each).toLong();
      if (below != (1L << LENGTH) - 1) {
        at = bits(~below & ((1L << LENGTH) - 1), i, found, at);
      }
    }
    return Plain.from(whole, v, n, threshold, found, at);
  }

  private static int bits(long set, int first, int[] found, int at) {
    for (long rest = set; rest != 0; rest &= rest - 1) {
      found[at++] = first + Long.numberOfTrailingZeros(rest);
    }
    return at;
  }
}
