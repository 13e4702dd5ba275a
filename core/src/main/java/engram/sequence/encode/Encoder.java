// SPDX-License-Identifier: Apache-2.0
package engram.sequence.encode;

import engram.sequence.sdr.Sdr;

/// Turns values into sparse codes of a fixed width. Never changes, so machines may share one.
///
/// @param <T> what it encodes
public interface Encoder<T> {
  /// The number of bits of a code.
  int width();

  /// Adds the code of a value to a buffer, its first bit at `at`.
  ///
  /// @param at where the code begins, above all bits that are active
  /// @throws IllegalArgumentException if the value has no code; the buffer may hold a part of it
  void encode(T value, int at, ActiveBits into);

  /// The code of a value.
  default Sdr encode(T value) {
    ActiveBits bits = new ActiveBits(width());
    encode(value, 0, bits);
    return bits.toSdr();
  }
}
