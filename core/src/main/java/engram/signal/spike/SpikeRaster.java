// SPDX-License-Identifier: Apache-2.0
package engram.signal.spike;

import engram.kernel.Bits;
import engram.source.FromPaper;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongBinaryOperator;

/// Spikes on a time grid, a bit for each neuron and step: bit t mod 64 of word `neuron * words + t
/// / 64`. Whoever records may set bits; the operations make new rasters. Bits behind the last step
/// are never set. Not for several threads at once while it is written.
///
/// Windows of time are whole-word operations. With sigma the target, s the model and D the
/// tolerance, in steps:
///
/// ```java
/// SpikeRaster missed = sigma.andNot(s.dilated(-D, D));
/// SpikeRaster spurious = s.andNot(sigma.dilated(-D, D));
/// SpikeRaster pool = s.dilated(1, P).transposed(); // row t: who fired in [t - P, t - 1]
/// ```
@FromPaper(value = "pspm", at = "spec: fast form")
public final class SpikeRaster {
  private final int neurons;
  private final int steps;
  private final int words;
  private final long[] bits;

  /// A raster without spikes.
  ///
  /// @param neurons 1 or more
  /// @param steps 1 or more
  public SpikeRaster(int neurons, int steps) {
    if (neurons < 1 || steps < 1) {
      throw new IllegalArgumentException(
          "neurons and steps must be 1 or more, was " + neurons + " x " + steps);
    }
    this.neurons = neurons;
    this.steps = steps;
    this.words = (steps + 63) >>> 6;
    if ((long) neurons * words > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "neurons x steps must fit into 2^37 bits, was " + neurons + " x " + steps);
    }
    this.bits = new long[neurons * words];
  }

  /// The raster of some trains: a spike at time t lies in step `floor(t / stepMs)`, one at the very
  /// end of the observation in the last step. Spikes of one step become one.
  ///
  /// @param trains one a neuron, of one duration
  /// @param stepMs above 0
  public static SpikeRaster of(List<SpikeTrain> trains, double stepMs) {
    if (trains.isEmpty()) {
      throw new IllegalArgumentException("trains must be 1 or more, was none");
    }
    if (!(stepMs > 0)) {
      throw new IllegalArgumentException("stepMs must be above 0, was " + stepMs);
    }
    double steps = Math.ceil(trains.getFirst().durationMs() / stepMs);
    if (steps > Integer.MAX_VALUE - 64) {
      throw new IllegalArgumentException("steps must be below 2^31, was " + steps);
    }
    SpikeRaster raster = new SpikeRaster(trains.size(), (int) steps);
    for (int i = 0; i < trains.size(); i++) {
      SpikeTrain train = trains.get(i);
      trains.getFirst().requireSameDuration(train);
      for (int k = 0; k < train.count(); k++) {
        raster.set(i, Math.min(raster.steps - 1, (int) (train.timeMs(k) / stepMs)));
      }
    }
    return raster;
  }

  /// How many neurons.
  public int neurons() {
    return neurons;
  }

  /// How many steps.
  public int steps() {
    return steps;
  }

  /// Words a neuron.
  public int words() {
    return words;
  }

  /// 64 steps of a neuron, the earliest in the lowest bit.
  public long word(int neuron, int word) {
    return bits[neuron * words + word];
  }

  /// Sets a spike.
  public void set(int neuron, int step) {
    bits[at(neuron, step)] |= 1L << step;
  }

  /// Takes a spike away.
  public void clear(int neuron, int step) {
    bits[at(neuron, step)] &= ~(1L << step);
  }

  /// Whether a neuron fired in a step.
  public boolean get(int neuron, int step) {
    return (bits[at(neuron, step)] >>> step & 1) != 0;
  }

  /// The first step from `from` on in which a neuron fired; -1 if there is none.
  ///
  /// @param from 0 or more
  public int next(int neuron, int from) {
    if (from >= steps) {
      return -1;
    }
    int at = at(neuron, from);
    int end = (neuron + 1) * words;
    long word = bits[at] & (-1L << from);
    while (word == 0) {
      if (++at == end) {
        return -1;
      }
      word = bits[at];
    }
    return ((at - neuron * words) << 6) + Long.numberOfTrailingZeros(word);
  }

  private int at(int neuron, int step) {
    if (neuron < 0 || neuron >= neurons || step < 0 || step >= steps) {
      throw new IllegalArgumentException(
          "neuron and step must be in %d x %d, was %d, %d".formatted(neurons, steps, neuron, step));
    }
    return neuron * words + (step >>> 6);
  }

  /// How many spikes a neuron has.
  public long count(int neuron) {
    return Bits.count(bits, neuron * words, words);
  }

  /// How many spikes there are.
  public long count() {
    return Bits.count(bits);
  }

  /// How many neurons fired in each step.
  public int[] population() {
    int[] counts = new int[steps];
    for (int neuron = 0; neuron < neurons; neuron++) {
      for (int step = next(neuron, 0); step >= 0; step = next(neuron, step + 1)) {
        counts[step]++;
      }
    }
    return counts;
  }

  /// Each spike spread over the steps from `t + from` to `t + to`: with (-D, D) a window to both
  /// sides, with (1, P) the steps behind it without its own.
  ///
  /// @param from at most `to`
  public SpikeRaster dilated(int from, int to) {
    if (from > to) {
      throw new IllegalArgumentException("from must be at most " + to + ", was " + from);
    }
    if (from > 0) {
      return shifted(from).reaching(to - from);
    }
    return to < 0 ? shifted(to).reaching(from - to) : reaching(to).or(reaching(from));
  }

  /// Each spike spread to one side, by windows of doubled width.
  private SpikeRaster reaching(int by) {
    SpikeRaster spread = this;
    int sign = by < 0 ? -1 : 1;
    long wanted = Math.min(Math.abs((long) by), steps) + 1;
    long width = 1;
    while (width < wanted) {
      long more = Math.min(width, wanted - width);
      spread = spread.or(spread.shifted((int) (sign * more)));
      width += more;
    }
    return spread;
  }

  /// Each spike moved by some steps; what leaves the raster is lost.
  ///
  /// @param by towards later steps if positive
  public SpikeRaster shifted(int by) {
    SpikeRaster moved = new SpikeRaster(neurons, steps);
    if (Math.abs((long) by) >= steps) {
      return moved;
    }
    int wordsBy = Math.floorDiv(by, 64);
    int bitsBy = Math.floorMod(by, 64);
    for (int neuron = 0; neuron < neurons; neuron++) {
      int row = neuron * words;
      for (int w = 0; w < words; w++) {
        long low = wordOr0(row, w - wordsBy);
        long carried = bitsBy == 0 ? 0 : wordOr0(row, w - wordsBy - 1) >>> (64 - bitsBy);
        moved.bits[row + w] = low << bitsBy | carried;
      }
    }
    return moved.trimmed();
  }

  private long wordOr0(int row, int word) {
    return word < 0 || word >= words ? 0 : bits[row + word];
  }

  private SpikeRaster trimmed() {
    if ((steps & 63) != 0) {
      long inside = -1L >>> (64 - (steps & 63));
      for (int at = words - 1; at < bits.length; at += words) {
        bits[at] &= inside;
      }
    }
    return this;
  }

  /// Spikes of both.
  public SpikeRaster and(SpikeRaster other) {
    return combined(other, (a, b) -> a & b);
  }

  /// Spikes of either.
  public SpikeRaster or(SpikeRaster other) {
    return combined(other, (a, b) -> a | b);
  }

  /// Spikes of this one that the other does not have.
  public SpikeRaster andNot(SpikeRaster other) {
    return combined(other, (a, b) -> a & ~b);
  }

  private SpikeRaster combined(SpikeRaster other, LongBinaryOperator by) {
    requireSameShape(other);
    SpikeRaster result = new SpikeRaster(neurons, steps);
    for (int i = 0; i < bits.length; i++) {
      result.bits[i] = by.applyAsLong(bits[i], other.bits[i]);
    }
    return result;
  }

  /// Steps as rows and neurons as columns, by blocks of 64 x 64 bits.
  public SpikeRaster transposed() {
    SpikeRaster turned = new SpikeRaster(steps, neurons);
    long[] block = new long[64];
    for (int neuron = 0; neuron < neurons; neuron += 64) {
      int rows = Math.min(64, neurons - neuron);
      for (int word = 0; word < words; word++) {
        for (int i = 0; i < 64; i++) {
          block[i] = i < rows ? bits[(neuron + i) * words + word] : 0;
        }
        BitBlock.transpose(block);
        int columns = Math.min(64, steps - 64 * word);
        for (int i = 0; i < columns; i++) {
          turned.bits[(64 * word + i) * turned.words + (neuron >>> 6)] = block[i];
        }
      }
    }
    return turned;
  }

  /// The spikes of a neuron as a train, each in the middle of its step.
  ///
  /// @param stepMs above 0
  public SpikeTrain train(int neuron, double stepMs) {
    double[] times = new double[(int) count(neuron)];
    int k = 0;
    for (int step = next(neuron, 0); step >= 0; step = next(neuron, step + 1)) {
      times[k++] = (step + 0.5) * stepMs;
    }
    return SpikeTrain.of(steps * stepMs, times);
  }

  /// Refuses a raster of another shape.
  public void requireSameShape(SpikeRaster other) {
    if (other.neurons != neurons || other.steps != steps) {
      throw new IllegalArgumentException(
          "rasters must have one shape, was %d x %d and %d x %d"
              .formatted(neurons, steps, other.neurons, other.steps));
    }
  }

  /// A raster of its own with the same spikes.
  public SpikeRaster copy() {
    SpikeRaster copy = new SpikeRaster(neurons, steps);
    System.arraycopy(bits, 0, copy.bits, 0, bits.length);
    return copy;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SpikeRaster raster
        && raster.neurons == neurons
        && raster.steps == steps
        && Arrays.equals(raster.bits, bits);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * neurons + steps) + Arrays.hashCode(bits);
  }

  @Override
  public String toString() {
    return "SpikeRaster of " + neurons + " neurons x " + steps + " steps, " + count() + " spikes";
  }
}
