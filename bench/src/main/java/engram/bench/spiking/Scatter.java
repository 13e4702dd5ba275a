// SPDX-License-Identifier: Apache-2.0
package engram.bench.spiking;

import engram.kernel.Workers;
import engram.random.RandomStream;
import engram.random.Seeds;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Spikes that do nothing but arrive: weights are added to the targets of random sources, a run of
/// ascending targets after the other, as synapses lie in memory. Each worker has targets of its
/// own.
final class Scatter {
  /// Events between two clearings of all rows.
  private static final int BATCH = 1 << 22;

  private static final int CHOICES = 1 << 14;

  private final Workers workers;
  private final Share[] shares;

  /// What synapses are like.
  ///
  /// @param sources neurons that have synapses here
  /// @param targets floats of a row that is added to
  /// @param run synapses of a source onto one row
  /// @param rows that each source has a run onto
  /// @param weighted whether each synapse has a weight of its own
  record Shape(int sources, int targets, int run, int rows, boolean weighted) {
    /// COBA and CUBA, from anywhere onto the excitatory neurons.
    static final Shape BRETTE = new Shape(4_000, 3_200, 64, 1, false);

    /// Brunel's network, from anywhere onto the excitatory neurons.
    static final Shape BRUNEL = new Shape(12_500, 10_000, 1_000, 1, false);

    /// The microcircuit: 3,876 synapses a neuron onto eight populations with some forty delays,
    /// which makes runs of twelve. An eighth of its sources is more than any cache holds.
    static final Shape MICROCIRCUIT = new Shape(10_000, 9_600, 12, 320, true);

    /// What one of several workers has of it.
    Shape share(int workers) {
      return new Shape(sources, targets / workers, run / workers, rows, weighted);
    }

    /// The same runs onto one row, from so few sources that all lies in the nearest caches.
    Shape small() {
      return new Shape(Math.max(1, 4_096 / run), targets, run, 1, weighted);
    }

    /// Synapses of a source.
    int fanOut() {
      return run * rows;
    }
  }

  /// What one worker has.
  private static final class Share {
    private final Shape shape;
    private final char[] targets;
    private final float @Nullable [] weights;
    private final float[][] rows;
    private final int[] sources;
    private int next;

    Share(Shape shape) {
      this.shape = shape;
      RandomStream stream = Seeds.of(1).stream("scatter");
      targets = new char[shape.sources * shape.fanOut()];
      for (int start = 0; start < targets.length; start += shape.run) {
        for (int k = 0; k < shape.run; k++) {
          targets[start + k] = (char) stream.nextInt(shape.targets);
        }
        Arrays.sort(targets, start, start + shape.run);
      }
      weights = shape.weighted ? new float[targets.length] : null;
      if (weights != null) {
        Arrays.fill(weights, 1);
      }
      rows = new float[shape.rows][shape.targets];
      sources = new int[CHOICES];
      for (int k = 0; k < CHOICES; k++) {
        sources[k] = stream.nextInt(shape.sources);
      }
    }

    /// How many events a batch has, a whole number of sources.
    int events() {
      return BATCH / shape.fanOut() * shape.fanOut();
    }

    /// A batch of sources onto clear rows; all that was added is there afterwards.
    void batch() {
      for (float[] row : rows) {
        Arrays.fill(row, 0);
      }
      for (int sent = 0; sent < events(); sent += shape.fanOut()) {
        deliver(sources[next]);
        next = (next + 1) % sources.length;
      }
      double sum = 0;
      for (float[] row : rows) {
        for (float value : row) {
          sum += value;
        }
      }
      if (sum != events()) {
        throw new IllegalStateException("sum of what arrived must be " + events() + ", was " + sum);
      }
    }

    private void deliver(int source) {
      int at = source * shape.fanOut();
      for (float[] row : rows) {
        add(row, at, at + shape.run);
        at += shape.run;
      }
    }

    private void add(float[] row, int from, int to) {
      if (weights == null) {
        for (int k = from; k < to; k++) {
          row[targets[k]] += 1;
        }
      } else {
        for (int k = from; k < to; k++) {
          row[targets[k]] += weights[k];
        }
      }
    }
  }

  Scatter(Shape shape, Workers workers) {
    this.workers = workers;
    shares = new Share[workers.count()];
    workers.run(shares.length, w -> shares[w] = new Share(shape.share(shares.length)));
  }

  /// Events a wall second of all workers together, in one turn.
  double eventsPerSecond() {
    double events = (double) shares[0].events() * shares.length;
    return Turns.perSecond(events, () -> workers.run(shares.length, w -> shares[w].batch()));
  }
}
