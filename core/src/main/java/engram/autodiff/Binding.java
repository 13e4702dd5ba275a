// SPDX-License-Identifier: Apache-2.0
package engram.autodiff;

import engram.autodiff.array.Precision;
import engram.autodiff.array.Shape;
import engram.autodiff.array.Values;
import engram.kernel.Workers;
import java.util.List;

/// The arrays of one node, chosen by the compiler: what an operation makes its step of.
///
/// @param node the node
/// @param in the operands' arrays
/// @param out the array of the result
/// @param workers threads that products may use
/// @param clock counts the program's runs
record Binding(Node node, List<Values> in, Values out, Workers workers, Clock clock) {
  /// Counts runs; masks are a function of it.
  static final class Clock {
    private long step;

    long step() {
      return step;
    }

    void step(long now) {
      step = now;
    }
  }

  boolean isFloat() {
    return out.precision() == Precision.FLOAT;
  }

  float[] floats(int operand) {
    return in.get(operand).floats();
  }

  double[] doubles(int operand) {
    return in.get(operand).doubles();
  }

  float[] floats() {
    return out.floats();
  }

  double[] doubles() {
    return out.doubles();
  }

  Shape shape(int operand) {
    return node.in(operand).shape();
  }

  Shape shape() {
    return node.shape();
  }
}
