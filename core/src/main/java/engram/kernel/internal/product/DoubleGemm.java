// SPDX-License-Identifier: Apache-2.0
package engram.kernel.internal.product;

import engram.kernel.internal.DoubleRoom;
import engram.kernel.internal.Form;
import engram.kernel.internal.Loops;
import engram.kernel.internal.Ranges;
import java.util.Arrays;

/// A product of two matrices of double, `C = alpha op(A) op(B) + beta C`, packed and tiled [1].
///
/// **Order of the arithmetic**, which fixes the bits: C is first scaled by beta. Then for each
/// block of 256 of the inner dimension, in order, every element of C receives `c = fma(alpha, s,
/// c)`, where s is the chain `s = fma(a, b, s)` over the block from +0. Tiles, packing, the width
/// of the vectors and the number of workers move elements about and change none.
///
/// Blocks of A and B are copied into panels of a tile's height and width, so that the innermost
/// loop reads both in order; rims are filled with zeros and worked in a tile aside. Small products
/// and those of few rows read A and B where they lie.
///
/// References: 1. K. Goto, R. van de Geijn (2008). Anatomy of high-performance matrix
/// multiplication. ACM Transactions on Mathematical Software 34(3), doi:10.1145/1356052.1356053.
public final class DoubleGemm {
  private static final int DEPTH = 256;
  private static final int ROWS = 192;
  private static final int COLUMNS = 1536;
  private static final long FEW = 16 * 16 * 16;

  /// Elements of B that stay near enough to be read again for every four rows.
  private static final long NEAR = 8192;

  private static final int FEW_ROWS = 8;
  private static final long WORTH_A_THREAD = 96 * 96 * 96;

  /// Elements of panels of B from which on panels are kept for the next product.
  private static final int LARGE = 1 << 15;

  private static final Spare<double[]> A_PANELS = new Spare<>(() -> new double[DEPTH * ROWS]);
  private static final Spare<double[]> B_PANELS = new Spare<>(() -> new double[DEPTH * COLUMNS]);
  private static final DoubleRoom SMALL_A = new DoubleRoom();
  private static final DoubleRoom SMALL_B = new DoubleRoom();
  private static final DoubleRoom RIM = new DoubleRoom();

  private final int m;
  private final int n;
  private final int k;
  private final double alpha;
  private final double[] a;
  private final int aAt;
  private final int aRow;
  private final int aColumn;
  private final double[] b;
  private final int bAt;
  private final int bRow;
  private final int bColumn;
  private final double beta;
  private final double[] c;
  private final int cAt;
  private final int ldc;

  private DoubleGemm(
      boolean ta,
      boolean tb,
      int m,
      int n,
      int k,
      double alpha,
      double[] a,
      int aAt,
      int lda,
      double[] b,
      int bAt,
      int ldb,
      double beta,
      double[] c,
      int cAt,
      int ldc) {
    this.m = m;
    this.n = n;
    this.k = k;
    this.alpha = alpha;
    this.a = a;
    this.aAt = aAt;
    this.aRow = ta ? 1 : lda;
    this.aColumn = ta ? lda : 1;
    this.b = b;
    this.bAt = bAt;
    this.bRow = tb ? 1 : ldb;
    this.bColumn = tb ? ldb : 1;
    this.beta = beta;
    this.c = c;
    this.cAt = cAt;
    this.ldc = ldc;
  }

  /// The product, refused if a matrix leaves its array or C shares memory with A or B.
  ///
  /// @param ta whether A takes part with rows and columns exchanged
  /// @param tb whether B does
  public static DoubleGemm checked(
      boolean ta,
      boolean tb,
      int m,
      int n,
      int k,
      double alpha,
      double[] a,
      int aAt,
      int lda,
      double[] b,
      int bAt,
      int ldb,
      double beta,
      double[] c,
      int cAt,
      int ldc) {
    Ranges.count("m", m);
    Ranges.count("n", n);
    Ranges.count("k", k);
    int aRows = ta ? k : m;
    int aColumns = ta ? m : k;
    int bRows = tb ? n : k;
    int bColumns = tb ? k : n;
    Ranges.matrix("a", a.length, aAt, aRows, aColumns, lda);
    Ranges.matrix("b", b.length, bAt, bRows, bColumns, ldb);
    Ranges.matrix("c", c.length, cAt, m, n, ldc);
    long cSpan = Ranges.span(m, n, ldc);
    Ranges.apart("a", a, aAt, Ranges.span(aRows, aColumns, lda), c, cAt, cSpan);
    Ranges.apart("b", b, bAt, Ranges.span(bRows, bColumns, ldb), c, cAt, cSpan);
    return new DoubleGemm(ta, tb, m, n, k, alpha, a, aAt, lda, b, bAt, ldb, beta, c, cAt, ldc);
  }

  /// Runs it.
  public void run() {
    part(0, m, 0, n);
  }

