// SPDX-License-Identifier: Apache-2.0
package engram.kernel.internal;

import java.util.Arrays;

/// The loops in plain Java: the definition of every result, and the form for machines without the
/// vector module.
final class ScalarLoops implements Loops {
  private static final Tile FLOAT_TILE = new Tile(4, 16);
  private static final Tile DOUBLE_TILE = new Tile(4, 8);

  private final String name;

  /// @param name says why this form runs
  ScalarLoops(String name) {
    this.name = name;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Tile floatTile() {
    return FLOAT_TILE;
  }

  @Override
  public Tile doubleTile() {
    return DOUBLE_TILE;
  }

  @Override
  public float dot(float[] x, int xAt, float[] y, int yAt, int n) {
    float[] lanes = new float[FLOAT_LANES];
    int i = 0;
    for (; i <= n - FLOAT_LANES; i += FLOAT_LANES) {
      for (int lane = 0; lane < FLOAT_LANES; lane++) {
        lanes[lane] = Math.fma(x[xAt + i + lane], y[yAt + i + lane], lanes[lane]);
      }
    }
    for (int lane = 0; i + lane < n; lane++) {
      lanes[lane] = Math.fma(x[xAt + i + lane], y[yAt + i + lane], lanes[lane]);
    }
    return folded(lanes);
  }

  @Override
  public float sum(float[] x, int at, int n) {
    float[] lanes = new float[FLOAT_LANES];
    int i = 0;
    for (; i <= n - FLOAT_LANES; i += FLOAT_LANES) {
      for (int lane = 0; lane < FLOAT_LANES; lane++) {
        lanes[lane] += x[at + i + lane];
      }
    }
    for (int lane = 0; i + lane < n; lane++) {
      lanes[lane] += x[at + i + lane];
    }
    return folded(lanes);
  }

  @Override
  public float max(float[] x, int at, int n) {
    float most = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < n; i++) {
      most = Math.max(most, x[at + i]);
    }
    return most;
  }

  private static float folded(float[] lanes) {
    for (int half = lanes.length / 2; half > 0; half /= 2) {
      for (int lane = 0; lane < half; lane++) {
        lanes[lane] += lanes[lane + half];
      }
    }
    return lanes[0];
  }

  @Override
  public void tile(
      int depth, float alpha, float[] a, int aAt, float[] b, int bAt, float[] c, int cAt, int ldc) {
    int rows = FLOAT_TILE.rows();
    int columns = FLOAT_TILE.columns();
    float[] chain = new float[columns];
    for (int i = 0; i < rows; i++) {
      Arrays.fill(chain, 0);
      for (int p = 0; p < depth; p++) {
        float factor = a[aAt + p * rows + i];
        for (int j = 0; j < chain.length; j++) {
          chain[j] = Math.fma(factor, b[bAt + p * columns + j], chain[j]);
        }
      }
      for (int j = 0; j < columns; j++) {
        int at = cAt + i * ldc + j;
        c[at] = Math.fma(alpha, chain[j], c[at]);
      }
    }
  }

  @Override
  public double dot(double[] x, int xAt, double[] y, int yAt, int n) {
    double[] lanes = new double[DOUBLE_LANES];
    int i = 0;
    for (; i <= n - DOUBLE_LANES; i += DOUBLE_LANES) {
      for (int lane = 0; lane < DOUBLE_LANES; lane++) {
        lanes[lane] = Math.fma(x[xAt + i + lane], y[yAt + i + lane], lanes[lane]);
      }
    }
    for (int lane = 0; i + lane < n; lane++) {
      lanes[lane] = Math.fma(x[xAt + i + lane], y[yAt + i + lane], lanes[lane]);
    }
    return folded(lanes);
  }

  @Override
  public double sum(double[] x, int at, int n) {
    double[] lanes = new double[DOUBLE_LANES];
    int i = 0;
    for (; i <= n - DOUBLE_LANES; i += DOUBLE_LANES) {
      for (int lane = 0; lane < DOUBLE_LANES; lane++) {
        lanes[lane] += x[at + i + lane];
      }
    }
    for (int lane = 0; i + lane < n; lane++) {
      lanes[lane] += x[at + i + lane];
    }
    return folded(lanes);
  }

