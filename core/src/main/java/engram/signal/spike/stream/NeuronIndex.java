// SPDX-License-Identifier: Apache-2.0
package engram.signal.spike.stream;

import engram.error.MachineCannotException;
import java.util.Arrays;

/// Numbers the ids of a recording from 0 in the order in which they first come. Not for several
/// threads at once.
public final class NeuronIndex {
  private static final int SMALL = 1 << 16;

  private final int most;
  private final int[] small = new int[SMALL];
  private long[] ids = new long[64];
  private int[] table = new int[128];
  private int count;

  /// Nothing numbered yet.
  ///
  /// @param most how many neurons there may be, 1 or more
  public NeuronIndex(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("most must be 1 or more, was " + most);
    }
    this.most = most;
  }

  /// How many neurons.
  public int count() {
    return count;
  }

  /// The id of a neuron.
  public long id(int neuron) {
    return ids[neuron];
  }

  /// The number of an id, which is new if it was not seen before.
  ///
  /// @throws MachineCannotException if there are more than the most
  public int of(long id) {
    if (id >= 0 && id < SMALL) {
      int known = small[(int) id];
      if (known > 0) {
        return known - 1;
      }
      small[(int) id] = count + 1;
      return add(id);
    }
    int slot = slot(id);
    if (table[slot] == 0) {
      table[slot] = count + 1;
      int neuron = add(id);
      if (2 * count > table.length) {
        grow();
      }
      return neuron;
    }
    return table[slot] - 1;
  }

  /// Where an id stands in the open table, or may be put.
  private int slot(long id) {
    long mixed = id * 0x9E3779B97F4A7C15L;
    int slot = (int) (mixed >>> 32) & (table.length - 1);
    while (table[slot] != 0 && ids[table[slot] - 1] != id) {
      slot = (slot + 1) & (table.length - 1);
    }
    return slot;
  }

  private int add(long id) {
    if (count == most) {
      throw new MachineCannotException(
          "neurons must be at most %,d in the memory of this machine, were more: is the column of ids right?"
              .formatted(most));
    }
    if (count == ids.length) {
      ids = Arrays.copyOf(ids, 2 * count);
    }
    ids[count] = id;
    return count++;
  }

  private void grow() {
    table = new int[2 * table.length];
    for (int neuron = 0; neuron < count; neuron++) {
      if (ids[neuron] < 0 || ids[neuron] >= SMALL) {
        table[slot(ids[neuron])] = neuron + 1;
      }
    }
  }

  /// The numbers of all neurons in ascending order of their ids.
  public int[] byId() {
    Integer[] order = new Integer[count];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Long.compare(ids[a], ids[b]));
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }
}
