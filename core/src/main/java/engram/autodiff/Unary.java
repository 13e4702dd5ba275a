// SPDX-License-Identifier: Apache-2.0
package engram.autodiff;

import engram.autodiff.array.Shape;
import engram.autodiff.internal.Loops;
import engram.autodiff.internal.Step;
import engram.kernel.Doubles;
import java.util.List;

/// Functions of one number, element by element.
///
/// | operation | y | gradient, u that of y |
/// | --- | --- | --- |
/// | Affine | a x + b, one fma | a u |
/// | Power | x^p | u p x^(p - 1) |
/// | Relu | x above 0, else 0 | u where x is above 0, else 0 |
/// | Positive | 1 above 0, else 0 | none |
/// | Abs, Sign | size, sign of x | u sign(x), none |
/// | Detached | x | none |
/// | [Curve]s | e^x, ln x, ... | see there |
sealed interface Unary extends Operation
    permits Curve,
        Unary.Affine,
        Unary.Relu,
        Unary.Positive,
        Unary.Abs,
        Unary.Sign,
        Unary.Detached,
        Unary.Power {
  /// The loop over a range of floats.
  Loops.UnaryFloats floats();

  /// The loop over a range of doubles.
  Loops.UnaryDoubles doubles();

  @Override
  default Shape shape(List<Shape> operands) {
    return Operation.only(operands);
  }

  @Override
  default boolean inPlace() {
    return true;
  }

  @Override
  default Step step(Binding at) {
    int n = at.shape().size();
    if (at.isFloat()) {
      Loops.UnaryFloats loop = floats();
      float[] x = at.floats(0);
      float[] y = at.floats();
      return () -> loop.run(x, 0, y, 0, n);
    }
    Loops.UnaryDoubles loop = doubles();
    double[] x = at.doubles(0);
    double[] y = at.doubles();
    return () -> loop.run(x, 0, y, 0, n);
  }

  /// `y = scale x + shift`.
  record Affine(double scale, double shift) implements Unary {
    @Override
    public Loops.UnaryFloats floats() {
      float a = (float) scale;
      float b = (float) shift;
      return (x, xAt, y, yAt, n) -> {
        for (int i = 0; i < n; i++) {
          y[yAt + i] = Math.fma(a, x[xAt + i], b);
        }
      };
    }

    @Override
    public Loops.UnaryDoubles doubles() {
      double a = scale;
      double b = shift;
      return (x, xAt, y, yAt, n) -> {
        for (int i = 0; i < n; i++) {
          y[yAt + i] = Math.fma(a, x[xAt + i], b);
        }
      };
    }

    @Override
    public void gradient(Node self, Node upstream, Shares shares) {
      shares.add(0, upstream.times(scale));
    }
  }

  /// `max(x, 0)`; NaN stays.
  record Relu() implements Unary {
    @Override
    public Loops.UnaryFloats floats() {
      return (x, xAt, y, yAt, n) -> {
        for (int i = 0; i < n; i++) {
          y[yAt + i] = Math.max(x[xAt + i], 0);
        }
      };
    }

    @Override
    public Loops.UnaryDoubles doubles() {
      return (x, xAt, y, yAt, n) -> {
        for (int i = 0; i < n; i++) {
          y[yAt + i] = Math.max(x[xAt + i], 0);
        }
      };
    }

    @Override
    public void gradient(Node self, Node upstream, Shares shares) {
      shares.add(0, upstream.where(self.in(0)));
    }
  }

  /// 1 above 0, else 0; NaN stays. Two products with a large power of two bring every positive
  /// number above 1, without a branch.
  record Positive() implements Unary {
    @Override
    public Loops.UnaryFloats floats() {
      return (x, xAt, y, yAt, n) -> {
        for (int i = 0; i < n; i++) {
          y[yAt + i] = Math.min(Math.max(x[xAt + i] * 0x1p126f * 0x1p126f, 0), 1);
        }
      };
    }

    @Override
    public Loops.UnaryDoubles doubles() {
      return (x, xAt, y, yAt, n) -> {
        for (int i = 0; i < n; i++) {
          y[yAt + i] = Math.min(Math.max(x[xAt + i] * 0x1p1000 * 0x1p1000, 0), 1);
        }
      };
    }

    @Override
    public void gradient(Node self, Node upstream, Shares shares) {}
  }

  /// `|x|`.
  record Abs() implements Unary {
    @Override
    public Loops.UnaryFloats floats() {
      return (x, xAt, y, yAt, n) -> {
        for (int i = 0; i < n; i++) {
          y[yAt + i] = Math.abs(x[xAt + i]);
        }
      };
    }

    @Override
    public Loops.UnaryDoubles doubles() {
      return (x, xAt, y, yAt, n) -> {
        for (int i = 0; i < n; i++) {
          y[yAt + i] = Math.abs(x[xAt + i]);
        }
      };
    }

    @Override
    public void gradient(Node self, Node upstream, Shares shares) {
      shares.add(0, upstream.times(self.in(0).sign()));
    }
  }

  /// -1, 0 or 1; NaN stays.
  record Sign() implements Unary {
    @Override
    public Loops.UnaryFloats floats() {
      return (x, xAt, y, yAt, n) -> {
        for (int i = 0; i < n; i++) {
          y[yAt + i] = Math.signum(x[xAt + i]);
        }
      };
    }

    @Override
    public Loops.UnaryDoubles doubles() {
      return (x, xAt, y, yAt, n) -> {
        for (int i = 0; i < n; i++) {
          y[yAt + i] = Math.signum(x[xAt + i]);
        }
      };
    }

    @Override
    public void gradient(Node self, Node upstream, Shares shares) {}
  }

  /// x, through which no gradient flows.
  record Detached() implements Unary {
    @Override
    public Loops.UnaryFloats floats() {
      return (x, xAt, y, yAt, n) -> {
        for (int i = 0; i < n; i++) {
          y[yAt + i] = x[xAt + i];
        }
      };
    }

    @Override
    public Loops.UnaryDoubles doubles() {
      return (x, xAt, y, yAt, n) -> {
        for (int i = 0; i < n; i++) {
          y[yAt + i] = x[xAt + i];
        }
      };
    }

    @Override
    public void gradient(Node self, Node upstream, Shares shares) {}
  }

  /// `x^p` for a fixed p: whole and half powers by products and roots, the others as `e^(p ln x)`.
  record Power(double p) implements Unary {
    @Override
    public Loops.UnaryFloats floats() {
      if (p == 2) {
        return (x, xAt, y, yAt, n) -> {
          for (int i = 0; i < n; i++) {
            y[yAt + i] = x[xAt + i] * x[xAt + i];
          }
        };
      }
      if (p == -1) {
        return (x, xAt, y, yAt, n) -> {
          for (int i = 0; i < n; i++) {
            y[yAt + i] = 1 / x[xAt + i];
          }
        };
      }
      return (x, xAt, y, yAt, n) -> {
        for (int i = 0; i < n; i++) {
          y[yAt + i] = (float) of(x[xAt + i]);
        }
      };
    }

    @Override
    public Loops.UnaryDoubles doubles() {
      if (p == 2) {
        return (x, xAt, y, yAt, n) -> {
          for (int i = 0; i < n; i++) {
            y[yAt + i] = x[xAt + i] * x[xAt + i];
          }
        };
      }
      return (x, xAt, y, yAt, n) -> {
        for (int i = 0; i < n; i++) {
          y[yAt + i] = of(x[xAt + i]);
        }
      };
    }

    /// One power.
    private double of(double x) {
      double size = Math.abs(p);
      int whole = (int) size;
      double half = size - whole;
      if (size > 8 || (half != 0 && half != 0.5)) {
        return Doubles.exp(p * Doubles.log(x));
      }
      double y = half == 0.5 ? Math.sqrt(x) : 1;
      for (int k = 0; k < whole; k++) {
        y *= x;
      }
      return p < 0 ? 1 / y : y;
    }

    @Override
    public void gradient(Node self, Node upstream, Shares shares) {
      shares.add(0, upstream.times(self.in(0).power(p - 1).times(p)));
    }
  }
}
