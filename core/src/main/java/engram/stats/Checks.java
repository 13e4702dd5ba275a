// SPDX-License-Identifier: Apache-2.0
package engram.stats;

/// The refusals that this package's functions share.
final class Checks {
  private Checks() {}

  static void confidence(double confidence) {
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException("confidence must be inside (0, 1), was " + confidence);
    }
  }

  static void values(String name, double[] values, int least) {
    if (values.length < least) {
      throw new IllegalArgumentException(
          name + " must be " + least + " or more, was " + values.length);
    }
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException(name + "[" + i + "] must be finite, was " + values[i]);
      }
    }
  }

  static void pairs(String name, double[] values, String otherName, double[] others, int least) {
    values(name, values, least);
    values(otherName, others, 0);
    if (others.length != values.length) {
      throw new IllegalArgumentException(
          otherName
              + " must be as many as "
              + name
              + ", was "
              + others.length
              + " for "
              + values.length);
    }
  }
}
