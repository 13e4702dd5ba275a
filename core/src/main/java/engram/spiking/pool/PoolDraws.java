// SPDX-License-Identifier: Apache-2.0
package engram.spiking.pool;

import engram.random.RandomStream;
import engram.random.Seeds;

/// The draws of one epoch. Each is a function of (seed, epoch, i, t, j): so the order in which
/// errors are met, and the thread that meets them, do not matter. Neurons are known by their
/// labels, so that their order does not matter either.
///
/// The draws of (i, t, j) are the first two words of block `(i T + t) N + j` of the epoch's stream:
/// the coin, then the size.
final class PoolDraws {
  private static final int WORDS_A_BLOCK = 4;

  private final RandomStream stream;
  private final RandomStream moments;
  private final int[] labels;
  private final int steps;

  PoolDraws(Seeds seeds, int epoch, int[] labels, int steps) {
    this.stream = seeds.child("epoch", epoch).stream("pool");
    this.moments = seeds.child("epoch", epoch).stream("moments");
    this.labels = labels;
    this.steps = steps;
  }

  /// The size of the change of synapse j to i for the error at t, in [0, 1); negative where the
  /// coin leaves it out.
  double size(int i, int t, int j, double probability) {
    long block = ((long) labels[i] * steps + t) * labels.length + labels[j];
    stream.seek(WORDS_A_BLOCK * block);
    return stream.nextDouble() < probability ? stream.nextDouble() : -1;
  }

  /// Another step for the error of neuron i at t, uniform over all steps.
  int moment(int i, int t) {
    moments.seek(WORDS_A_BLOCK * ((long) labels[i] * steps + t));
    return moments.nextInt(steps);
  }
}
