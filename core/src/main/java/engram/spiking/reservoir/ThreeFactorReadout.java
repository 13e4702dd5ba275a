// SPDX-License-Identifier: Apache-2.0
package engram.spiking.reservoir;

import engram.kernel.Doubles;
import engram.kernel.Transpose;
import engram.plasticity.factor.EligibilityTrace;
import engram.plasticity.factor.GatedDelta;
import engram.source.FromPaper;
import java.util.Arrays;

/// The local rule: presynaptic trace, error, and a gate of attention.
///
///     e = f - W rho        W <- W + (eta / R2) A(t) e E'
///
/// E is rho, or its eligibility, `E <- exp(-dt/tau_e) E + rho`, an [EligibilityTrace]; the step is a
/// [GatedDelta]. R2 is one number for all times: a division by `|rho(t)|^2` would overweight quiet
/// moments.
///
/// With one fixed rho the error falls as `(1 - eta |rho|^2 / R2)^n`.
@FromPaper(value = "what-when", at = "spec: three-factor rule")
public final class ThreeFactorReadout implements TraceReadout {
  private static final double SURPRISE_MS = 100;
  private static final double MOST_STEP = 2;

  /// How it learns.
  ///
  /// @param eta step, finite, 0 or more
  /// @param gate when it learns
  /// @param everyMs time between two updates, in ms
  /// @param eligibilityMs tau_e in ms, or 0 for the trace itself
  public record Settings(double eta, AttentionGate gate, double everyMs, double eligibilityMs) {
    /// Checks the numbers.
    public Settings {
      require("eta", eta, true);
      require("everyMs", everyMs, false);
      require("eligibilityMs", eligibilityMs, true);
    }

    /// The plain rule: open from a time on, an update every 4 ms, no eligibility.
    public static Settings plain(double eta, double fromMs) {
      return new Settings(eta, new AttentionGate.Open(fromMs), 4, 0);
    }

    private static void require(String name, double value, boolean zero) {
      if (!(value >= 0 && value < Double.POSITIVE_INFINITY && (zero || value > 0))) {
        throw new IllegalArgumentException(
            "%s must be finite, %s, was %s".formatted(name, zero ? "0 or more" : "above 0", value));
      }
    }
  }

  private final int outcomes;
  private final int traces;
  private final double meanSquare;
  private final Settings settings;
  private final double[] weights;
  private final EligibilityTrace eligible;
  private final double[] error;
  private final double kept;
  private double surprise;

  /// A readout with weights of 0 for a reservoir whose traces are known.
  ///
  /// @throws IllegalArgumentException if the step would make the error grow at the strongest row
  public ThreeFactorReadout(int outcomes, CentredTraces known, Settings settings) {
    if (outcomes < 1) {
      throw new IllegalArgumentException("outcomes must be at least 1, was " + outcomes);
    }
    meanSquare = known.meanSquare();
    if (!(meanSquare > 0)) {
      throw new IllegalArgumentException("traces must vary, had a mean square of " + meanSquare);
    }
    double step = settings.eta() * known.greatestShare();
    if (settings.eligibilityMs() == 0 && step > MOST_STEP) {
      throw new IllegalArgumentException(
          "eta must be at most %s for these traces, was %s"
              .formatted(MOST_STEP / known.greatestShare(), settings.eta()));
    }
    this.outcomes = outcomes;
    this.settings = settings;
    traces = known.count();
    weights = new double[outcomes * traces];
    eligible = new EligibilityTrace(traces, settings.eligibilityMs(), settings.everyMs());
    error = new double[outcomes];
    kept = Doubles.exp(-settings.everyMs() / SURPRISE_MS);
  }

  @Override
  public int outcomes() {
    return outcomes;
  }

  @Override
  public void expect(double[] rho, double[] into) {
    Doubles.gemv(Transpose.NO, outcomes, traces, 1, weights, 0, traces, rho, 0, 0, into, 0);
  }

  @Override
  public void begin() {
    eligible.clear();
    surprise = 0;
  }

  @Override
  public void learn(double tMs, double[] rho, double[] target) {
    expect(rho, error);
    double size = 0;
    for (int k = 0; k < outcomes; k++) {
      error[k] = target[k] - error[k];
      size += Math.abs(error[k]);
    }
    surprise = kept * surprise + (1 - kept) * size;
    eligible.step(rho);
    double open = settings.gate().open(tMs, surprise);
    if (open != 0) {
      GatedDelta.add(settings.eta() / meanSquare * open, error, eligible.values(), weights);
    }
  }

  /// W, a row an outcome, as a copy.
  public double[][] weights() {
    double[][] rows = new double[outcomes][];
    for (int k = 0; k < outcomes; k++) {
      rows[k] = Arrays.copyOfRange(weights, k * traces, (k + 1) * traces);
    }
    return rows;
  }
}