  @Override
  public double max(double[] x, int at, int n) {
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < n; i++) {
      most = Math.max(most, x[at + i]);
    }
    return most;
  }

  private static double folded(double[] lanes) {
    for (int half = lanes.length / 2; half > 0; half /= 2) {
      for (int lane = 0; lane < half; lane++) {
        lanes[lane] += lanes[lane + half];
      }
    }
    return lanes[0];
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
    int rows = DOUBLE_TILE.rows();
    int columns = DOUBLE_TILE.columns();
    double[] chain = new double[columns];
    for (int i = 0; i < rows; i++) {
      Arrays.fill(chain, 0);
      for (int p = 0; p < depth; p++) {
        double factor = a[aAt + p * rows + i];
        for (int j = 0; j < chain.length; j++) {
          chain[j] = Math.fma(factor, b[bAt + p * columns + j], chain[j]);
        }
      }
      for (int j = 0; j < columns; j++) {
        int at = cAt + i * ldc + j;
        c[at] = Math.fma(alpha, chain[j], c[at]);
      }
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
    float[] chain = new float[n];
    for (int i = 0; i < m; i++) {
      Arrays.fill(chain, 0);
      for (int p = 0; p < depth; p++) {
        float factor = a[aAt + i * aRow + p * aColumn];
        for (int j = 0; j < n; j++) {
          chain[j] = Math.fma(factor, b[bAt + p * ldb + j], chain[j]);
        }
      }
      for (int j = 0; j < n; j++) {
        int at = cAt + i * ldc + j;
        c[at] = Math.fma(alpha, chain[j], c[at]);
      }
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
    double[] chain = new double[n];
    for (int i = 0; i < m; i++) {
      Arrays.fill(chain, 0);
      for (int p = 0; p < depth; p++) {
        double factor = a[aAt + i * aRow + p * aColumn];
        for (int j = 0; j < n; j++) {
          chain[j] = Math.fma(factor, b[bAt + p * ldb + j], chain[j]);
        }
      }
      for (int j = 0; j < n; j++) {
        int at = cAt + i * ldc + j;
        c[at] = Math.fma(alpha, chain[j], c[at]);
      }
    }
  }

  @Override
  public void wherePositive(float[] x, int xAt, float[] y, int yAt, float[] z, int zAt, int n) {
    for (int i = 0; i < n; i++) {
      z[zAt + i] = x[xAt + i] > 0 ? y[yAt + i] : 0;
    }
  }

  @Override
  public void whereEqual(
      float[] x, int xAt, float[] m, int mAt, float[] y, int yAt, float[] z, int zAt, int n) {
    for (int i = 0; i < n; i++) {
      z[zAt + i] = x[xAt + i] == m[mAt + i] ? y[yAt + i] : 0;
    }
  }

  @Override
  public void wherePositive(double[] x, int xAt, double[] y, int yAt, double[] z, int zAt, int n) {
    for (int i = 0; i < n; i++) {
      z[zAt + i] = x[xAt + i] > 0 ? y[yAt + i] : 0;
    }
  }

  @Override
  public void whereEqual(
      double[] x, int xAt, double[] m, int mAt, double[] y, int yAt, double[] z, int zAt, int n) {
    for (int i = 0; i < n; i++) {
      z[zAt + i] = x[xAt + i] == m[mAt + i] ? y[yAt + i] : 0;
    }
  }

  @Override
  public void exp(double[] x, int xAt, double[] y, int yAt, int n) {
    for (int i = 0; i < n; i++) {
      y[yAt + i] = Elementary.exp(x[xAt + i]);
    }
  }

  @Override
  public void log(double[] x, int xAt, double[] y, int yAt, int n) {
    for (int i = 0; i < n; i++) {
      y[yAt + i] = Elementary.log(x[xAt + i]);
    }
  }

  @Override
  public void tanh(double[] x, int xAt, double[] y, int yAt, int n) {
    for (int i = 0; i < n; i++) {
      y[yAt + i] = Elementary.tanh(x[xAt + i]);
    }
  }

  @Override
  public void sigmoid(double[] x, int xAt, double[] y, int yAt, int n) {
    for (int i = 0; i < n; i++) {
      y[yAt + i] = Elementary.sigmoid(x[xAt + i]);
    }
  }

  @Override
  public void sin(double[] x, int xAt, double[] y, int yAt, int n) {
    for (int i = 0; i < n; i++) {
      y[yAt + i] = Elementary.sin(x[xAt + i]);
    }
  }

  @Override
  public void cos(double[] x, int xAt, double[] y, int yAt, int n) {
    for (int i = 0; i < n; i++) {
      y[yAt + i] = Elementary.cos(x[xAt + i]);
    }
  }
}
