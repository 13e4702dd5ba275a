// SPDX-License-Identifier: Apache-2.0
package engram.spiking.record;

import java.util.Arrays;

/// Spikes of a population as a list of (step, neuron), in the order of steps, then of neurons.
public final class SpikeRecord {
  private final long[] steps;
  private final int[] neurons;
  private final int size;
  private final double dtMs;

  SpikeRecord(long[] steps, int[] neurons, int size, double dtMs) {
    this.steps = steps;
    this.neurons = neurons;
    this.size = size;
    this.dtMs = dtMs;
  }

  /// How many spikes.
  public int count() {
    return steps.length;
  }

  /// How many neurons the population has.
  public int size() {
    return size;
  }

  /// The length of a step.
  public double dtMs() {
    return dtMs;
  }

  /// The step of a spike.
  public long step(int spike) {
    return steps[spike];
  }

  /// The neuron of a spike.
  public int neuron(int spike) {
    return neurons[spike];
  }

  /// The time of a spike: the end of its step, in ms.
  public double timeMs(int spike) {
    return (steps[spike] + 1) * dtMs;
  }

  /// The spikes of steps from `from` on, before `to`.
  public SpikeRecord between(long from, long to) {
    int begin = first(from);
    int end = Math.max(begin, first(to));
    return new SpikeRecord(
        Arrays.copyOfRange(steps, begin, end), Arrays.copyOfRange(neurons, begin, end), size, dtMs);
  }

  private int first(long step) {
    int low = 0;
    int high = steps.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (steps[middle] < step) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// Spikes a neuron and second in a time of that many steps.
  public double rateHz(long duration) {
    if (duration < 1) {
      throw new IllegalArgumentException("duration must be at least 1 step, was " + duration);
    }
    return count() / (size * (duration * dtMs / 1000));
  }

  /// Spike times of each neuron in ms, ascending.
  public double[][] trainsMs() {
    int[] counts = new int[size];
    for (int neuron : neurons) {
      counts[neuron]++;
    }
    double[][] trains = new double[size][];
    for (int i = 0; i < size; i++) {
      trains[i] = new double[counts[i]];
    }
    int[] next = new int[size];
    for (int k = 0; k < neurons.length; k++) {
      trains[neurons[k]][next[neurons[k]]++] = timeMs(k);
    }
    return trains;
  }

  /// A bit a neuron and step: word `i * words + t / 64`, bit `t % 64` of neuron i, with `words =
  /// ceil(steps / 64)`, for steps `from` to `from + duration - 1`.
  public long[] bits(long from, int duration) {
    int words = (duration + 63) >>> 6;
    long[] bits = new long[Math.multiplyExact(size, words)];
    for (int k = first(from); k < steps.length && steps[k] < from + duration; k++) {
      int t = (int) (steps[k] - from);
      bits[neurons[k] * words + (t >>> 6)] |= 1L << t;
    }
    return bits;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SpikeRecord that
        && size == that.size
        && dtMs == that.dtMs
        && Arrays.equals(steps, that.steps)
        && Arrays.equals(neurons, that.neurons);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(steps) + Arrays.hashCode(neurons);
  }

  @Override
  public String toString() {
    return count() + " spikes of " + size + " neurons";
  }
}
