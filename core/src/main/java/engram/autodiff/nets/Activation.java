// SPDX-License-Identifier: Apache-2.0
package engram.autodiff.nets;

import engram.autodiff.Node;
import engram.autodiff.Parameters;
import engram.random.Seeds;

/// Functions between layers.
///
/// | name | y |
/// | --- | --- |
/// | RELU | max(x, 0) |
/// | TANH | tanh x |
/// | SIGMOID | 1 / (1 + e^-x) |
/// | SOFTPLUS | ln(1 + e^x) |
/// | SILU | x sigmoid(x) |
/// | GELU | x (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3))) / 2, the form with tanh [7] |
/// | IDENTITY | x |
///
/// References: see the package.
public enum Activation implements Layer {
  /// `max(x, 0)`.
  RELU,
  /// `tanh x`.
  TANH,
  /// `1 / (1 + e^-x)`.
  SIGMOID,
  /// `ln(1 + e^x)`.
  SOFTPLUS,
  /// `x sigmoid(x)`.
  SILU,
  /// `x (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3))) / 2`.
  GELU,
  /// `x`.
  IDENTITY;

  /// The first weights that keep the size of signals before this function.
  public Initial initial() {
    return switch (this) {
      case RELU, SILU, GELU, SOFTPLUS -> Initial.HE;
      case TANH, SIGMOID -> Initial.GLOROT;
      case IDENTITY -> Initial.LECUN;
    };
  }

  /// The function of a node.
  public Node of(Node x) {
    return switch (this) {
      case RELU -> x.relu();
      case TANH -> x.tanh();
      case SIGMOID -> x.sigmoid();
      case SOFTPLUS -> x.softplus();
      case SILU -> x.times(x.sigmoid());
      case GELU -> {
        Node inner = x.times(x.square().affine(0.044715, 1)).times(Math.sqrt(2 / Math.PI));
        yield x.times(inner.tanh().affine(0.5, 0.5));
      }
      case IDENTITY -> x;
    };
  }

  @Override
  public void addTo(Parameters parameters, Seeds seeds) {}

  @Override
  public Node apply(Node x, Mode mode) {
    return of(x);
  }
}
