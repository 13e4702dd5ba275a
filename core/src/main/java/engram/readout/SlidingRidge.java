// SPDX-License-Identifier: Apache-2.0
package engram.readout;

import engram.error.DataCorruptException;
import engram.kernel.Doubles;
import engram.kernel.Transpose;
import engram.state.Snapshot;

/// Ridge regression over the last rows: `w = (Z'Z + r I)^-1 Z'y`, solved anew when it is asked for.
/// The products are kept and changed by the row that comes and the one that leaves; once in a
/// window they are taken afresh from the rows, so that rounding does not gather.
public final class SlidingRidge {
  private static final String FORMAT = "sliding-ridge";
  private static final int VERSION = 1;

  private final int features;
  private final int window;
  private final double ridge;
  private final double[] rows;
  private final double[] targets;
  private final double[] gram;
  private final double[] moment;
  private long count;

  public SlidingRidge(int features, int window, double ridge) {
    this.features = features;
    this.window = window;
    this.ridge = ridge;
    rows = new double[window * features];
    targets = new double[window];
    gram = new double[features * features];
    moment = new double[features];
  }

  /// How many rows are in the window.
  public int rows() {
    return (int) Math.min(count, window);
  }

  /// Takes a row; the eldest leaves a full window.
  public void add(double[] z, int at, double y) {
    int slot = (int) (count % window);
    if (count >= window) {
      change(-1, rows, slot * features, targets[slot]);
    }
    System.arraycopy(z, at, rows, slot * features, features);
    targets[slot] = y;
    count++;
    if (count % window == 0) {
      afresh();
    } else {
      change(1, rows, slot * features, y);
    }
  }

  private void change(double sign, double[] z, int at, double y) {
    for (int i = 0; i < features; i++) {
      Doubles.axpy(sign * z[at + i], z, at, gram, i * features, i + 1);
    }
    Doubles.axpy(sign * y, z, at, moment, 0, features);
  }

  private void afresh() {
    Doubles.gemm(
        Transpose.YES,
        Transpose.NO,
        features,
        features,
        window,
        1,
        rows,
        0,
        features,
        rows,
        0,
        features,
        0,
        gram,
        0,
        features);
    Doubles.gemv(Transpose.YES, window, features, 1, rows, 0, features, targets, 0, 0, moment, 0);
  }

  /// The weights of the rows in the window.
  public double[] weights() {
    double[] weights = moment.clone();
    Cholesky.of(gram, features, ridge).solve(weights, 0);
    return weights;
  }

  public Snapshot snapshot() {
    return Snapshot.named(FORMAT, VERSION)
        .doubles("ridge", "1", new double[] {ridge})
        .number("count", "1", count)
        .doubles("rows", "1", rows, window, features)
        .doubles("targets", "1", targets)
        .doubles("gram", "1", gram, features, features)
        .doubles("moment", "1", moment)
        .build();
  }

  /// The one of a snapshot, of these parameters.
  public static SlidingRidge restored(int features, int window, double ridge, Snapshot snapshot) {
    snapshot.require(FORMAT, VERSION);
    SlidingRidge next = new SlidingRidge(features, window, ridge);
    double[] r = snapshot.doubles("ridge");
    if (r.length != 1 || r[0] != ridge || snapshot.number("count") < 0) {
      throw new DataCorruptException("regression must have ridge " + ridge + " and rows from 0");
    }
    next.count = snapshot.number("count");
    fill(next.rows, snapshot, "rows");
    fill(next.targets, snapshot, "targets");
    fill(next.gram, snapshot, "gram");
    fill(next.moment, snapshot, "moment");
    return next;
  }

  private static void fill(double[] into, Snapshot snapshot, String name) {
    double[] from = snapshot.doubles(name);
    if (from.length != into.length) {
      throw new DataCorruptException(
          name + " of a regression must be " + into.length + " numbers, were " + from.length);
    }
    System.arraycopy(from, 0, into, 0, into.length);
  }
}