  /// Into how many parts it is worth cutting for so many threads: 1 if it is small.
  public int parts(int threads) {
    int parts = Math.min(threads, units());
    return (int) Math.max(1, Math.min(parts, (long) m * n * k / WORTH_A_THREAD));
  }

  /// Runs one of `parts` parts, which own rows or columns of C and may run at once.
  public void run(int part, int parts) {
    int unit = unit();
    int from = (int) ((long) units() * part / parts) * unit;
    int to = (int) ((long) units() * (part + 1) / parts) * unit;
    if (byRows()) {
      part(from, Math.min(to, m), 0, n);
    } else {
      part(0, m, from, Math.min(to, n));
    }
  }

  private boolean byRows() {
    return m >= n;
  }

  private int unit() {
    Loops.Tile tile = Form.LOOPS.doubleTile();
    return byRows() ? tile.rows() : tile.columns();
  }

  private int units() {
    return ((byRows() ? m : n) + unit() - 1) / unit();
  }

  private void part(int fromRow, int toRow, int fromColumn, int toColumn) {
    scale(fromRow, toRow, fromColumn, toColumn);
    if (alpha == 0 || k == 0 || toRow <= fromRow || toColumn <= fromColumn) {
      return;
    }
    if (isDirect(toRow - fromRow, toColumn - fromColumn)) {
      direct(fromRow, toRow, fromColumn, toColumn);
    } else {
      packed(fromRow, toRow, fromColumn, toColumn);
    }
  }

  /// Whether the product is not worth a copy into panels: few elements, few rows, or a B that stays
  /// in the first cache.
  private boolean isDirect(int rows, int columns) {
    long size = (long) columns * k;
    return rows * size <= FEW || size <= NEAR || (bColumn == 1 && rows < FEW_ROWS);
  }

  private void scale(int fromRow, int toRow, int fromColumn, int toColumn) {
    if (beta == 1) {
      return;
    }
    for (int i = fromRow; i < toRow; i++) {
      int from = cAt + i * ldc + fromColumn;
      int to = cAt + i * ldc + toColumn;
      if (beta == 0) {
        Arrays.fill(c, from, to, 0);
      } else {
        for (int at = from; at < to; at++) {
          c[at] *= beta;
        }
      }
    }
  }

  /// Reads A and B where they lie; a B whose columns are turned is copied first.
  private void direct(int fromRow, int toRow, int fromColumn, int toColumn) {
    int columns = toColumn - fromColumn;
    boolean lies = bColumn == 1;
    double[] rows = lies ? b : SMALL_B.of(Math.min(DEPTH, k) * columns);
    for (int p = 0; p < k; p += DEPTH) {
      int depth = Math.min(DEPTH, k - p);
      int from = bAt + p * bRow + fromColumn * bColumn;
      if (!lies) {
        turn(b, from, bColumn, bRow, columns, depth, columns, rows, 0);
      }
      Form.LOOPS.strips(
          toRow - fromRow,
          columns,
          depth,
          alpha,
          a,
          aAt + fromRow * aRow + p * aColumn,
          aRow,
          aColumn,
          rows,
          lies ? from : 0,
          lies ? bRow : columns,
          c,
          cAt + fromRow * ldc + fromColumn,
          ldc);
    }
  }

  private void packed(int fromRow, int toRow, int fromColumn, int toColumn) {
    Loops.Tile tile = Form.LOOPS.doubleTile();
    int depthMost = Math.min(DEPTH, k);
    int rowsMost = Math.min(ROWS, up(toRow - fromRow, tile.rows()));
    int columnsMost = Math.min(COLUMNS, up(toColumn - fromColumn, tile.columns()));
    boolean large = depthMost * columnsMost >= LARGE;
    double[] aPanels = large ? A_PANELS.take() : SMALL_A.of(depthMost * rowsMost);
    double[] bPanels = large ? B_PANELS.take() : SMALL_B.of(depthMost * columnsMost);
    double[] rim = RIM.of(tile.rows() * tile.columns());
    for (int j = fromColumn; j < toColumn; j += COLUMNS) {
      int columns = Math.min(COLUMNS, toColumn - j);
      for (int p = 0; p < k; p += DEPTH) {
        int depth = Math.min(DEPTH, k - p);
        pack(
            b,
            bAt + p * bRow + j * bColumn,
            bColumn,
            bRow,
            columns,
            depth,
            tile.columns(),
            bPanels);
        for (int i = fromRow; i < toRow; i += ROWS) {
          int rows = Math.min(ROWS, toRow - i);
          pack(a, aAt + i * aRow + p * aColumn, aRow, aColumn, rows, depth, tile.rows(), aPanels);
          tiles(tile, depth, aPanels, rows, bPanels, columns, cAt + i * ldc + j, rim);
        }
      }
    }
    if (large) {
      A_PANELS.giveBack(aPanels);
      B_PANELS.giveBack(bPanels);
    }
  }

