// SPDX-License-Identifier: Apache-2.0
package engram.memory.internal.field;

/// The loops in plain Java: the definition.
final class ScalarFieldLoops implements FieldLoops {
  /// Terms that wait to be summed; longer arrays cost more to make than they gain.
  private static final int BLOCK = 128;

  @Override
  public boolean approximates() {
    return false;
  }

  @Override
  public float squares(byte[] row, float[] b, int sign, int at, int n) {
    float[] lanes = new float[LANES];
    for (int i = at; i < at + n; i += LANES) {
      for (int lane = 0; lane < LANES; lane++) {
        float c = row[i + lane];
        float t = Math.fma(c, -sign, b[i + lane]);
        lanes[lane] = Math.fma(t * c, t, lanes[lane]);
      }
    }
    return folded(lanes);
  }

  @Override
  public long squaresExact(byte[] row, float[] b, int sign, int at, int n) {
    long sum = 0;
    for (int i = at; i < at + n; i++) {
      long c = row[i];
      long t = (int) b[i] - sign * c;
      sum += c * t * t;
    }
    return sum;
  }

  @Override
  public void cubics(
      byte[] row0, byte[] row1, Cubic cubic, int sign0, int sign1, int at, int n, float[] into) {
    into[0] = cubic(row0, cubic, cubic.d(sign0), at, n);
    into[1] = cubic(row1, cubic, cubic.d(sign1), at, n);
  }

  private static float cubic(byte[] row, Cubic cubic, float[] d, int at, int n) {
    float[] a = cubic.a();
    float[] b = cubic.p1();
    float[] lanes = new float[PAIR_LANES];
    for (int i = at; i < at + n; i += PAIR_LANES) {
      for (int lane = 0; lane < PAIR_LANES; lane++) {
        int k = i + lane;
        float c = row[k];
        float inner = Math.fma(c, Math.fma(c, b[k], d[k]), a[k]);
        lanes[lane] = Math.fma(c, inner, lanes[lane]);
      }
    }
    return folded(lanes);
  }

  /// In doubles, which hold every number on the way exactly, so that the compiler makes vectors of
  /// the loop over the terms; it leaves conversions of bytes and sums alone, which stand apart.
  @Override
  public long cubicsExact(byte[] row, Cubic cubic, int sign, int at, int n) {
    int[] c = new int[BLOCK];
    double[] terms = new double[BLOCK];
    long sum = 0;
    for (int from = at; from < at + n; from += BLOCK) {
      int m = Math.min(BLOCK, at + n - from);
      for (int i = 0; i < m; i++) {
        c[i] = row[from + i];
      }
      terms(c, cubic.p1(), cubic.p2(), cubic.p3(), sign, from, m, terms);
      sum += sum(terms, m);
    }
    return sum;
  }

  private static void terms(
      int[] row, float[] p1, float[] p2, int[] p3, int sign, int from, int n, double[] into) {
    for (int i = 0; i < n; i++) {
      double c = row[i];
      double x = sign * c;
      double t = p1[from + i] - x;
      into[i] = c * (t * (t * t - 3 * (p2[from + i] - c * c)) + 2 * (p3[from + i] - x * c * c));
    }
  }

  private static long sum(double[] x, int n) {
    long sum = 0;
    for (int i = 0; i < n; i += 8) {
      double first = (x[i] + x[i + 1]) + (x[i + 2] + x[i + 3]);
      double second = (x[i + 4] + x[i + 5]) + (x[i + 6] + x[i + 7]);
      sum += (long) (first + second);
    }
    return sum;
  }

  @Override
  public float turn(byte[] row, int change, float[] b, int[] p3, int at, int n) {
    float[] lanes = new float[LANES];
    for (int i = at; i < at + n; i += LANES) {
      for (int lane = 0; lane < LANES; lane++) {
        int c = row[i + lane];
        int turned = change * c;
        float value = b[i + lane] + turned;
        b[i + lane] = value;
        p3[i + lane] += turned * c * c;
        lanes[lane] = Math.fma(value, value, lanes[lane]);
      }
    }
    return folded(lanes);
  }

  @Override
  public float follow(Cubic cubic, int largest, int at, int n) {
    float m2 = 3 * (float) largest;
    float m3 = 6 * (float) largest * largest;
    float[] lanes = new float[LANES];
    for (int i = at; i < at + n; i++) {
      float b = cubic.p1()[i];
      float q2 = cubic.p2()[i];
      float q3 = 2 * (float) cubic.p3()[i];
      float e2 = Math.fma(b, b, -q2) * 0.5f;
      cubic.a()[i] = Math.fma(Math.fma(b, b, q2 * -3), b, q3) * SIXTH;
      cubic.dUp()[i] = -e2;
      cubic.dDown()[i] = e2;
      float size = Math.abs(b);
      float square = Math.fma(b, b, q2 * 3);
      float most = Math.fma(square, size, Math.abs(q3));
      lanes[(i - at) % LANES] += Math.fma(size, m3, Math.fma(square, m2, most));
    }
    return folded(lanes);
  }

  /// Adds the upper half of the lanes to the lower half until one is left.
  private static float folded(float[] lanes) {
    for (int half = lanes.length / 2; half > 0; half /= 2) {
      for (int lane = 0; lane < half; lane++) {
        lanes[lane] += lanes[lane + half];
      }
    }
    return lanes[0];
  }
}
