// SPDX-License-Identifier: Apache-2.0
package engram.kernel.internal;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// The loops in the vector API, at 512 or 256 bits. The virtual lanes of a reduction are two
/// vectors of 512 bits or four of 256. What does not fill a vector at the end of an elementwise
/// loop, or holds an argument that the vector form hands on, goes through [ScalarLoops], which has
/// the same bits. Reductions are written out and call nothing of ours inside: a vector that is
/// handed to a method becomes an object where the compiler does not inline it. The vector just read
/// is asked to take in the sum so far, never the other way: its type is known, while that of a sum
/// in a loop is only known from a profile, which a busy compiler may lack.
final class VectorLoops implements Loops {
  static final boolean WIDE = Form.BITS == 512;
  static final VectorSpecies<Float> F = WIDE ? FloatVector.SPECIES_512 : FloatVector.SPECIES_256;
  static final VectorSpecies<Double> D = WIDE ? DoubleVector.SPECIES_512 : DoubleVector.SPECIES_256;

  private static final ScalarLoops DEFINITION = new ScalarLoops("definition");
  private static final int F_LENGTH = F.length();
  private static final int D_LENGTH = D.length();

  private static final VectorShuffle<Float> F_BY_8 = turned(F, 8);
  private static final VectorShuffle<Float> F_BY_4 = turned(F, 4);
  private static final VectorShuffle<Float> F_BY_2 = turned(F, 2);
  private static final VectorShuffle<Float> F_BY_1 = turned(F, 1);
  private static final VectorShuffle<Double> D_BY_4 = turned(D, 4);
  private static final VectorShuffle<Double> D_BY_2 = turned(D, 2);
  private static final VectorShuffle<Double> D_BY_1 = turned(D, 1);

  private final Practice choices = new Practice();
  private final Practice floatStrips = new Practice();
  private final Practice doubleStrips = new Practice();
  private final Turn exp = new Turn();
  private final Turn log = new Turn();
  private final Turn tanh = new Turn();
  private final Turn sigmoid = new Turn();
  private final Turn sin = new Turn();
  private final Turn cos = new Turn();

  private final long patience;

  /// @param patience how many elements of an elementary function pass before the vector form works
  ///   them all
  VectorLoops(long patience) {
    this.patience = patience;
  }

  @Override
  public String name() {
    return WIDE ? "vector 512" : "vector 256";
  }

  @Override
  public Tile floatTile() {
    return WIDE ? VectorTiles.FLOAT_512 : VectorTiles.FLOAT_256;
  }

  @Override
  public Tile doubleTile() {
    return WIDE ? VectorTiles.DOUBLE_512 : VectorTiles.DOUBLE_256;
  }

  private static <E> VectorShuffle<E> turned(VectorSpecies<E> species, int by) {
    return VectorShuffle.fromOp(species, lane -> (lane + by) % species.length());
  }

  @Override
  public float dot(float[] x, int xAt, float[] y, int yAt, int n) {
    FloatVector s0 = FloatVector.zero(F);
    FloatVector s1 = s0;
    FloatVector s2 = s0;
    FloatVector s3 = s0;
    int i = 0;
    for (; i <= n - FLOAT_LANES; i += FLOAT_LANES) {
      s0 = FloatVector.fromArray(F, x, xAt + i).fma(FloatVector.fromArray(F, y, yAt + i), s0);
      s1 =
          FloatVector.fromArray(F, x, xAt + i + F_LENGTH)
              .fma(FloatVector.fromArray(F, y, yAt + i + F_LENGTH), s1);
      if (!WIDE) {
        s2 =
            FloatVector.fromArray(F, x, xAt + i + 2 * F_LENGTH)
                .fma(FloatVector.fromArray(F, y, yAt + i + 2 * F_LENGTH), s2);
        s3 =
            FloatVector.fromArray(F, x, xAt + i + 3 * F_LENGTH)
                .fma(FloatVector.fromArray(F, y, yAt + i + 3 * F_LENGTH), s3);
      }
    }
    int whole = (n - i) / F_LENGTH;
    if (whole > 0) {
      s0 = FloatVector.fromArray(F, x, xAt + i).fma(FloatVector.fromArray(F, y, yAt + i), s0);
      i += F_LENGTH;
    }
    if (whole > 1) {
      s1 = FloatVector.fromArray(F, x, xAt + i).fma(FloatVector.fromArray(F, y, yAt + i), s1);
      i += F_LENGTH;
    }
    if (!WIDE && whole > 2) {
      s2 = FloatVector.fromArray(F, x, xAt + i).fma(FloatVector.fromArray(F, y, yAt + i), s2);
      i += F_LENGTH;
    }
    if (i < n) {
      VectorMask<Float> in = F.indexInRange(i, n);
      FloatVector u = FloatVector.fromArray(F, x, xAt + i, in);
      FloatVector v = FloatVector.fromArray(F, y, yAt + i, in);
      if (whole == 0) {
        s0 = s0.blend(u.fma(v, s0), in);
      } else if (WIDE || whole == 1) {
        s1 = s1.blend(u.fma(v, s1), in);
      } else if (whole == 2) {
        s2 = s2.blend(u.fma(v, s2), in);
      } else {
        s3 = s3.blend(u.fma(v, s3), in);
      }
    }
    return folded(s0, s1, s2, s3);
  }

