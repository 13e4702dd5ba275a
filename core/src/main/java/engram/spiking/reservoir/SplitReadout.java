// SPDX-License-Identifier: Apache-2.0
package engram.spiking.reservoir;

import engram.kernel.Doubles;
import engram.source.FromPaper;
import java.util.ArrayDeque;
import java.util.Deque;

/// The same rule in two parts: "when" learned within the trial, "what" consolidated after it.
///
///     z_k = w_when . rho + w_k . rho
///     within:  w_when += (eta / R2) A (sum f - w_when . rho) rho
///     after, for each of the last M trials:  w_k += (eta_what / |rho_L|^2) ([k came] - z_k(L)) rho_L
///
/// rho_L is the trace at the time of the outcome. A trial without outcome is not replayed. How the
/// paper splits the rule could not be read: this form is ours.
@FromPaper(value = "what-when", at = "spec: online when, offline what")
public final class SplitReadout implements TraceReadout {
  private final int outcomes;
  private final int replayed;
  private final double etaWhat;
  private final ThreeFactorReadout when;
  private final double[] what;
  private final int traces;
  private final Deque<Moment> kept = new ArrayDeque<>();
  private final double[] sum = new double[1];
  private final double[] any = new double[1];

  /// An outcome and the traces at its time.
  private static final class Moment {
    private final int came;
    private final double[] rho;

    Moment(int came, double[] rho) {
      this.came = came;
      this.rho = rho;
    }
  }

  /// A readout with weights of 0.
  ///
  /// @param replayed M, the trials that are replayed after each, from 0; 5 to 20 is usual
  /// @param etaWhat step of the replay, in [0, 2)
  /// @param settings of the "when" part
  public SplitReadout(
      int outcomes,
      CentredTraces known,
      ThreeFactorReadout.Settings settings,
      int replayed,
      double etaWhat) {
    if (outcomes < 1 || replayed < 0) {
      throw new IllegalArgumentException(
          "outcomes must be at least 1 and replayed at least 0, were %d and %d"
              .formatted(outcomes, replayed));
    }
    if (!(etaWhat >= 0 && etaWhat < 2)) {
      throw new IllegalArgumentException("etaWhat must be in [0, 2), was " + etaWhat);
    }
    this.outcomes = outcomes;
    this.replayed = replayed;
    this.etaWhat = etaWhat;
    traces = known.count();
    when = new ThreeFactorReadout(1, known, settings);
    what = new double[outcomes * traces];
  }

  @Override
  public int outcomes() {
    return outcomes;
  }

  @Override
  public void expect(double[] rho, double[] into) {
    when.expect(rho, sum);
    for (int k = 0; k < outcomes; k++) {
      into[k] = sum[0] + Doubles.dot(what, k * traces, rho, 0, traces);
    }
  }

  @Override
  public void begin() {
    when.begin();
  }

  @Override
  public void learn(double tMs, double[] rho, double[] target) {
    any[0] = 0;
    for (double each : target) {
      any[0] += each;
    }
    when.learn(tMs, rho, any);
  }

  @Override
  public void end(CentredTraces trace, PredictionTask task, int came) {
    if (replayed == 0) {
      return;
    }
    if (came != PredictionTask.NOTHING) {
      double latency = task.outcomes().get(came).latencyMs();
      int row = (int) Math.min(trace.times() - 1, Math.round(latency / trace.timeMs(1)));
      double[] rho = new double[traces];
      trace.row(row, rho);
      kept.addLast(new Moment(came, rho));
      if (kept.size() > replayed) {
        kept.removeFirst();
      }
    }
    double[] z = new double[outcomes];
    for (Moment moment : kept) {
      double square = Doubles.dot(moment.rho, moment.rho);
      if (square == 0) {
        continue;
      }
      expect(moment.rho, z);
      for (int k = 0; k < outcomes; k++) {
        double error = (k == moment.came ? 1 : 0) - z[k];
        Doubles.axpy(etaWhat * error / square, moment.rho, 0, what, k * traces, traces);
      }
    }
  }
}
