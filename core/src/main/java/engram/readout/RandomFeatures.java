// SPDX-License-Identifier: Apache-2.0
package engram.readout;

import engram.kernel.Doubles;
import engram.kernel.Transpose;
import engram.random.RandomStream;
import engram.random.Seeds;

/// A hidden layer that is drawn once and never learns: `h = sigmoid(W x + b)`, `W` and `b` uniform
/// in [-1, 1).
///
/// References: see the package, [3].
public final class RandomFeatures {
  private final int inputs;
  private final int units;
  private final double[] weights;
  private final double[] bias;

  public RandomFeatures(int inputs, int units, Seeds seeds) {
    this.inputs = inputs;
    this.units = units;
    weights = uniform(seeds.stream("input-weights"), units * inputs, 1);
    bias = uniform(seeds.stream("bias"), units, 1);
  }

  /// Draws from [-bound, bound).
  public static double[] uniform(RandomStream random, int count, double bound) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = random.nextDouble(-bound, bound);
    }
    return values;
  }

  /// Writes the features of an input.
  public void of(double[] x, double[] h, int at) {
    System.arraycopy(bias, 0, h, at, units);
    Doubles.gemv(Transpose.NO, units, inputs, 1, weights, 0, inputs, x, 0, 1, h, at);
    Doubles.sigmoid(h, at, h, at, units);
  }
}
