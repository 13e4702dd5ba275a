// SPDX-License-Identifier: Apache-2.0
package engram.plasticity;

import engram.plasticity.rate.DataScale;
import engram.source.FromPaper;
import java.util.Arrays;
import java.util.OptionalDouble;

/// The rule of Bienenstock, Cooper and Munro [6]: activity above a sliding threshold strengthens,
/// activity below it weakens.
///
///     SQUARE:      dw_i = y_i (y_i - theta_i) x,             theta = <y²>
///     ORIGINAL:    dw_i = y_i (y_i - theta_i) x,             theta = <y>²
///     LAW_COOPER:  dw_i = y_i (y_i - theta_i) x / theta_i,   theta = <y²>   [7]
///     trace <- trace + (mean of the batch - trace) / tau
///
/// For K linearly independent patterns of probability p_k there are 2^K fixed points; the stable
/// ones are as selective as can be: `y = 1/p_k` for one pattern and 0 for the others.
///
/// For a single pattern the fixed point is `y = theta = 1`. In continuous time it is stable while
/// `tau eta |x|² < 1`; for steps taken together, as here, while `tau eta |x|² < tau / (tau + 1)`,
/// which goes to the same border for slow thresholds.
///
/// | symbol | meaning | unit | default |
/// | --- | --- | --- | --- |
/// | tau | time of the threshold | batches | 50 |
/// | eta | rate | 1 | .001 |
/// | y | `max(u, 0)` | 1 | - |
///
/// References: [6], [7] in the package.
///
/// @param form which threshold
/// @param tau time of the threshold in batches, at least 1
@FromPaper(value = "hebbian-rules", at = "spec 9")
public record Bcm(Form form, double tau) implements PlasticityRule {
  private static final double LEAST_THRESHOLD = 1e-6;

  /// The forms of the threshold.
  public enum Form {
    /// The mean of the square.
    SQUARE,
    /// The square of the mean.
    ORIGINAL,
    /// The mean of the square, which also divides the change.
    LAW_COOPER
  }

  /// Checks tau.
  public Bcm {
    if (!(tau >= 1 && tau < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("tau must be finite and at least 1, was " + tau);
    }
  }

  @Override
  public String name() {
    return "BCM";
  }

  /// The threshold for a trace.
  public double threshold(double trace) {
    return form == Form.ORIGINAL ? trace * trace : trace;
  }

  /// What the difference to the threshold is divided by: 1, or the threshold, at least 1e-6.
  public double divisor(double trace) {
    return form == Form.LAW_COOPER ? Math.max(trace, LEAST_THRESHOLD) : 1;
  }

  @Override
  public void add(Sample s, double[][] change) {
    for (int i = 0; i < s.units(); i++) {
      double y = s.y()[i];
      double trace = s.traces().unit()[i];
      double phi = y * (y - threshold(trace)) / divisor(trace);
      for (int j = 0; j < s.inputs(); j++) {
        change[i][j] += phi * s.x()[j];
      }
    }
  }

  /// Thresholds begin at 1, where a single pattern comes to rest.
  @Override
  public Traces first(int units, int inputs) {
    Traces traces = Traces.zero(units, inputs);
    Arrays.fill(traces.unit(), 1);
    return traces;
  }

  @Override
  public Traces follow(Traces before, double[] meanX, double[] meanY, double[] meanSquareY) {
    Traces after = Traces.zero(meanY.length, meanX.length);
    for (int i = 0; i < meanY.length; i++) {
      double mean = form == Form.ORIGINAL ? meanY[i] : meanSquareY[i];
      after.unit()[i] = Traces.moved(before.unit()[i], 1 / tau, mean);
    }
    return after;
  }

  /// `1 / ((tau + 1) |x|²_max)` for the threshold of squares, the border for a single pattern; not
  /// known for the other forms.
  @Override
  public OptionalDouble largestRate(DataScale data) {
    return form == Form.SQUARE
        ? OptionalDouble.of(1 / ((tau + 1) * data.largestSquaredLength()))
        : OptionalDouble.empty();
  }
}
