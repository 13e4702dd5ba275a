// SPDX-License-Identifier: Apache-2.0
package engram.autodiff;

import engram.autodiff.internal.Loops;
import engram.kernel.Doubles;

/// Elementary functions of one number, from the kernel's polynomials. Floats are widened, worked in
/// double and rounded once.
///
/// | operation | y | gradient, u that of y |
/// | --- | --- | --- |
/// | Exp | e^x | u y |
/// | Log | ln x | u / x |
/// | Tanh | tanh x | u (1 - y^2) |
/// | Sigmoid | 1 / (1 + e^-x) | u (y - y^2) |
/// | Softplus | ln(1 + e^x) | u sigmoid(x) |
/// | Sin | sin x | u cos x |
/// | Cos | cos x | -u sin x |
sealed interface Curve extends Unary {
  /// Doubles that stay in the first cache.
  int BLOCK = 1024;

  @Override
  default Loops.UnaryFloats floats() {
    return widened(doubles());
  }

  /// A loop over floats, each widened, worked in double and rounded once.
  static Loops.UnaryFloats widened(Loops.UnaryDoubles loop) {
    double[] block = new double[BLOCK];
    return (x, y, n) -> {
      for (int from = 0; from < n; from += BLOCK) {
        int count = Math.min(n - from, BLOCK);
        for (int i = 0; i < count; i++) {
          block[i] = x[from + i];
        }
        loop.run(block, block, count);
        for (int i = 0; i < count; i++) {
          y[from + i] = (float) block[i];
        }
      }
    };
  }

  /// e^x.
  record Exp() implements Curve {
    @Override
    public Loops.UnaryDoubles doubles() {
      return (x, y, n) -> Doubles.exp(x, 0, y, 0, n);
    }

    @Override
    public void gradient(Node self, Node upstream, Shares shares) {
      shares.add(0, upstream.times(self));
    }
  }

  /// The natural logarithm.
  record Log() implements Curve {
    @Override
    public Loops.UnaryDoubles doubles() {
      return (x, y, n) -> Doubles.log(x, 0, y, 0, n);
    }

    @Override
    public void gradient(Node self, Node upstream, Shares shares) {
      shares.add(0, upstream.dividedBy(self.in(0)));
    }
  }

  /// The hyperbolic tangent.
  record Tanh() implements Curve {
    @Override
    public Loops.UnaryDoubles doubles() {
      return (x, y, n) -> Doubles.tanh(x, 0, y, 0, n);
    }

    @Override
    public void gradient(Node self, Node upstream, Shares shares) {
      shares.add(0, upstream.times(self.square().affine(-1, 1)));
    }
  }

  /// 1 / (1 + e^-x).
  record Sigmoid() implements Curve {
    @Override
    public Loops.UnaryDoubles doubles() {
      return (x, y, n) -> Doubles.sigmoid(x, 0, y, 0, n);
    }

    @Override
    public void gradient(Node self, Node upstream, Shares shares) {
      shares.add(0, upstream.times(self.minus(self.square())));
    }
  }

  /// The sine of radians.
  record Sin() implements Curve {
    @Override
    public Loops.UnaryDoubles doubles() {
      return (x, y, n) -> Doubles.sin(x, 0, y, 0, n);
    }

    @Override
    public void gradient(Node self, Node upstream, Shares shares) {
      shares.add(0, upstream.times(self.in(0).cos()));
    }
  }

  /// The cosine of radians.
  record Cos() implements Curve {
    @Override
    public Loops.UnaryDoubles doubles() {
      return (x, y, n) -> Doubles.cos(x, 0, y, 0, n);
    }

    @Override
    public void gradient(Node self, Node upstream, Shares shares) {
      shares.add(0, upstream.times(self.in(0).sin().negated()));
    }
  }

  /// `ln(1 + e^x) = max(x, 0) + ln(1 + e^-|x|)`, the last with Kahan's correction, so that it keeps
  /// its digits where it is small.
  record Softplus() implements Curve {
    @Override
    public Loops.UnaryDoubles doubles() {
      return (x, y, n) -> {
        for (int i = 0; i < n; i++) {
          double v = x[i];
          double e = Doubles.exp(-Math.abs(v));
          double u = 1 + e;
          double rest = u == 1 ? e : Doubles.log(u) * (e / (u - 1));
          y[i] = Math.max(v, 0) + rest;
        }
      };
    }

    @Override
    public void gradient(Node self, Node upstream, Shares shares) {
      shares.add(0, upstream.times(self.in(0).sigmoid()));
    }
  }
}
