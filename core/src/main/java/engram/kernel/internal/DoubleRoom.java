// SPDX-License-Identifier: Apache-2.0
package engram.kernel.internal;

/// An array of doubles a thread in which a loop works, kept from call to call so that none is made
/// anew. What stands in it is whatever was left.
public final class DoubleRoom {
  private final ThreadLocal<double[]> own = ThreadLocal.withInitial(() -> new double[0]);

  /// At least so many elements, the calling thread's until it asks for this room again.
  public double[] of(int length) {
    double[] room = own.get();
    if (room.length < length) {
      room = new double[length];
      own.set(room);
    }
    return room;
  }
}