  @Override
  public float sum(float[] x, int at, int n) {
    FloatVector s0 = FloatVector.zero(F);
    FloatVector s1 = s0;
    FloatVector s2 = s0;
    FloatVector s3 = s0;
    int i = 0;
    for (; i <= n - FLOAT_LANES; i += FLOAT_LANES) {
      s0 = FloatVector.fromArray(F, x, at + i).add(s0);
      s1 = FloatVector.fromArray(F, x, at + i + F_LENGTH).add(s1);
      if (!WIDE) {
        s2 = FloatVector.fromArray(F, x, at + i + 2 * F_LENGTH).add(s2);
        s3 = FloatVector.fromArray(F, x, at + i + 3 * F_LENGTH).add(s3);
      }
    }
    int whole = (n - i) / F_LENGTH;
    if (whole > 0) {
      s0 = FloatVector.fromArray(F, x, at + i).add(s0);
      i += F_LENGTH;
    }
    if (whole > 1) {
      s1 = FloatVector.fromArray(F, x, at + i).add(s1);
      i += F_LENGTH;
    }
    if (!WIDE && whole > 2) {
      s2 = FloatVector.fromArray(F, x, at + i).add(s2);
      i += F_LENGTH;
    }
    if (i < n) {
      VectorMask<Float> in = F.indexInRange(i, n);
      FloatVector u = FloatVector.fromArray(F, x, at + i, in);
      if (whole == 0) {
        s0 = s0.blend(u.add(s0), in);
      } else if (WIDE || whole == 1) {
        s1 = s1.blend(u.add(s1), in);
      } else if (whole == 2) {
        s2 = s2.blend(u.add(s2), in);
      } else {
        s3 = s3.blend(u.add(s3), in);
      }
    }
    return folded(s0, s1, s2, s3);
  }

  @Override
  public float max(float[] x, int at, int n) {
    int i = 0;
    float most = Float.NEGATIVE_INFINITY;
    if (n >= 2 * F_LENGTH) {
      FloatVector even = FloatVector.fromArray(F, x, at);
      FloatVector odd = FloatVector.fromArray(F, x, at + F_LENGTH);
      for (i = 2 * F_LENGTH; i <= n - 2 * F_LENGTH; i += 2 * F_LENGTH) {
        even = FloatVector.fromArray(F, x, at + i).max(even);
        odd = FloatVector.fromArray(F, x, at + i + F_LENGTH).max(odd);
      }
      most = even.max(odd).reduceLanes(VectorOperators.MAX);
    }
    return Math.max(most, DEFINITION.max(x, at + i, n - i));
  }

  /// Adds the upper half of the virtual lanes to the lower half until one is left.
  private static float folded(FloatVector s0, FloatVector s1, FloatVector s2, FloatVector s3) {
    FloatVector s = WIDE ? s0.add(s1) : s0.add(s2).add(s1.add(s3));
    if (WIDE) {
      s = s.add(s.rearrange(F_BY_8));
    }
    s = s.add(s.rearrange(F_BY_4));
    s = s.add(s.rearrange(F_BY_2));
    s = s.add(s.rearrange(F_BY_1));
    return s.lane(0);
  }

  @Override
  public void tile(
      int depth, float alpha, float[] a, int aAt, float[] b, int bAt, float[] c, int cAt, int ldc) {
    if (WIDE) {
      VectorTiles.float512(depth, alpha, a, aAt, b, bAt, c, cAt, ldc);
    } else {
      VectorTiles.float256(depth, alpha, a, aAt, b, bAt, c, cAt, ldc);
    }
  }

