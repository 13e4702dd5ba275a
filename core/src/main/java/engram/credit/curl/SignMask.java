// SPDX-License-Identifier: Apache-2.0
package engram.credit.curl;

import engram.source.FromPaper;
import java.util.Arrays;

/// Which neurons learn with the opposite sign: a gain for each, +1 or -1, that multiplies the
/// updates of its synapses on one side.
///
///     pre-synaptic    dW1 = -eta a x' D1      dW2 = -eta e h' D2     D1: inputs, D2: hidden units
///     post-synaptic   dW1 = -eta D1 a x'      dW2 = -eta D2 e h'     D1: hidden units, D2: outputs
///
/// With all gains +1 the rule is gradient descent, with all -1 ascent. [#gains] takes any finite
/// real numbers: a neuron of gain 0 has fixed synapses, one of 2 learns twice as fast.
///
/// References: [1] in the package.
@FromPaper(value = "curl-descent", at = "code: masks")
public final class SignMask {
  /// Which side of a synapse sets its sign.
  public enum Side {
    /// The neuron that sends: the authors' column mode.
    PRE,
    /// The neuron that receives: their row mode.
    POST
  }

  private final Side side;
  final double[] first;
  final double[] second;

  private SignMask(Side side, double[] first, double[] second) {
    this.side = side;
    this.first = first.clone();
    this.second = second.clone();
  }

  /// Signs of the senders: of every input for W1, of every hidden unit for W2.
  public static SignMask preSynaptic(double[] inputs, double[] hidden) {
    requireSigns("inputs", inputs);
    requireSigns("hidden", hidden);
    return new SignMask(Side.PRE, inputs, hidden);
  }

  /// Signs of the receivers: of every hidden unit for W1, of every output for W2.
  public static SignMask postSynaptic(double[] hidden, double[] outputs) {
    requireSigns("hidden", hidden);
    requireSigns("outputs", outputs);
    return new SignMask(Side.POST, hidden, outputs);
  }

  /// Any finite gains.
  ///
  /// @param first gains for W1
  /// @param second gains for W2
  public static SignMask gains(Side side, double[] first, double[] second) {
    requireFinite("first", first);
    requireFinite("second", second);
    return new SignMask(side, first, second);
  }

  /// Nobody flipped: gradient descent.
  public static SignMask none(NetShape shape) {
    return flipped(shape, 0, 0);
  }

  /// The first so many inputs and hidden units flipped at the pre-synaptic side, as in the scripts.
  public static SignMask flipped(NetShape shape, int inputs, int hidden) {
    return new SignMask(
        Side.PRE, signs("inputs", shape.inputs(), inputs), signs("hidden", shape.hidden(), hidden));
  }

  /// The side.
  public Side side() {
    return side;
  }

  /// The gains for W1, a copy.
  public double[] first() {
    return first.clone();
  }

  /// The gains for W2, a copy.
  public double[] second() {
    return second.clone();
  }

  /// Multiplies the gradient of W1, of so many columns, by the gains.
  void applyFirst(double[] gradient, int columns) {
    apply(first, gradient, columns);
  }

  /// Multiplies the gradient of W2 by the gains.
  void applySecond(double[] gradient, int columns) {
    apply(second, gradient, columns);
  }

  /// Refuses a mask whose lengths are not those of a network.
  void requireFits(NetShape shape) {
    boolean pre = side == Side.PRE;
    requireLength("first layer", first.length, pre ? shape.inputs() : shape.hidden());
    requireLength("second layer", second.length, pre ? shape.hidden() : shape.outputs());
  }

  private void apply(double[] gains, double[] gradient, int columns) {
    for (int at = 0, row = 0; at < gradient.length; at += columns, row++) {
      for (int j = 0; j < columns; j++) {
        gradient[at + j] *= side == Side.PRE ? gains[j] : gains[row];
      }
    }
  }

  private void requireLength(String layer, int length, int size) {
    if (length != size) {
      throw new IllegalArgumentException(
          "%s-synaptic mask of the %s must have length %d, was %d"
              .formatted(side == Side.PRE ? "pre" : "post", layer, size, length));
    }
  }

  private static double[] signs(String name, int size, int flipped) {
    if (flipped < 0 || flipped > size) {
      throw new IllegalArgumentException(
          "flipped " + name + " must be in [0, " + size + "], was " + flipped);
    }
    double[] signs = new double[size];
    Arrays.fill(signs, 0, flipped, -1);
    Arrays.fill(signs, flipped, size, 1);
    return signs;
  }

  private static void requireSigns(String name, double[] signs) {
    for (double sign : signs) {
      if (Math.abs(sign) != 1) {
        throw new IllegalArgumentException("signs of " + name + " must be 1 or -1, was " + sign);
      }
    }
  }

  private static void requireFinite(String name, double[] gains) {
    for (double gain : gains) {
      if (!Double.isFinite(gain)) {
        throw new IllegalArgumentException("gains of " + name + " must be finite, was " + gain);
      }
    }
  }
}
