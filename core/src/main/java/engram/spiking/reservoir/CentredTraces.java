// SPDX-License-Identifier: Apache-2.0
package engram.spiking.reservoir;

import engram.kernel.Doubles;
import engram.source.FromPaper;

/// The filtered spikes of a reservoir over a trial, less their means: what readouts read. Without
/// centring the common mean makes up nearly all of a trace, and a local rule needs hundreds of
/// trials to see beyond it; whether the paper centres is not known.
///
///     rho_i(t) = r_i(t) - m_i,   R2 = mean over time of |rho|^2
@FromPaper(value = "what-when", at = "spec: trace")
public final class CentredTraces {
  private final double everyMs;
  private final int count;
  private final int times;
  private final double[] values;
  private final double[] means;

  private CentredTraces(double everyMs, int count, double[] values, double[] means) {
    this.everyMs = everyMs;
    this.count = count;
    this.times = values.length / count;
    this.values = values;
    this.means = means;
  }

  /// Traces less their own means over the trial.
  ///
  /// @param everyMs time between two rows, in ms; the first row is at time 0
  /// @param count traces, from 1
  /// @param raw r, a row a time, row by row
  public static CentredTraces of(double everyMs, int count, double[] raw) {
    check(everyMs, count, raw);
    double[] means = new double[count];
    int times = raw.length / count;
    for (int t = 0; t < times; t++) {
      Doubles.axpy(1.0 / times, raw, t * count, means, 0, count);
    }
    return with(everyMs, means, raw);
  }

  /// Traces less means that were frozen before, such as those of the first trial.
  public static CentredTraces with(double everyMs, double[] means, double[] raw) {
    int count = means.length;
    check(everyMs, count, raw);
    double[] values = raw.clone();
    for (int at = 0; at < values.length; at += count) {
      Doubles.axpy(-1, means, 0, values, at, count);
    }
    return new CentredTraces(everyMs, count, values, means.clone());
  }

  private static void check(double everyMs, int count, double[] raw) {
    if (!(everyMs > 0 && everyMs < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("everyMs must be finite and above 0, was " + everyMs);
    }
    if (count < 1 || raw.length == 0 || raw.length % count != 0) {
      throw new IllegalArgumentException(
          "raw must be rows of %d traces, had %d numbers".formatted(count, raw.length));
    }
    for (int i = 0; i < raw.length; i++) {
      if (!Double.isFinite(raw[i])) {
        int row = i / count;
        throw new IllegalArgumentException(
            "traces must be finite, was %s in trace %d at %s ms"
                .formatted(raw[i], i % count, row * everyMs));
      }
    }
  }

  /// How many traces.
  public int count() {
    return count;
  }

  /// How many rows.
  public int times() {
    return times;
  }

  /// The time of a row, in ms.
  public double timeMs(int row) {
    return row * everyMs;
  }

  /// Copies a row.
  public void row(int row, double[] into) {
    System.arraycopy(values, row * count, into, 0, count);
  }

  /// The means that were taken off.
  public double[] means() {
    return means.clone();
  }

  /// R2.
  public double meanSquare() {
    return Doubles.dot(values, values) / times;
  }

  /// The greatest `|rho|^2` of a row, as a multiple of R2: a rule of step eta multiplies its error
  /// by `1 - eta times this` there, and leaves it growing above a product of 2.
  public double greatestShare() {
    double most = 0;
    for (int t = 0; t < times; t++) {
      most = Math.max(most, Doubles.dot(values, t * count, values, t * count, count));
    }
    return most / meanSquare();
  }

  @Override
  public String toString() {
    return "%d traces at %d times, every %s ms".formatted(count, times, everyMs);
  }
}
