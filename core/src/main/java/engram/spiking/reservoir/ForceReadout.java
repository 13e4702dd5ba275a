// SPDX-License-Identifier: Apache-2.0
package engram.spiking.reservoir;

import engram.readout.RecursiveLeastSquares;
import engram.source.FromPaper;

/// The rival: recursive least squares, as FORCE learning has it [2]. Its gain is the inverse of all
/// that it has seen, so that it fits fast and then hardly moves: after n1 equal trials of one
/// target and m of another it holds their mean, `n1 / (n1 + m)` of the first. A factor of
/// forgetting, or a reset of the gain, gives it back what it lost.
@FromPaper(value = "what-when", at = "spec: FORCE baseline")
public final class ForceReadout implements TraceReadout {
  private final int outcomes;
  private final RecursiveLeastSquares squares;

  /// @param outcomes from 1
  /// @param traces from 1
  /// @param alpha the ridge, above 0: `P = I / alpha` at the beginning
  /// @param forgetting above 0 and at most 1; 1 is the case that the paper sees fail
  public ForceReadout(int outcomes, int traces, double alpha, double forgetting) {
    this.outcomes = outcomes;
    squares = new RecursiveLeastSquares(traces, outcomes, alpha, forgetting);
  }

  @Override
  public int outcomes() {
    return outcomes;
  }

  @Override
  public void expect(double[] rho, double[] into) {
    squares.expect(rho, into);
  }

  @Override
  public void learn(double tMs, double[] rho, double[] target) {
    squares.learn(rho, target);
  }

  /// Sets `P = I / alpha` again and keeps the weights.
  public void reset() {
    squares.forget();
  }
}
