// SPDX-License-Identifier: Apache-2.0
package engram.sequence.htm.pool;

import engram.sequence.encode.ActiveBits;
import java.util.Arrays;

/// The synapses of a pooler, kept twice: permanences by column, which learning walks, and connected
/// or not by input, which overlaps are summed from. There a column is one byte, 0 or 1, and a word
/// holds eight columns, the first in its lowest byte: adding two words adds eight bytes, as long as
/// none of them passes 255.
final class PoolSynapses {
  private static final int MOST_IN_A_BYTE = 255;

  private final int inputs;
  private final int columns;
  private final int connected;
  private final int increment;
  private final int decrement;
  private final int stimulusThreshold;
  private final int weakIncrement;
  private final int[] permanences;
  private final int words;
  private final long[] isConnected;
  private final int[] connectedCounts;
  private final long[] sums;
  private final int[] changes;
  private final int[] before;
  private final int[] after;

  /// @param permanences by column, then input; becomes its own
  PoolSynapses(PoolerSettings settings, int[] permanences) {
    PoolerSettings.Plasticity plasticity = settings.plasticity();
    this.inputs = settings.inputs();
    this.columns = settings.columns();
    this.connected = PoolerSettings.Plasticity.units("connected", plasticity.connected());
    this.increment = PoolerSettings.Plasticity.units("increment", plasticity.increment());
    this.decrement = PoolerSettings.Plasticity.units("decrement", plasticity.decrement());
    this.stimulusThreshold = settings.competition().stimulusThreshold();
    this.weakIncrement = connected / PoolerSettings.Plasticity.WEAK_SHARE;
    this.permanences = permanences;
    this.words = (columns + 7) >> 3;
    this.isConnected = new long[inputs * words];
    this.connectedCounts = new int[columns];
    this.sums = new long[words];
    this.changes = new int[inputs];
    this.before = new int[inputs];
    this.after = new int[inputs];
    for (int column = 0; column < columns; column++) {
      for (int input = 0; input < inputs; input++) {
        if (permanences[column * inputs + input] >= connected) {
          flip(column, input);
          connectedCounts[column]++;
        }
      }
    }
  }

  /// Writes how many connected synapses each column has from active inputs.
  void overlaps(ActiveBits active, int[] overlaps) {
    Arrays.fill(overlaps, 0);
    for (int from = 0; from < active.size(); from += MOST_IN_A_BYTE) {
      Arrays.fill(sums, 0);
      for (int i = from; i < Math.min(active.size(), from + MOST_IN_A_BYTE); i++) {
        addRow(sums, isConnected, active.get(i) * words);
      }
      for (int column = 0; column < columns; column++) {
        overlaps[column] += (int) (sums[column >> 3] >>> (column << 3)) & 0xff;
      }
    }
  }

  private static void addRow(long[] sums, long[] rows, int at) {
    for (int word = 0; word < sums.length; word++) {
      sums[word] += rows[at + word];
    }
  }

  private void flip(int column, int input) {
    isConnected[input * words + (column >> 3)] ^= 1L << (column << 3);
  }

  /// Prepares [#adapt] for an input.
  void prepare(ActiveBits active) {
    Arrays.fill(changes, -decrement);
    for (int i = 0; i < active.size(); i++) {
      changes[active.get(i)] = increment;
    }
  }

  /// Strengthens a column's synapses from active inputs, weakens the others, trims, and raises them
  /// all where too few are connected.
  void adapt(int column) {
    int row = column * inputs;
    System.arraycopy(permanences, row, before, 0, inputs);
    if (change(before, changes, after, increment, connected)) {
      for (int input = 0; input < inputs; input++) {
        if (before[input] >= connected != after[input] >= connected) {
          flip(column, input);
          connectedCounts[column] += after[input] >= connected ? 1 : -1;
        }
      }
    }
    System.arraycopy(after, 0, permanences, row, inputs);
    raiseToThreshold(column);
  }

  /// Changes a row of permanences, without a branch so that it becomes vector code: to at least 0
  /// and at most 1, and to 0 below half of `trim`; what is negative stays. Whether any came to be
  /// connected or ceased to be.
  private static boolean change(int[] before, int[] changes, int[] after, int trim, int connected) {
    int crossed = 0;
    for (int i = 0; i < before.length; i++) {
      int old = before[i];
      int outside = old >> 31;
      int value = Math.min(Math.max(old + changes[i], 0), PoolerSettings.Plasticity.UNITS);
      int trimmed = value & ~((2 * value - trim) >> 31);
      int kept = (trimmed & ~outside) | (old & outside);
      after[i] = kept;
      crossed |= (old - connected) ^ (kept - connected);
    }
    return crossed < 0;
  }

  /// Raises all synapses of a column that has fewer connected ones than the stimulus threshold,
  /// until it has as many.
  void raiseToThreshold(int column) {
    while (connectedCounts[column] < stimulusThreshold) {
      raise(column);
    }
  }

  /// Raises all synapses of a column by a tenth of what connects.
  void raise(int column) {
    int row = column * inputs;
    for (int input = 0; input < inputs; input++) {
      int old = permanences[row + input];
      if (old >= 0) {
        put(column, input, old, old + weakIncrement);
      }
    }
  }

  private void put(int column, int input, int old, int wanted) {
    int clipped = Math.clamp(wanted, 0, PoolerSettings.Plasticity.UNITS);
    int value = 2 * clipped < increment ? 0 : clipped;
    permanences[column * inputs + input] = value;
    if (old >= connected != value >= connected) {
      flip(column, input);
      connectedCounts[column] += value >= connected ? 1 : -1;
    }
  }

  /// The distance from the first to the last connected input, both included, on average over all
  /// columns; 0 for a column without any.
  double meanSpan() {
    long sum = 0;
    for (int column = 0; column < columns; column++) {
      int row = column * inputs;
      int first = 0;
      while (first < inputs && permanences[row + first] < connected) {
        first++;
      }
      int last = inputs - 1;
      while (last >= first && permanences[row + last] < connected) {
        last--;
      }
      sum += last - first + 1;
    }
    return (double) sum / columns;
  }

  int[] permanences() {
    return permanences;
  }
}
