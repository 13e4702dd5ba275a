// SPDX-License-Identifier: Apache-2.0
package engram.autodiff.internal;

import engram.autodiff.array.Values;

/// Whole numbers that stand in an array of floats or doubles, checked each time they are read.
///
/// @param source the array
/// @param bound what each must be below
/// @param name of the node that gives them, for messages
public record Indices(Values source, int bound, String name) {
  /// Copies them, each checked.
  public void read(int[] into) {
    for (int i = 0; i < into.length; i++) {
      double value = source.get(i);
      int index = (int) value;
      if (index != value || index < 0 || index >= bound) {
        throw new IllegalArgumentException(
            "indices in %s must be whole numbers in [0, %d), was %s at %d"
                .formatted(name, bound, value, i));
      }
      into[i] = index;
    }
  }
}
