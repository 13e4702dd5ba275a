// SPDX-License-Identifier: Apache-2.0
package engram.spiking.internal.synapse;

import engram.error.MachineCannotException;
import engram.random.RandomStream;
import java.util.Arrays;

/// Makes the [Synapses] of a projection onto a range of targets: draws the pairs once to count,
/// once to put them where they belong.
public final class Builder {
  /// As many as an array may have.
  private static final int MOST = Integer.MAX_VALUE - 8;

  private final Wiring wiring;
  private final int from;
  private final int to;
  private final boolean weighted;
  private final boolean delayed;
  private final RandomStream weightDraws;
  private final RandomStream delayDraws;

  private int[] next = new int[0];
  private char[] targets = new char[0];
  private float[] weights = new float[0];
  private char[] delays = new char[0];

  private Builder(Wiring wiring, int from, int to) {
    this.wiring = wiring;
    this.from = from;
    this.to = to;
    weighted = !wiring.weight().isConstant();
    delayed = !wiring.delayMs().isConstant();
    weightDraws = wiring.seeds().stream("weights");
    delayDraws = wiring.seeds().stream("delays");
  }

  /// The synapses onto targets `from` to `to - 1`, of which there are at most 65,536.
  public static Synapses build(Wiring wiring, Pairs pairs, int from, int to) {
    return new Builder(wiring, from, to).build(pairs);
  }

  private Synapses build(Pairs pairs) {
    int[] starts = count(pairs);
    int count = starts[starts.length - 1];
    next = starts.clone();
    targets = new char[count];
    weights = new float[weighted ? count : 0];
    delays = new char[delayed ? count : 0];
    pairs.draw(from, to, new Filling());
    if (delayed || !pairs.ascending()) {
      sort(starts);
    }
    return new Synapses(
        starts,
        targets,
        weighted ? weights : null,
        weighted ? 0 : (float) wiring.weight().draw(weightDraws, 0),
        delayed ? runs(starts) : null,
        delayed ? 0 : wiring.delaySteps(wiring.delayMs().draw(delayDraws, 0)));
  }

  private int[] count(Pairs pairs) {
    long[] counts = new long[wiring.sources() + 1];
    pairs.draw(
        from,
        to,
        new PairSink() {
          @Override
          public void begin(int neuron) {}

          @Override
          public void pair(int source, int target, long ordinal) {
            if (target >= from && target < to) {
              counts[source + 1]++;
            }
          }
        });
    long all = Arrays.stream(counts).sum();
    if (all > MOST) {
      throw new MachineCannotException(
          ("synapses of a projection onto the neurons of one worker must be at most %d, was"
                  + " %d: use more workers")
              .formatted(MOST, all));
    }
    int[] starts = new int[counts.length];
    for (int i = 1; i < counts.length; i++) {
      starts[i] = starts[i - 1] + (int) counts[i];
    }
    return starts;
  }

  /// Puts pairs where they belong, with their weights and delays.
  private final class Filling implements PairSink {
    @Override
    public void begin(int neuron) {
      weightDraws.seek(Pairs.position(neuron));
      delayDraws.seek(Pairs.position(neuron));
    }

    @Override
    public void pair(int source, int target, long ordinal) {
      float weight = weighted ? (float) wiring.weight().draw(weightDraws, ordinal) : 0;
      char delay =
          delayed ? (char) wiring.delaySteps(wiring.delayMs().draw(delayDraws, ordinal)) : 0;
      if (target < from || target >= to) {
        return;
      }
      int at = next[source]++;
      targets[at] = (char) (target - from);
      if (weighted) {
        weights[at] = weight;
      }
      if (delayed) {
        delays[at] = delay;
      }
    }
  }

  /// Sorts each source's synapses by delay, target and the order in which they were drawn.
  private void sort(int[] starts) {
    long[] keys = new long[64];
    float[] oldWeights = new float[64];
    for (int source = 0; source < wiring.sources(); source++) {
      int start = starts[source];
      int size = starts[source + 1] - start;
      if (size > keys.length) {
        keys = new long[2 * size];
        oldWeights = new float[2 * size];
      }
      for (int k = 0; k < size; k++) {
        long delay = delayed ? delays[start + k] : 0;
        keys[k] = delay << 47 | (long) targets[start + k] << 31 | k;
      }
      Arrays.sort(keys, 0, size);
      if (weighted) {
        System.arraycopy(weights, start, oldWeights, 0, size);
      }
      for (int k = 0; k < size; k++) {
        targets[start + k] = (char) (keys[k] >>> 31);
        if (delayed) {
          delays[start + k] = (char) (keys[k] >>> 47);
        }
        if (weighted) {
          weights[start + k] = oldWeights[(int) (keys[k] & Integer.MAX_VALUE)];
        }
      }
    }
  }

  private Synapses.Runs runs(int[] starts) {
    int[] runStarts = new int[starts.length];
    int count = 0;
    for (int source = 0; source < wiring.sources(); source++) {
      runStarts[source] = count;
      for (int k = starts[source]; k < starts[source + 1]; k++) {
        if (k == starts[source] || delays[k] != delays[k - 1]) {
          count++;
        }
      }
    }
    runStarts[wiring.sources()] = count;
    char[] runDelays = new char[count];
    int[] ends = new int[count];
    int run = -1;
    for (int source = 0; source < wiring.sources(); source++) {
      for (int k = starts[source]; k < starts[source + 1]; k++) {
        if (k == starts[source] || delays[k] != delays[k - 1]) {
          runDelays[++run] = delays[k];
        }
        ends[run] = k + 1;
      }
    }
    return new Synapses.Runs(runStarts, runDelays, ends);
  }
}
