// SPDX-License-Identifier: Apache-2.0
package engram.spiking.internal.synapse;

import java.util.List;

/// An array of the state of a pathway.
///
/// @param of what its elements belong to
/// @param name unique in the pathway
/// @param array of float, double or long
public record Column(Kind of, String name, Object array) {
  /// What elements belong to.
  public enum Kind {
    /// One a synapse.
    SYNAPSE,
    /// One a source, the same in all slices.
    SOURCE,
    /// One a target of the slice.
    TARGET,
    /// The same in all slices.
    SHARED
  }

  /// How many elements.
  public int length() {
    return switch (array) {
      case float[] floats -> floats.length;
      case double[] doubles -> doubles.length;
      case long[] longs -> longs.length;
      default -> throw new IllegalStateException("array of " + name + " must be of numbers");
    };
  }

  /// The column of a name.
  public static Column find(List<Column> columns, String name) {
    for (Column column : columns) {
      if (column.name.equals(name)) {
        return column;
      }
    }
    throw new IllegalStateException("column must be one of a pathway, was " + name);
  }

  /// An array of the same kind of number.
  public Object fresh(int length) {
    return switch (array) {
      case float[] _ -> new float[length];
      case double[] _ -> new double[length];
      default -> new long[length];
    };
  }
}
