// SPDX-License-Identifier: Apache-2.0
package engram.flow.fourier;

import engram.autodiff.Node;

/// What a hidden neuron makes of its input. Only the even part of a response adds anything up; the
/// network learns with one and may be read with another.
public enum Response {
  /// `max(x, 0)`
  RELU,
  /// `x^2`, for which the theory is exact
  SQUARE,
  /// `|x|`, twice the even part of the first
  ABSOLUTE,
  /// `x^4`
  FOURTH,
  /// `ln(1 + e^(2x))`
  SOFTPLUS,
  /// `e^x`
  EXPONENTIAL,
  /// `x`: odd, hence useless
  IDENTITY,
  /// `x^3`: odd, hence useless
  CUBE;

  /// Of every number of a node.
  public Node of(Node x) {
    return switch (this) {
      case RELU -> x.relu();
      case SQUARE -> x.square();
      case ABSOLUTE -> x.abs();
      case FOURTH -> x.square().square();
      case SOFTPLUS -> x.times(2).softplus();
      case EXPONENTIAL -> x.exp();
      case IDENTITY -> x;
      case CUBE -> x.square().times(x);
    };
  }
}
