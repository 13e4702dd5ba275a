// SPDX-License-Identifier: Apache-2.0
package engram.credit.curl;

/// The sizes of a two-layer network and what its units make of their input.
///
/// @param inputs M, 1 or more
/// @param hidden N, 1 or more
/// @param outputs K, 1 or more
/// @param nonlinearity f, of hidden units and of outputs
public record NetShape(int inputs, int hidden, int outputs, Nonlinearity nonlinearity) {
  /// Checks the sizes.
  public NetShape {
    requireSize("inputs", inputs);
    requireSize("hidden", hidden);
    requireSize("outputs", outputs);
  }

  /// Identity units and one output.
  public static NetShape linear(int inputs, int hidden) {
    return new NetShape(inputs, hidden, 1, Nonlinearity.IDENTITY);
  }

  /// Weights of both layers.
  public int weights() {
    return hidden * (inputs + outputs);
  }

  private static void requireSize(String name, int size) {
    if (size < 1) {
      throw new IllegalArgumentException(name + " must be 1 or more, was " + size);
    }
  }
}