  @Override
  public double dot(double[] x, int xAt, double[] y, int yAt, int n) {
    DoubleVector s0 = DoubleVector.zero(D);
    DoubleVector s1 = s0;
    DoubleVector s2 = s0;
    DoubleVector s3 = s0;
    int i = 0;
    for (; i <= n - DOUBLE_LANES; i += DOUBLE_LANES) {
      s0 = DoubleVector.fromArray(D, x, xAt + i).fma(DoubleVector.fromArray(D, y, yAt + i), s0);
      s1 =
          DoubleVector.fromArray(D, x, xAt + i + D_LENGTH)
              .fma(DoubleVector.fromArray(D, y, yAt + i + D_LENGTH), s1);
      if (!WIDE) {
        s2 =
            DoubleVector.fromArray(D, x, xAt + i + 2 * D_LENGTH)
                .fma(DoubleVector.fromArray(D, y, yAt + i + 2 * D_LENGTH), s2);
        s3 =
            DoubleVector.fromArray(D, x, xAt + i + 3 * D_LENGTH)
                .fma(DoubleVector.fromArray(D, y, yAt + i + 3 * D_LENGTH), s3);
      }
    }
    int whole = (n - i) / D_LENGTH;
    if (whole > 0) {
      s0 = DoubleVector.fromArray(D, x, xAt + i).fma(DoubleVector.fromArray(D, y, yAt + i), s0);
      i += D_LENGTH;
    }
    if (whole > 1) {
      s1 = DoubleVector.fromArray(D, x, xAt + i).fma(DoubleVector.fromArray(D, y, yAt + i), s1);
      i += D_LENGTH;
    }
    if (!WIDE && whole > 2) {
      s2 = DoubleVector.fromArray(D, x, xAt + i).fma(DoubleVector.fromArray(D, y, yAt + i), s2);
      i += D_LENGTH;
    }
    if (i < n) {
      VectorMask<Double> in = D.indexInRange(i, n);
      DoubleVector u = DoubleVector.fromArray(D, x, xAt + i, in);
      DoubleVector v = DoubleVector.fromArray(D, y, yAt + i, in);
      if (whole == 0) {
        s0 = s0.blend(u.fma(v, s0), in);
      } else if (WIDE || whole == 1) {
        s1 = s1.blend(u.fma(v, s1), in);
      } else if (whole == 2) {
        s2 = s2.blend(u.fma(v, s2), in);
      } else {
        s3 = s3.blend(u.fma(v, s3), in);
      }
    }
    return folded(s0, s1, s2, s3);
  }

  @Override
  public double sum(double[] x, int at, int n) {
    DoubleVector s0 = DoubleVector.zero(D);
    DoubleVector s1 = s0;
    DoubleVector s2 = s0;
    DoubleVector s3 = s0;
    int i = 0;
    for (; i <= n - DOUBLE_LANES; i += DOUBLE_LANES) {
      s0 = DoubleVector.fromArray(D, x, at + i).add(s0);
      s1 = DoubleVector.fromArray(D, x, at + i + D_LENGTH).add(s1);
      if (!WIDE) {
        s2 = DoubleVector.fromArray(D, x, at + i + 2 * D_LENGTH).add(s2);
        s3 = DoubleVector.fromArray(D, x, at + i + 3 * D_LENGTH).add(s3);
      }
    }
    int whole = (n - i) / D_LENGTH;
    if (whole > 0) {
      s0 = DoubleVector.fromArray(D, x, at + i).add(s0);
      i += D_LENGTH;
    }
    if (whole > 1) {
      s1 = DoubleVector.fromArray(D, x, at + i).add(s1);
      i += D_LENGTH;
    }
    if (!WIDE && whole > 2) {
      s2 = DoubleVector.fromArray(D, x, at + i).add(s2);
      i += D_LENGTH;
    }
    if (i < n) {
      VectorMask<Double> in = D.indexInRange(i, n);
      DoubleVector u = DoubleVector.fromArray(D, x, at + i, in);
      if (whole == 0) {
        s0 = s0.blend(u.add(s0), in);
      } else if (WIDE || whole == 1) {
        s1 = s1.blend(u.add(s1), in);
      } else if (whole == 2) {
        s2 = s2.blend(u.add(s2), in);
      } else {
        s3 = s3.blend(u.add(s3), in);
      }
    }
    return folded(s0, s1, s2, s3);
  }

