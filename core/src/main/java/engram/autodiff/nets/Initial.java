// SPDX-License-Identifier: Apache-2.0
package engram.autodiff.nets;

import engram.autodiff.Parameters;
import engram.random.RandomStream;

/// The first values of weights.
///
/// | rule | distribution | for |
/// | --- | --- | --- |
/// | HE | normal, deviation sqrt(2 / inputs) [1] | relu |
/// | GLOROT | uniform, bound sqrt(6 / (inputs + outputs)) [2] | tanh, sigmoid, attention |
/// | LECUN | normal, deviation sqrt(1 / inputs) | linear nets |
/// | FAN_IN | uniform, bound sqrt(1 / inputs) | PyTorch's own first values |
/// | ZERO | 0 | what must begin silent |
///
/// References: see the package.
public enum Initial {
  /// Normal with deviation `sqrt(2 / inputs)`.
  HE,
  /// Uniform with bound `sqrt(6 / (inputs + outputs))`.
  GLOROT,
  /// Normal with deviation `sqrt(1 / inputs)`.
  LECUN,
  /// Uniform with bound `sqrt(1 / inputs)`.
  FAN_IN,
  /// Zeros.
  ZERO;

  /// Makes a parameter.
  ///
  /// @param inputs how many numbers feed one output
  /// @param outputs how many outputs one number feeds
  void add(
      Parameters parameters,
      String name,
      RandomStream stream,
      int inputs,
      int outputs,
      int... shape) {
    switch (this) {
      case HE -> parameters.addNormal(name, stream, Math.sqrt(2.0 / inputs), shape);
      case GLOROT ->
          parameters.addUniform(name, stream, Math.sqrt(6.0 / (inputs + outputs)), shape);
      case LECUN -> parameters.addNormal(name, stream, Math.sqrt(1.0 / inputs), shape);
      case FAN_IN -> parameters.addUniform(name, stream, Math.sqrt(1.0 / inputs), shape);
      case ZERO -> parameters.add(name, shape);
    }
  }
}
