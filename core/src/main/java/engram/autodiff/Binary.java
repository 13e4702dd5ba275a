// SPDX-License-Identifier: Apache-2.0
package engram.autodiff;

import engram.autodiff.array.Precision;
import engram.autodiff.array.Shape;
import engram.autodiff.array.Values;
import engram.autodiff.internal.Loops;
import engram.autodiff.internal.Misfit;
import engram.autodiff.internal.Stage;
import engram.kernel.Doubles;
import engram.kernel.Floats;
import java.util.List;

/// Functions of two numbers, element by element; both operands have one shape.
///
/// | operation | y | gradients, u that of y |
/// | --- | --- | --- |
/// | Plus | a + b | u, u |
/// | Minus | a - b | u, -u |
/// | Times | a b | u b, u a |
/// | Divided | a / b | u / b, -u y / b |
/// | Maximum | the larger | u to a where a >= b, else to b |
/// | Minimum | the smaller | u to a where b >= a, else to b |
/// | AtLeast | 1 where a >= b, else 0 | none |
/// | Where | b where a is above 0, else 0 | none, u where a is above 0 |
sealed interface Binary extends Elementwise {
  /// The loop over ranges of floats.
  Loops.BinaryFloats floats();

  /// The loop over ranges of doubles.
  Loops.BinaryDoubles doubles();

  @Override
  default Shape shape(List<Shape> operands) {
    if (!operands.get(0).equals(operands.get(1))) {
      throw Misfit.of(word(), operands);
    }
    return operands.get(0);
  }

  @Override
  default Stage stage(List<Values> operands, Values target) {
    Values a = operands.get(0);
    Values b = operands.get(1);
    return target.precision() == Precision.FLOAT
        ? Stage.of(floats(), a.floats(), b.floats(), target.floats())
        : Stage.of(doubles(), a.doubles(), b.doubles(), target.doubles());
  }

  /// `a + b`.
  record Plus() implements Binary {
    @Override
    public Loops.BinaryFloats floats() {
      return (a, b, y, n) -> {
        for (int i = 0; i < n; i++) {
          y[i] = a[i] + b[i];
        }
      };
    }

    @Override
    public Loops.BinaryDoubles doubles() {
      return (a, b, y, n) -> {
        for (int i = 0; i < n; i++) {
          y[i] = a[i] + b[i];
        }
      };
    }

    @Override
    public void gradient(Node self, Node upstream, Shares shares) {
      shares.add(0, upstream);
      shares.add(1, upstream);
    }
  }

  /// `a - b`.
  record Minus() implements Binary {
    @Override
    public Loops.BinaryFloats floats() {
      return (a, b, y, n) -> {
        for (int i = 0; i < n; i++) {
          y[i] = a[i] - b[i];
        }
      };
    }

    @Override
    public Loops.BinaryDoubles doubles() {
      return (a, b, y, n) -> {
        for (int i = 0; i < n; i++) {
          y[i] = a[i] - b[i];
        }
      };
    }

    @Override
    public void gradient(Node self, Node upstream, Shares shares) {
      shares.add(0, upstream);
      shares.add(1, upstream.negated());
    }
  }

  /// `a b`.
  record Times() implements Binary {
    @Override
    public Loops.BinaryFloats floats() {
      return (a, b, y, n) -> {
        for (int i = 0; i < n; i++) {
          y[i] = a[i] * b[i];
        }
      };
    }

    @Override
    public Loops.BinaryDoubles doubles() {
      return (a, b, y, n) -> {
        for (int i = 0; i < n; i++) {
          y[i] = a[i] * b[i];
        }
      };
    }

    @Override
    public void gradient(Node self, Node upstream, Shares shares) {
      shares.add(0, upstream.times(self.in(1)));
      shares.add(1, upstream.times(self.in(0)));
    }
  }

  /// `a / b`.
  record Divided() implements Binary {
    @Override
    public Loops.BinaryFloats floats() {
      return (a, b, y, n) -> {
        for (int i = 0; i < n; i++) {
          y[i] = a[i] / b[i];
        }
      };
    }

    @Override
    public Loops.BinaryDoubles doubles() {
      return (a, b, y, n) -> {
        for (int i = 0; i < n; i++) {
          y[i] = a[i] / b[i];
        }
      };
    }

    @Override
    public void gradient(Node self, Node upstream, Shares shares) {
      Node toA = upstream.dividedBy(self.in(1));
      shares.add(0, toA);
      shares.add(1, toA.times(self).negated());
    }
  }

  /// The larger; NaN if either is.
  record Maximum() implements Binary {
    @Override
    public Loops.BinaryFloats floats() {
      return (a, b, y, n) -> {
        for (int i = 0; i < n; i++) {
          y[i] = Math.max(a[i], b[i]);
        }
      };
    }

    @Override
    public Loops.BinaryDoubles doubles() {
      return (a, b, y, n) -> {
        for (int i = 0; i < n; i++) {
          y[i] = Math.max(a[i], b[i]);
        }
      };
    }

    @Override
    public void gradient(Node self, Node upstream, Shares shares) {
      Node first = self.in(0).atLeast(self.in(1));
      shares.add(0, upstream.times(first));
      shares.add(1, upstream.times(first.affine(-1, 1)));
    }
  }

  /// The smaller; NaN if either is.
  record Minimum() implements Binary {
    @Override
    public Loops.BinaryFloats floats() {
      return (a, b, y, n) -> {
        for (int i = 0; i < n; i++) {
          y[i] = Math.min(a[i], b[i]);
        }
      };
    }

    @Override
    public Loops.BinaryDoubles doubles() {
      return (a, b, y, n) -> {
        for (int i = 0; i < n; i++) {
          y[i] = Math.min(a[i], b[i]);
        }
      };
    }

    @Override
    public void gradient(Node self, Node upstream, Shares shares) {
      Node first = self.in(1).atLeast(self.in(0));
      shares.add(0, upstream.times(first));
      shares.add(1, upstream.times(first.affine(-1, 1)));
    }
  }

  /// 1 where a is at least b, else 0.
  record AtLeast() implements Binary {
    @Override
    public Loops.BinaryFloats floats() {
      return (a, b, y, n) -> {
        for (int i = 0; i < n; i++) {
          y[i] = a[i] >= b[i] ? 1 : 0;
        }
      };
    }

    @Override
    public Loops.BinaryDoubles doubles() {
      return (a, b, y, n) -> {
        for (int i = 0; i < n; i++) {
          y[i] = a[i] >= b[i] ? 1 : 0;
        }
      };
    }

    @Override
    public void gradient(Node self, Node upstream, Shares shares) {}
  }

  /// b where a is above 0, else 0.
  record Where() implements Binary {
    @Override
    public Loops.BinaryFloats floats() {
      return (a, b, y, n) -> Floats.wherePositive(a, 0, b, 0, y, 0, n);
    }

    @Override
    public Loops.BinaryDoubles doubles() {
      return (a, b, y, n) -> Doubles.wherePositive(a, 0, b, 0, y, 0, n);
    }

    @Override
    public void gradient(Node self, Node upstream, Shares shares) {
      shares.add(1, upstream.where(self.in(0)));
    }
  }
}
