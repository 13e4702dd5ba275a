// SPDX-License-Identifier: Apache-2.0
package engram.state;

import java.nio.ByteBuffer;

/// The kinds of array that a snapshot holds, named as in safetensors. Each is one primitive type of
/// Java; values lie in memory and on disk in little-endian order.
enum Dtype {
  F64(8, "doubles"),
  I64(8, "longs"),
  F32(4, "floats"),
  I32(4, "ints"),
  U8(1, "bytes"),
  BOOL(1, "booleans");

  final int bytes;
  final String words;

  Dtype(int bytes, String words) {
    this.bytes = bytes;
    this.words = words;
  }

  Object allocate(int length) {
    return switch (this) {
      case F64 -> new double[length];
      case I64 -> new long[length];
      case F32 -> new float[length];
      case I32 -> new int[length];
      case U8 -> new byte[length];
      case BOOL -> new boolean[length];
    };
  }

  /// Copies elements `from` to `from + count` of an array into the buffer.
  void put(Object array, int from, int count, ByteBuffer into) {
    switch (this) {
      case F64 -> {
        into.asDoubleBuffer().put((double[]) array, from, count);
        into.position(into.position() + 8 * count);
      }
      case I64 -> {
        into.asLongBuffer().put((long[]) array, from, count);
        into.position(into.position() + 8 * count);
      }
      case F32 -> {
        into.asFloatBuffer().put((float[]) array, from, count);
        into.position(into.position() + 4 * count);
      }
      case I32 -> {
        into.asIntBuffer().put((int[]) array, from, count);
        into.position(into.position() + 4 * count);
      }
      case U8 -> into.put((byte[]) array, from, count);
      case BOOL -> {
        boolean[] values = (boolean[]) array;
        for (int i = from; i < from + count; i++) {
          into.put((byte) (values[i] ? 1 : 0));
        }
      }
    }
  }

  /// Fills elements `from` to `from + count` of an array from the buffer.
  ///
  /// @return false if a byte stands for neither true nor false
  boolean get(ByteBuffer source, Object array, int from, int count) {
    switch (this) {
      case F64 -> source.asDoubleBuffer().get((double[]) array, from, count);
      case I64 -> source.asLongBuffer().get((long[]) array, from, count);
      case F32 -> source.asFloatBuffer().get((float[]) array, from, count);
      case I32 -> source.asIntBuffer().get((int[]) array, from, count);
      case U8 -> source.get((byte[]) array, from, count);
      case BOOL -> {
        boolean[] values = (boolean[]) array;
        for (int i = from; i < from + count; i++) {
          byte value = source.get();
          if (value != 0 && value != 1) {
            return false;
          }
          values[i] = value == 1;
        }
      }
    }
    return true;
  }
}
