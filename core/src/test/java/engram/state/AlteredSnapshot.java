// SPDX-License-Identifier: Apache-2.0
package engram.state;

import java.lang.reflect.Array;
import java.util.LinkedHashMap;
import java.util.Map;

/// Snapshots that were tampered with, for tests of what a machine refuses.
public final class AlteredSnapshot {
  private AlteredSnapshot() {}

  /// The same with one array replaced by another of its type, as a vector if the length differs.
  public static Snapshot with(Snapshot of, String name, Object array) {
    Map<String, Snapshot.Tensor> tensors = new LinkedHashMap<>();
    for (String each : of.names()) {
      tensors.put(each, of.tensor(each));
    }
    Snapshot.Tensor own = of.tensor(name);
    if (own.array().getClass() != array.getClass()) {
      throw new IllegalArgumentException(
          name + " must be " + own.array().getClass() + ", was " + array.getClass());
    }
    int length = Array.getLength(array);
    int[] shape = length == own.length() ? own.shape() : new int[] {length};
    tensors.put(name, new Snapshot.Tensor(own.dtype(), shape, own.unit(), array));
    return new Snapshot(of.format(), of.version(), tensors, of.notes());
  }
}
