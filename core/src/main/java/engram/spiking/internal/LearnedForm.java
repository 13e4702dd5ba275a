// SPDX-License-Identifier: Apache-2.0
package engram.spiking.internal;

import engram.error.DataCorruptException;
import engram.spiking.internal.synapse.Column;
import engram.spiking.internal.synapse.Pathway;
import engram.state.Snapshot;
import java.util.ArrayList;
import java.util.List;

/// The state of a projection that learns, as arrays of the whole projection, the same however it is
/// sliced: by synapse in the order of sources and delays, by source, by target.
///
/// @param store where the synapses lie
/// @param projection its number
/// @param path before the names of its arrays
/// @param targets neurons of the target population
/// @param ways its pathways, by slice
public record LearnedForm(
    SynapseStore store, int projection, String path, int targets, List<Pathway> ways) {

  /// Adds its arrays; none if nothing learns.
  ///
  /// @param step the next step
  public void put(Snapshot.Builder builder, long step) {
    List<List<Column>> columns = columns(step);
    for (int c = 0; c < columns.getFirst().size(); c++) {
      String name = path + columns.getFirst().get(c).name();
      switch (whole(columns, c)) {
        case float[] floats -> builder.floats(name, "1", floats);
        case double[] doubles -> builder.doubles(name, "1", doubles);
        case long[] longs -> builder.longs(name, "1", longs);
        default -> throw new IllegalStateException("array of " + name + " must be of numbers");
      }
    }
  }

  private List<List<Column>> columns(long step) {
    return ways.stream().map(way -> way.columns(step)).toList();
  }

  /// A column of all slices.
  private Object whole(List<List<Column>> columns, int c) {
    Column first = columns.getFirst().get(c);
    Object all = first.fresh(length(columns, c));
    move(columns, c, all, true);
    return all;
  }

  private int length(List<List<Column>> columns, int c) {
    Column first = columns.getFirst().get(c);
    return switch (first.of()) {
      case SYNAPSE -> Math.toIntExact(store.count(projection));
      case TARGET -> targets;
      case SOURCE, SHARED -> first.length();
    };
  }

  private void move(List<List<Column>> columns, int c, Object whole, boolean gather) {
    for (int slice = 0; slice < columns.size(); slice++) {
      Column own = columns.get(slice).get(c);
      switch (own.of()) {
        case SYNAPSE -> store.transfer(projection, slice, own.array(), whole, gather);
        case TARGET -> copy(own, whole, store.begin(slice, targets), gather);
        case SOURCE, SHARED -> copy(own, whole, 0, gather);
      }
    }
  }

  private static void copy(Column own, Object whole, int at, boolean gather) {
    if (gather) {
      System.arraycopy(own.array(), 0, whole, at, own.length());
    } else {
      System.arraycopy(whole, at, own.array(), 0, own.length());
    }
  }

  /// Reads its arrays, without touching the state.
  ///
  /// @return by column
  public List<Object> read(Snapshot snapshot) {
    List<List<Column>> columns = columns(0);
    List<Object> read = new ArrayList<>();
    for (int c = 0; c < columns.getFirst().size(); c++) {
      Column column = columns.getFirst().get(c);
      String name = path + column.name();
      Object values =
          switch (column.array()) {
            case float[] _ -> snapshot.floats(name);
            case double[] _ -> snapshot.doubles(name);
            default -> snapshot.longs(name);
          };
      int length = new Column(column.of(), name, values).length();
      if (length != length(columns, c)) {
        throw new DataCorruptException(
            "array %s must have %d values, was %d".formatted(name, length(columns, c), length));
      }
      read.add(values);
    }
    return read;
  }

  /// Takes over what was read.
  ///
  /// @param step the next step
  public void take(List<Object> read, long step) {
    List<List<Column>> columns = columns(step);
    for (int c = 0; c < read.size(); c++) {
      move(columns, c, read.get(c), false);
    }
    for (int slice = 0; slice < columns.size(); slice++) {
      ways.get(slice).restored(columns.get(slice), step);
    }
  }
}
