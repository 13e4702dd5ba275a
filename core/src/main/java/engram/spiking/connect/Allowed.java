// SPDX-License-Identifier: Apache-2.0
package engram.spiking.connect;

/// Which of the drawn pairs are kept.
///
/// @param autapses whether a neuron may connect to itself
/// @param multapses whether a pair may be joined more than once; if not, partners are drawn without
///   being put back
public record Allowed(boolean autapses, boolean multapses) {
  /// Autapses and multapses.
  public static final Allowed EVERYTHING = new Allowed(true, true);

  /// Neither.
  public static final Allowed SIMPLE = new Allowed(false, false);

  static void requireCount(int count) {
    if (count < 0) {
      throw new IllegalArgumentException("count must be 0 or more, was " + count);
    }
  }

  /// Refuses more partners than there are.
  void requireEnough(int count, int partners, boolean same) {
    int possible = partners - (same && !autapses ? 1 : 0);
    if (count > 0 && (possible < 1 || (!multapses && count > possible))) {
      throw new IllegalArgumentException(
          "count must be at most the %d possible partners, was %d".formatted(possible, count));
    }
  }
}
