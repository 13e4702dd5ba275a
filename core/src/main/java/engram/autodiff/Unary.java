// SPDX-License-Identifier: Apache-2.0
package engram.autodiff;

import engram.autodiff.array.Precision;
import engram.autodiff.array.Shape;
import engram.autodiff.array.Values;
import engram.autodiff.internal.Loops;
import engram.autodiff.internal.Stage;
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
sealed interface Unary extends Elementwise
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
  default Stage stage(List<Values> operands, Values target) {
    Values x = operands.getFirst();
    return target.precision() == Precision.FLOAT
        ? Stage.of(floats(), x.floats(), target.floats())
        : Stage.of(doubles(), x.doubles(), target.doubles());
  }

  /// `y = scale x + shift`.
  record Affine(double scale, double shift) implements Unary {
    @Override
    public Loops.UnaryFloats floats() {
      float a = (float) scale;
      float b = (float) shift;
      return (x, y, n) -> {
        for (int i = 0; i < n; i++) {
          y[i] = Math.fma(a, x[i], b);
        }
      };
    }

    @Override
    public Loops.UnaryDoubles doubles() {
      double a = scale;
      double b = shift;
      return (x, y, n) -> {
        for (int i = 0; i < n; i++) {
          y[i] = Math.fma(a, x[i], b);
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
      return (x, y, n) -> {
        for (int i = 0; i < n; i++) {
          y[i] = Math.max(x[i], 0);
        }
      };
    }

    @Override
    public Loops.UnaryDoubles doubles() {
      return (x, y, n) -> {
        for (int i = 0; i < n; i++) {
          y[i] = Math.max(x[i], 0);
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
      return (x, y, n) -> {
        for (int i = 0; i < n; i++) {
          y[i] = Math.min(Math.max(x[i] * 0x1p126f * 0x1p126f, 0), 1);
        }
      };
    }

    @Override
    public Loops.UnaryDoubles doubles() {
      return (x, y, n) -> {
        for (int i = 0; i < n; i++) {
          y[i] = Math.min(Math.max(x[i] * 0x1p1000 * 0x1p1000, 0), 1);
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
      return (x, y, n) -> {
        for (int i = 0; i < n; i++) {
          y[i] = Math.abs(x[i]);
        }
      };
    }

    @Override
    public Loops.UnaryDoubles doubles() {
      return (x, y, n) -> {
        for (int i = 0; i < n; i++) {
          y[i] = Math.abs(x[i]);
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
      return (x, y, n) -> {
        for (int i = 0; i < n; i++) {
          y[i] = Math.signum(x[i]);
        }
      };
    }

    @Override
    public Loops.UnaryDoubles doubles() {
      return (x, y, n) -> {
        for (int i = 0; i < n; i++) {
          y[i] = Math.signum(x[i]);
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
      return (x, y, n) -> {
        for (int i = 0; i < n; i++) {
          y[i] = x[i];
        }
      };
    }

    @Override
    public Loops.UnaryDoubles doubles() {
      return (x, y, n) -> {
        for (int i = 0; i < n; i++) {
          y[i] = x[i];
        }
      };
    }

    @Override
    public void gradient(Node self, Node upstream, Shares shares) {}
  }

  /// `x^p` for a fixed p: whole and half powers up to 8.5 by products and a root, in double, the
  /// others as `e^(p ln x)`.
  record Power(double p) implements Unary {
    /// Numbers of a block that are worked in double.
    private static final int BLOCK = 1024;

    @Override
    public Loops.UnaryFloats floats() {
      if (p == 2) {
        return (x, y, n) -> {
          for (int i = 0; i < n; i++) {
            y[i] = x[i] * x[i];
          }
        };
      }
      if (p == -1) {
        return (x, y, n) -> {
          for (int i = 0; i < n; i++) {
            y[i] = 1 / x[i];
          }
        };
      }
      return Curve.widened(doubles());
    }

    @Override
    public Loops.UnaryDoubles doubles() {
      if (p == 2) {
        return (x, y, n) -> {
          for (int i = 0; i < n; i++) {
            y[i] = x[i] * x[i];
          }
        };
      }
      double size = Math.abs(p);
      int whole = (int) size;
      boolean half = size - whole == 0.5;
      if (size >= 9 || (size != whole && !half)) {
        return (x, y, n) -> {
          Doubles.log(x, 0, y, 0, n);
          for (int i = 0; i < n; i++) {
            y[i] *= p;
          }
          Doubles.exp(y, 0, y, 0, n);
        };
      }
      double[] block = new double[BLOCK];
      double[] powers = new double[BLOCK];
      return (x, y, n) -> {
        for (int from = 0; from < n; from += BLOCK) {
          int count = Math.min(n - from, BLOCK);
          System.arraycopy(x, from, block, 0, count);
          first(half, block, powers, count);
          for (int k = 0; k < whole; k++) {
            times(powers, block, count);
          }
          if (p < 0) {
            invert(powers, count);
          }
          System.arraycopy(powers, 0, y, from, count);
        }
      };
    }

    private static void first(boolean half, double[] x, double[] y, int n) {
      for (int i = 0; i < n; i++) {
        y[i] = half ? Math.sqrt(x[i]) : 1;
      }
    }

    private static void times(double[] y, double[] x, int n) {
      for (int i = 0; i < n; i++) {
        y[i] *= x[i];
      }
    }

    private static void invert(double[] y, int n) {
      for (int i = 0; i < n; i++) {
        y[i] = 1 / y[i];
      }
    }

    @Override
    public void gradient(Node self, Node upstream, Shares shares) {
      shares.add(0, upstream.times(self.in(0).power(p - 1).times(p)));
    }
  }
}