  private void tiles(
      Loops.Tile tile,
      int depth,
      double[] aPanels,
      int rows,
      double[] bPanels,
      int columns,
      int at,
      double[] rim) {
    Loops loops = Form.LOOPS;
    double read = 0;
    for (int j = 0; j < columns; j += tile.columns()) {
      int wide = Math.min(tile.columns(), columns - j);
      for (int i = 0; i < rows; i += tile.rows()) {
        int high = Math.min(tile.rows(), rows - i);
        int tileAt = at + i * ldc + j;
        if (high == tile.rows() && wide == tile.columns()) {
          read += touched(tileAt + tile.rows() * ldc, tile.rows(), tile.columns());
          loops.tile(depth, alpha, aPanels, i * depth, bPanels, j * depth, c, tileAt, ldc);
        } else {
          copy(c, tileAt, ldc, rim, 0, tile.columns(), high, wide);
          loops.tile(depth, alpha, aPanels, i * depth, bPanels, j * depth, rim, 0, tile.columns());
          copy(rim, 0, tile.columns(), c, tileAt, ldc, high, wide);
        }
      }
    }
    rim[0] = read;
  }

  /// Reads an element of each cache line of the tile of C whose turn comes next, so that it is on
  /// its way from memory while this one is worked. The sum has no use; it keeps the compiler from
  /// dropping the reads.
  private double touched(int at, int rows, int columns) {
    double sum = 0;
    for (int i = 0; i < rows; i++) {
      int from = at + i * ldc;
      if (from < 0 || from > c.length - columns) {
        return sum;
      }
      for (int j = 0; j < columns; j += 8) {
        sum += c[from + j];
      }
      sum += c[from + columns - 1];
    }
    return sum;
  }

  private static void copy(
      double[] from,
      int fromAt,
      int fromStride,
      double[] to,
      int toAt,
      int toStride,
      int rows,
      int columns) {
    for (int i = 0; i < rows; i++) {
      System.arraycopy(from, fromAt + i * fromStride, to, toAt + i * toStride, columns);
    }
  }

  /// Copies `count` lines of `depth` elements into panels of `width` lines, element by element
  /// across the lines; lines that are missing in the last panel are zeros.
  private static void pack(
      double[] from, int at, int line, int step, int count, int depth, int width, double[] panels) {
    int to = 0;
    for (int first = 0; first < count; first += width) {
      int lines = Math.min(width, count - first);
      int start = at + first * line;
      if (lines < width) {
        Arrays.fill(panels, to, to + depth * width, 0);
      }
      if (line == 1) {
        for (int p = 0; p < depth; p++) {
          System.arraycopy(from, start + p * step, panels, to + p * width, lines);
        }
      } else if (step == 1 && lines == 8 && width == 8) {
        turnEight(from, start, line, depth, panels, to);
      } else {
        turn(from, start, line, step, lines, depth, width, panels, to);
      }
      to += depth * width;
    }
  }

  /// Copies lines that lie apart, four at a time, so that neighbours are written together.
  private static void turn(
      double[] from,
      int start,
      int line,
      int step,
      int lines,
      int depth,
      int width,
      double[] panels,
      int to) {
    int l = 0;
    for (; l <= lines - 4; l += 4) {
      int at0 = start + l * line;
      int at1 = at0 + line;
      int at2 = at1 + line;
      int at3 = at2 + line;
      for (int p = 0; p < depth; p++) {
        int into = to + p * width + l;
        panels[into] = from[at0 + p * step];
        panels[into + 1] = from[at1 + p * step];
        panels[into + 2] = from[at2 + p * step];
        panels[into + 3] = from[at3 + p * step];
      }
    }
    for (; l < lines; l++) {
      for (int p = 0; p < depth; p++) {
        panels[to + p * width + l] = from[start + l * line + p * step];
      }
    }
  }

  /// Copies eight lines whose elements are neighbours: the common case, with constants for the
  /// compiler to see that no index leaves its array.
  private static void turnEight(
      double[] from, int at0, int line, int depth, double[] panels, int to) {
    int at1 = at0 + line;
    int at2 = at1 + line;
    int at3 = at2 + line;
    int at4 = at3 + line;
    int at5 = at4 + line;
    int at6 = at5 + line;
    int at7 = at6 + line;
    for (int p = 0; p < depth; p++) {
      panels[to + 8 * p] = from[at0 + p];
      panels[to + 8 * p + 1] = from[at1 + p];
      panels[to + 8 * p + 2] = from[at2 + p];
      panels[to + 8 * p + 3] = from[at3 + p];
      panels[to + 8 * p + 4] = from[at4 + p];
      panels[to + 8 * p + 5] = from[at5 + p];
      panels[to + 8 * p + 6] = from[at6 + p];
      panels[to + 8 * p + 7] = from[at7 + p];
    }
  }

  private static int up(int count, int unit) {
    return (count + unit - 1) / unit * unit;
  }
}
