// SPDX-License-Identifier: Apache-2.0
package engram.readout;

import engram.error.DataCorruptException;
import engram.kernel.Doubles;
import engram.kernel.Transpose;
import engram.source.FromPaper;
import engram.state.Snapshot;
import java.util.Arrays;

/// A linear map learned row by row that stands, after each row, where the least squares solution
/// over all rows stands. With features `H` (rows `h'`), targets `T` (rows `t'`) and a ridge `r`,
///
///     M0 = (H0'H0 + r I)^-1,   beta0 = M0 H0'T0
///     M <- M - M h (1 + h'M h)^-1 h'M,   beta <- beta + M h (t' - h'beta)
///
/// which is the solution of `(H'H + r I) beta = H'T` over the rows of the beginning and all since.
/// With a factor of forgetting l below 1 a row counts `l` times less with each row after it (and so
/// does the ridge): 1 in the second line becomes l, and M is divided by l. Without it M only
/// shrinks, and what comes late moves the map less and less; [#forget] begins anew and keeps beta.
/// The paper's models begin with a pseudo-inverse, `r = 0`; a small ridge stands in its place, see
/// the package. A row costs `p^2` products for `p` features and `p` for each output.
///
/// References: see the package, [3].
@FromPaper(value = "htm", at = "spec baselines, OS-ELM")
public final class RecursiveLeastSquares {
  private static final String FORMAT = "recursive-least-squares";
  private static final int VERSION = 1;

  private final int features;
  private final int outputs;
  private final double ridge;
  private final double forgetting;
  private final double[] inverse;
  private final double[] weights;

  /// One that has seen no row: `M = I / r`, `beta = 0`.
  ///
  /// @param features `p`, from 1
  /// @param outputs from 1
  /// @param ridge `r`, above 0
  public RecursiveLeastSquares(int features, int outputs, double ridge) {
    this(features, outputs, ridge, 1);
  }

  /// The same, with a factor of forgetting.
  ///
  /// @param forgetting `l`, above 0 and at most 1: rows weigh half after `ln 2 / (1 - l)` more
  public RecursiveLeastSquares(int features, int outputs, double ridge, double forgetting) {
    if (features < 1 || outputs < 1) {
      throw new IllegalArgumentException(
          "features and outputs must be at least 1, were " + features + " and " + outputs);
    }
    if (!(ridge > 0 && ridge < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("ridge must be above 0 and finite, was " + ridge);
    }
    if (!(forgetting > 0 && forgetting <= 1)) {
      throw new IllegalArgumentException(
          "forgetting must be above 0 and at most 1, was " + forgetting);
    }
    this.features = features;
    this.outputs = outputs;
    this.ridge = ridge;
    this.forgetting = forgetting;
    inverse = new double[features * features];
    weights = new double[outputs * features];
    forget();
  }

  /// Sets `M = I / r` again and keeps beta: the next rows move the map as the first ones did.
  public void forget() {
    Arrays.fill(inverse, 0);
    for (int i = 0; i < features; i++) {
      inverse[i * features + i] = 1 / ridge;
    }
  }

  /// Forgets what it learned and takes the solution over some rows.
  ///
  /// @param h their features, row by row
  /// @param t their targets, row by row
  /// @param rows how many, from 0
  public void begin(double[] h, double[] t, int rows) {
    double[] gram = new double[features * features];
    Doubles.gemm(
        Transpose.YES,
        Transpose.NO,
        features,
        features,
        rows,
        1,
        h,
        0,
        features,
        h,
        0,
        features,
        0,
        gram,
        0,
        features);
    Doubles.gemm(
        Transpose.YES,
        Transpose.NO,
        outputs,
        features,
        rows,
        1,
        t,
        0,
        outputs,
        h,
        0,
        features,
        0,
        weights,
        0,
        features);
    Cholesky factor = Cholesky.of(gram, features, ridge);
    for (int q = 0; q < outputs; q++) {
      factor.solve(weights, q * features);
    }
    System.arraycopy(factor.inverse(), 0, inverse, 0, inverse.length);
  }

  /// Learns a row.
  ///
  /// @param h its features
  /// @param t its targets
  public void learn(double[] h, double[] t) {
    double[] gain = new double[features];
    Doubles.gemv(Transpose.NO, features, features, 1, inverse, 0, features, h, 0, 0, gain, 0);
    double share = forgetting + Doubles.dot(h, gain);
    double[] expected = new double[outputs];
    expect(h, expected);
    for (int q = 0; q < outputs; q++) {
      Doubles.axpy((t[q] - expected[q]) / share, gain, 0, weights, q * features, features);
    }
    // Both factors of an entry are scaled alike, so that M stays symmetric to the last bit.
    double root = Math.sqrt(share);
    for (int i = 0; i < features; i++) {
      gain[i] /= root;
    }
    for (int i = 0; i < features; i++) {
      Doubles.axpy(-gain[i], gain, 0, inverse, i * features, features);
    }
    if (forgetting < 1) {
      for (int i = 0; i < inverse.length; i++) {
        inverse[i] /= forgetting;
      }
    }
  }

  /// Writes `beta'h` into the outputs.
  public void expect(double[] h, double[] into) {
    Doubles.gemv(Transpose.NO, outputs, features, 1, weights, 0, features, h, 0, 0, into, 0);
  }

  /// `beta'`, a row for each output, as a copy.
  public double[] weights() {
    return weights.clone();
  }

  /// Its state.
  public Snapshot snapshot() {
    return Snapshot.named(FORMAT, VERSION)
        .doubles("ridge", "1", new double[] {ridge})
        .doubles("inverse", "1", inverse, features, features)
        .doubles("weights", "1", weights, outputs, features)
        .build();
  }

  /// Replaces the state.
  ///
  /// @throws DataCorruptException if it is not one of the same features, outputs and ridge
  public void restore(Snapshot snapshot) {
    snapshot.require(FORMAT, VERSION);
    double[] m = snapshot.doubles("inverse");
    double[] w = snapshot.doubles("weights");
    double[] r = snapshot.doubles("ridge");
    if (m.length != inverse.length
        || w.length != weights.length
        || r.length != 1
        || r[0] != ridge) {
      throw new DataCorruptException(
          "least squares must be of "
              + features
              + " features, "
              + outputs
              + " outputs and ridge "
              + ridge
              + ", had "
              + m.length
              + " products and "
              + w.length
              + " weights");
    }
    System.arraycopy(m, 0, inverse, 0, m.length);
    System.arraycopy(w, 0, weights, 0, w.length);
  }
}
