// SPDX-License-Identifier: Apache-2.0
package engram.kernel.internal;

/// An array of floats a thread in which a loop works, kept from call to call so that none is made
/// anew. What stands in it is whatever was left.
public final class FloatRoom {
  private final ThreadLocal<float[]> own = ThreadLocal.withInitial(() -> new float[0]);

  /// At least so many elements, the calling thread's until it asks for this room again.
  public float[] of(int length) {
    float[] room = own.get();
    if (room.length < length) {
      room = new float[length];
      own.set(room);
    }
    return room;
  }
}
