// SPDX-License-Identifier: Apache-2.0
package engram.memory.internal.field;

import engram.random.RandomStream;
import java.util.Arrays;

/// Couplings held one by one, a float for each set of P different spins i_1 < ... < i_P, in the
/// order of the rank C(i_1, 1) + C(i_2, 2) + ... + C(i_P, P).
public final class TensorCouplings implements Couplings {
  private final int bodies;
  private final int spins;
  private final double scale;
  private final float[] values;
  private final long[][] choose;

  private TensorCouplings(int bodies, int spins, double scale, float[] values, long[][] choose) {
    this.bodies = bodies;
    this.spins = spins;
    this.scale = scale;
    this.values = values;
    this.choose = choose;
  }

  /// How many couplings, C(N, P), as a double since it leaves every integer.
  public static double count(int bodies, int spins) {
    double count = 1;
    for (int k = 0; k < bodies; k++) {
      count = count * (spins - k) / (k + 1);
    }
    return Math.rint(count);
  }

  /// J = sum_mu prod xi + sqrt(K) omega g, g standard normal for each set.
  ///
  /// @param patterns xi: K patterns of N signs
  /// @param noise omega
  /// @param scale from these couplings to units of the energy
  public static TensorCouplings noisy(
      int bodies, SignedRows patterns, double noise, double scale, RandomStream random) {
    int spins = patterns.spins();
    long[][] choose = choose(bodies, spins);
    float[] values = new float[(int) choose[bodies][spins]];
    double amplitude = Math.sqrt(patterns.count()) * noise;
    int[] members = new int[bodies];
    for (int k = 0; k < bodies; k++) {
      members[k] = k;
    }
    for (int rank = 0; rank < values.length; rank++) {
      long signal = 0;
      for (int mu = 0; mu < patterns.count(); mu++) {
        int product = 1;
        for (int i : members) {
          product *= patterns.at(i, mu);
        }
        signal += product;
      }
      values[rank] = (float) (noise == 0 ? signal : signal + amplitude * random.nextGaussian());
      advance(members);
    }
    return new TensorCouplings(bodies, spins, scale, values, choose);
  }

  /// The next set in the order of ranks.
  private static void advance(int[] members) {
    int k = 0;
    while (k < members.length - 1 && members[k] + 1 == members[k + 1]) {
      members[k] = k;
      k++;
    }
    members[k]++;
  }

  private static long[][] choose(int bodies, int spins) {
    long[][] choose = new long[bodies + 1][spins + 1];
    Arrays.fill(choose[0], 1);
    for (int k = 1; k <= bodies; k++) {
      for (int n = 1; n <= spins; n++) {
        choose[k][n] = choose[k][n - 1] + choose[k - 1][n - 1];
      }
    }
    return choose;
  }

  @Override
  public int bodies() {
    return bodies;
  }

  @Override
  public int spins() {
    return spins;
  }

  @Override
  public double scale() {
    return scale;
  }

  float[] values() {
    return values;
  }

  @Override
  public Replica replica(byte[] state) {
    return new TensorReplica(this, state);
  }

  /// Sum over all sets that hold a spin of J times the product of the others.
  double field(int spin, byte[] state) {
    return over(bodies, spins, spin, 0, 1, state);
  }

  /// Sum over all sets of J times the product of its spins.
  double all(byte[] state) {
    return over(bodies, spins, -1, 0, 1, state);
  }

  /// The sum over the k smallest members, all below `below`, given the rank and the product of
  /// those above; `spin`, if 0 or more and not yet placed, must be one of them and is no factor.
  private double over(int k, int below, int spin, long rank, int product, byte[] state) {
    if (k == 0) {
      return spin >= 0 ? 0 : product * (double) values[(int) rank];
    }
    if (k == 1 && spin >= 0) {
      return product * (double) values[(int) (rank + spin)];
    }
    double sum = 0;
    int least = Math.max(k - 1, spin);
    for (int i = least; i < below; i++) {
      long next = rank + choose[k][i];
      sum +=
          i == spin
              ? over(k - 1, i, -1, next, product, state)
              : over(k - 1, i, spin, next, product * state[i], state);
    }
    return sum;
  }
}
