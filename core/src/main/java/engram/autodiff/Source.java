// SPDX-License-Identifier: Apache-2.0
package engram.autodiff;

import engram.autodiff.array.Shape;
import engram.autodiff.internal.Step;
import engram.random.RandomStream;
import engram.random.Seeds;
import java.util.List;

/// What has no operands: what a person gives, what is trained, what is fixed, what is drawn.
sealed interface Source extends Whole {
  @Override
  default void gradient(Node self, Node upstream, Shares shares) {}

  /// Numbers that are given before a run; its shape stands in the node.
  record Input(String name) implements Source {
    @Override
    public Shape shape(List<Shape> operands) {
      throw new IllegalStateException("shape of an input must be given, was not");
    }

    @Override
    public Step step(Binding at) {
      return () -> {};
    }
  }

  /// Numbers that are trained.
  record Parameter(String name, Shape shape) implements Source {
    @Override
    public Shape shape(List<Shape> operands) {
      return shape;
    }

    @Override
    public Step step(Binding at) {
      return () -> {};
    }
  }

  /// Given numbers.
  record Constant(List<Double> values, Shape shape) implements Source {
    @Override
    public Shape shape(List<Shape> operands) {
      return shape;
    }

    @Override
    public Step step(Binding at) {
      return () -> {
        for (int i = 0; i < values.size(); i++) {
          at.out().set(i, values.get(i));
        }
      };
    }
  }

  /// One number everywhere.
  record Filled(double value, Shape shape) implements Source {
    @Override
    public Shape shape(List<Shape> operands) {
      return shape;
    }

    @Override
    public Step step(Binding at) {
      return () -> at.out().fill(value);
    }
  }

  /// 0 with a probability, else 1 / (1 - probability): one word of the stream an element, at a
  /// place that only the program's step decides.
  record Mask(Seeds seeds, String name, double zeroProbability, Shape shape) implements Source {
    @Override
    public Shape shape(List<Shape> operands) {
      return shape;
    }

    @Override
    public Step step(Binding at) {
      RandomStream stream = seeds.stream(name);
      double kept = 1 / (1 - zeroProbability);
      int n = shape.size();
      return () -> {
        stream.seek(Math.multiplyExact(at.clock().step(), (long) n));
        if (at.isFloat()) {
          float[] y = at.floats();
          for (int i = 0; i < n; i++) {
            y[i] = stream.nextDouble() < zeroProbability ? 0 : (float) kept;
          }
        } else {
          double[] y = at.doubles();
          for (int i = 0; i < n; i++) {
            y[i] = stream.nextDouble() < zeroProbability ? 0 : kept;
          }
        }
      };
    }
  }
}
