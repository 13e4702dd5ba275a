// SPDX-License-Identifier: Apache-2.0
package engram.autodiff;

import engram.autodiff.array.Shape;
import engram.autodiff.internal.Loops;
import engram.autodiff.internal.Misfit;
import engram.autodiff.internal.Spread;
import engram.autodiff.internal.SpreadLoop;
import engram.autodiff.internal.Step;
import engram.kernel.Doubles;
import engram.kernel.Floats;
import java.util.ArrayList;
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
sealed interface Binary extends Operation {
  /// The loop over ranges of floats.
  Loops.BinaryFloats floats();

  /// The loop over ranges of doubles.
  Loops.BinaryDoubles doubles();

  /// The nodes whose arrays a node's step reads: its operands, or what they repeat.
  static List<Node> reads(Node node) {
    if (!(node.operation() instanceof Binary)) {
      return node.operands();
    }
    List<Spread> spreads = spreads(node);
    List<Node> reads = new ArrayList<>(2);
    for (int i = 0; i < 2; i++) {
      Node operand = node.in(i);
      reads.add(spreads.get(i).kind() == Spread.Kind.DENSE ? operand : operand.in(0));
    }
    return reads;
  }

  /// How both operands of a node lie, if the result has rows that serve both.
  private static List<Spread> spreads(Node node) {
    Spread a = spread(node.in(0));
    Spread b = spread(node.in(1));
    return a.fits(b) ? List.of(a, b) : List.of(Spread.DENSE, Spread.DENSE);
  }

  private static Spread spread(Node operand) {
    return operand.operation() instanceof Rearrangement.Broadcast
        ? Spread.of(operand.in(0).shape(), operand.shape())
        : Spread.DENSE;
  }

  @Override
  default Shape shape(List<Shape> operands) {
    if (!operands.get(0).equals(operands.get(1))) {
      throw Misfit.of(word(), operands);
    }
    return operands.get(0);
  }

  @Override
  default boolean inPlace() {
    return true;
  }

  @Override
  default Step step(Binding at) {
    int n = at.shape().size();
    List<Spread> spreads = spreads(at.node());
    if (at.isFloat()) {
      return SpreadLoop.of(floats(), spreads, at.floats(0), at.floats(1), at.floats(), n);
    }
    return SpreadLoop.of(doubles(), spreads, at.doubles(0), at.doubles(1), at.doubles(), n);
  }

  /// `a + b`.
  record Plus() implements Binary {
    @Override
    public Loops.BinaryFloats floats() {
      return (a, aAt, b, bAt, y, yAt, n) -> {
        for (int i = 0; i < n; i++) {
          y[yAt + i] = a[aAt + i] + b[bAt + i];
        }
      };
    }

    @Override
    public Loops.BinaryDoubles doubles() {
      return (a, aAt, b, bAt, y, yAt, n) -> {
        for (int i = 0; i < n; i++) {
          y[yAt + i] = a[aAt + i] + b[bAt + i];
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
      return (a, aAt, b, bAt, y, yAt, n) -> {
        for (int i = 0; i < n; i++) {
          y[yAt + i] = a[aAt + i] - b[bAt + i];
        }
      };
    }

    @Override
    public Loops.BinaryDoubles doubles() {
      return (a, aAt, b, bAt, y, yAt, n) -> {
        for (int i = 0; i < n; i++) {
          y[yAt + i] = a[aAt + i] - b[bAt + i];
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
      return (a, aAt, b, bAt, y, yAt, n) -> {
        for (int i = 0; i < n; i++) {
          y[yAt + i] = a[aAt + i] * b[bAt + i];
        }
      };
    }

    @Override
    public Loops.BinaryDoubles doubles() {
      return (a, aAt, b, bAt, y, yAt, n) -> {
        for (int i = 0; i < n; i++) {
          y[yAt + i] = a[aAt + i] * b[bAt + i];
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
      return (a, aAt, b, bAt, y, yAt, n) -> {
        for (int i = 0; i < n; i++) {
          y[yAt + i] = a[aAt + i] / b[bAt + i];
        }
      };
    }

    @Override
    public Loops.BinaryDoubles doubles() {
      return (a, aAt, b, bAt, y, yAt, n) -> {
        for (int i = 0; i < n; i++) {
          y[yAt + i] = a[aAt + i] / b[bAt + i];
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
      return (a, aAt, b, bAt, y, yAt, n) -> {
        for (int i = 0; i < n; i++) {
          y[yAt + i] = Math.max(a[aAt + i], b[bAt + i]);
        }
      };
    }

    @Override
    public Loops.BinaryDoubles doubles() {
      return (a, aAt, b, bAt, y, yAt, n) -> {
        for (int i = 0; i < n; i++) {
          y[yAt + i] = Math.max(a[aAt + i], b[bAt + i]);
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
      return (a, aAt, b, bAt, y, yAt, n) -> {
        for (int i = 0; i < n; i++) {
          y[yAt + i] = Math.min(a[aAt + i], b[bAt + i]);
        }
      };
    }

    @Override
    public Loops.BinaryDoubles doubles() {
      return (a, aAt, b, bAt, y, yAt, n) -> {
        for (int i = 0; i < n; i++) {
          y[yAt + i] = Math.min(a[aAt + i], b[bAt + i]);
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
      return (a, aAt, b, bAt, y, yAt, n) -> {
        for (int i = 0; i < n; i++) {
          y[yAt + i] = a[aAt + i] >= b[bAt + i] ? 1 : 0;
        }
      };
    }

    @Override
    public Loops.BinaryDoubles doubles() {
      return (a, aAt, b, bAt, y, yAt, n) -> {
        for (int i = 0; i < n; i++) {
          y[yAt + i] = a[aAt + i] >= b[bAt + i] ? 1 : 0;
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
      return Floats::wherePositive;
    }

    @Override
    public Loops.BinaryDoubles doubles() {
      return Doubles::wherePositive;
    }

    @Override
    public void gradient(Node self, Node upstream, Shares shares) {
      shares.add(1, upstream.where(self.in(0)));
    }
  }
}