  @Override
  public double max(double[] x, int at, int n) {
    int i = 0;
    double most = Double.NEGATIVE_INFINITY;
    if (n >= 2 * D_LENGTH) {
      DoubleVector even = DoubleVector.fromArray(D, x, at);
      DoubleVector odd = DoubleVector.fromArray(D, x, at + D_LENGTH);
      for (i = 2 * D_LENGTH; i <= n - 2 * D_LENGTH; i += 2 * D_LENGTH) {
        even = DoubleVector.fromArray(D, x, at + i).max(even);
        odd = DoubleVector.fromArray(D, x, at + i + D_LENGTH).max(odd);
      }
      most = even.max(odd).reduceLanes(VectorOperators.MAX);
    }
    return Math.max(most, DEFINITION.max(x, at + i, n - i));
  }

  /// Adds the upper half of the virtual lanes to the lower half until one is left.
  private static double folded(DoubleVector s0, DoubleVector s1, DoubleVector s2, DoubleVector s3) {
    DoubleVector s = WIDE ? s0.add(s1) : s0.add(s2).add(s1.add(s3));
    if (WIDE) {
      s = s.add(s.rearrange(D_BY_4));
    }
    s = s.add(s.rearrange(D_BY_2));
    s = s.add(s.rearrange(D_BY_1));
    return s.lane(0);
  }

  @Override
  public void tile(
      int depth,
      double alpha,
      double[] a,
      int aAt,
      double[] b,
      int bAt,
      double[] c,
      int cAt,
      int ldc) {
    if (WIDE) {
      VectorTiles.double512(depth, alpha, a, aAt, b, bAt, c, cAt, ldc);
    } else {
      VectorTiles.double256(depth, alpha, a, aAt, b, bAt, c, cAt, ldc);
    }
  }

  @Override
  public void strips(
      int m,
      int n,
      int depth,
      float alpha,
      float[] a,
      int aAt,
      int aRow,
      int aColumn,
      float[] b,
      int bAt,
      int ldb,
      float[] c,
      int cAt,
      int ldc) {
    if (floatStrips.isDue((long) m * n * depth)) {
      VectorFloatStrips.run(m, n, depth, alpha, a, aAt, aRow, aColumn, b, bAt, ldb, c, cAt, ldc);
    } else {
      DEFINITION.strips(m, n, depth, alpha, a, aAt, aRow, aColumn, b, bAt, ldb, c, cAt, ldc);
    }
  }

  @Override
  public void strips(
      int m,
      int n,
      int depth,
      double alpha,
      double[] a,
      int aAt,
      int aRow,
      int aColumn,
      double[] b,
      int bAt,
      int ldb,
      double[] c,
      int cAt,
      int ldc) {
    if (doubleStrips.isDue((long) m * n * depth)) {
      VectorDoubleStrips.run(m, n, depth, alpha, a, aAt, aRow, aColumn, b, bAt, ldb, c, cAt, ldc);
    } else {
      DEFINITION.strips(m, n, depth, alpha, a, aAt, aRow, aColumn, b, bAt, ldb, c, cAt, ldc);
    }
  }

  @Override
  public void wherePositive(float[] x, int xAt, float[] y, int yAt, float[] z, int zAt, int n) {
    int i = 0;
    if (choices.isDue(n)) {
      FloatVector zero = FloatVector.zero(F);
      for (; i <= n - F_LENGTH; i += F_LENGTH) {
        VectorMask<Float> chosen =
            FloatVector.fromArray(F, x, xAt + i).compare(VectorOperators.GT, zero);
        zero.blend(FloatVector.fromArray(F, y, yAt + i), chosen).intoArray(z, zAt + i);
      }
    }
    DEFINITION.wherePositive(x, xAt + i, y, yAt + i, z, zAt + i, n - i);
  }

  @Override
  public void whereEqual(
      float[] x, int xAt, float[] m, int mAt, float[] y, int yAt, float[] z, int zAt, int n) {
    int i = 0;
    if (choices.isDue(n)) {
      FloatVector zero = FloatVector.zero(F);
      for (; i <= n - F_LENGTH; i += F_LENGTH) {
        FloatVector most = FloatVector.fromArray(F, m, mAt + i);
        VectorMask<Float> chosen =
            FloatVector.fromArray(F, x, xAt + i).compare(VectorOperators.EQ, most);
        zero.blend(FloatVector.fromArray(F, y, yAt + i), chosen).intoArray(z, zAt + i);
      }
    }
    DEFINITION.whereEqual(x, xAt + i, m, mAt + i, y, yAt + i, z, zAt + i, n - i);
  }

