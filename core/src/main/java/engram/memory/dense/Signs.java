// SPDX-License-Identifier: Apache-2.0
package engram.memory.dense;

/// Checks of what a caller brings.
final class Signs {
  private Signs() {}

  /// Refuses entries other than +1 and -1, naming the first.
  static void require(String name, byte[] signs) {
    for (int i = 0; i < signs.length; i++) {
      if (signs[i] != 1 && signs[i] != -1) {
        throw new IllegalArgumentException(
            "%s at place %d must be +1 or -1, was %d".formatted(name, i, signs[i]));
      }
    }
  }

  /// Refuses another length or other entries.
  static byte[] require(String name, byte[] signs, int length) {
    if (signs.length != length) {
      throw new IllegalArgumentException(
          "length of %s must be the number of spins, %d, was %d"
              .formatted(name, length, signs.length));
    }
    require(name, signs);
    return signs;
  }

  /// Refuses a number outside [least, most].
  static int require(String name, int value, int least, int most) {
    if (value < least || value > most) {
      String rule =
          most == Integer.MAX_VALUE ? least + " or more" : "in [" + least + ", " + most + "]";
      throw new IllegalArgumentException(name + " must be " + rule + ", was " + value);
    }
    return value;
  }
}