  @Override
  public void wherePositive(double[] x, int xAt, double[] y, int yAt, double[] z, int zAt, int n) {
    int i = 0;
    if (choices.isDue(n)) {
      DoubleVector zero = DoubleVector.zero(D);
      for (; i <= n - D_LENGTH; i += D_LENGTH) {
        VectorMask<Double> chosen =
            DoubleVector.fromArray(D, x, xAt + i).compare(VectorOperators.GT, zero);
        zero.blend(DoubleVector.fromArray(D, y, yAt + i), chosen).intoArray(z, zAt + i);
      }
    }
    DEFINITION.wherePositive(x, xAt + i, y, yAt + i, z, zAt + i, n - i);
  }

  @Override
  public void whereEqual(
      double[] x, int xAt, double[] m, int mAt, double[] y, int yAt, double[] z, int zAt, int n) {
    int i = 0;
    if (choices.isDue(n)) {
      DoubleVector zero = DoubleVector.zero(D);
      for (; i <= n - D_LENGTH; i += D_LENGTH) {
        DoubleVector most = DoubleVector.fromArray(D, m, mAt + i);
        VectorMask<Double> chosen =
            DoubleVector.fromArray(D, x, xAt + i).compare(VectorOperators.EQ, most);
        zero.blend(DoubleVector.fromArray(D, y, yAt + i), chosen).intoArray(z, zAt + i);
      }
    }
    DEFINITION.whereEqual(x, xAt + i, m, mAt + i, y, yAt + i, z, zAt + i, n - i);
  }

  @Override
  public void exp(double[] x, int xAt, double[] y, int yAt, int n) {
    int m = exp.share(n);
    int i = m == 0 ? 0 : VectorElementary.exp(x, xAt, y, yAt, m);
    DEFINITION.exp(x, xAt + i, y, yAt + i, n - i);
  }

  @Override
  public void log(double[] x, int xAt, double[] y, int yAt, int n) {
    int m = log.share(n);
    int i = m == 0 ? 0 : VectorElementary.log(x, xAt, y, yAt, m);
    DEFINITION.log(x, xAt + i, y, yAt + i, n - i);
  }

  @Override
  public void tanh(double[] x, int xAt, double[] y, int yAt, int n) {
    int m = tanh.share(n);
    int i = m == 0 ? 0 : VectorElementary.tanh(x, xAt, y, yAt, m);
    DEFINITION.tanh(x, xAt + i, y, yAt + i, n - i);
  }

  @Override
  public void sigmoid(double[] x, int xAt, double[] y, int yAt, int n) {
    int m = sigmoid.share(n);
    int i = m == 0 ? 0 : VectorElementary.sigmoid(x, xAt, y, yAt, m);
    DEFINITION.sigmoid(x, xAt + i, y, yAt + i, n - i);
  }

  @Override
  public void sin(double[] x, int xAt, double[] y, int yAt, int n) {
    int m = sin.share(n);
    int i = m == 0 ? 0 : VectorElementary.sin(x, xAt, y, yAt, m, 0);
    DEFINITION.sin(x, xAt + i, y, yAt + i, n - i);
  }

  @Override
  public void cos(double[] x, int xAt, double[] y, int yAt, int n) {
    int m = cos.share(n);
    int i = m == 0 ? 0 : VectorElementary.sin(x, xAt, y, yAt, m, 1);
    DEFINITION.cos(x, xAt + i, y, yAt + i, n - i);
  }

  /// Decides how much of a function's work the vector form does. Until it is compiled, that form is
  /// far slower than the scalar one, and only what has run often is compiled; so at first it takes
  /// one element in 64, and all of them once it has had the time to be compiled. The bits are the
  /// same, so no result depends on the counts, which several threads may update at once and lose
  /// some.
  private final class Turn {
    private long passed;
    private long practised;

    /// How many of the next n elements the vector form works.
    int share(int n) {
      if (passed >= patience) {
        return n < D_LENGTH ? 0 : n;
      }
      passed += n;
      long due = Math.min(n, passed / 64 - practised);
      if (due < D_LENGTH) {
        return 0;
      }
      practised += due;
      return (int) due;
    }
  }

  /// The same for loops that are worked whole: one call in 16 by work until four times as much has
  /// passed.
  private final class Practice {
    private long passed;
    private long practised;

    boolean isDue(long work) {
      if (passed >= 4 * patience) {
        return true;
      }
      passed += work;
      if (practised + work > passed / 16) {
        return false;
      }
      practised += work;
      return true;
    }
  }

  /// What the machine prefers; apart, so that asking does not fix the species.
  static final class Machine {
    private Machine() {}

    static int bits() {
      return DoubleVector.SPECIES_PREFERRED.vectorBitSize();
    }
  }
}
