// SPDX-License-Identifier: Apache-2.0
package engram.spiking.reservoir;

/// A map from traces to what is foretold of each outcome, learned within trials.
public interface TraceReadout {
  /// How many outcomes it foretells.
  int outcomes();

  /// Writes z = W rho, one number an outcome.
  void expect(double[] rho, double[] into);

  /// Learns from one time of a trial.
  ///
  /// @param tMs time from the cue's onset, in ms
  /// @param rho the traces
  /// @param target f(t), one number an outcome
  void learn(double tMs, double[] rho, double[] target);

  /// Says that a trial begins.
  default void begin() {}

  /// Says that a trial ended.
  ///
  /// @param came the outcome that came, or [PredictionTask#NOTHING]
  default void end(CentredTraces traces, PredictionTask task, int came) {}

  /// A trial with learning on. What is read off meanwhile would flatter a fast rule, whose weights
  /// chase the target within the trial: ask [#probe] instead.
  ///
  /// @param fromMs when learning begins, in ms from the cue's onset
  default void trial(CentredTraces traces, PredictionTask task, int came, double fromMs) {
    double[] rho = new double[traces.count()];
    double[] target = new double[outcomes()];
    begin();
    for (int t = 0; t < traces.times(); t++) {
      if (traces.timeMs(t) >= fromMs) {
        traces.row(t, rho);
        task.target(came, traces.timeMs(t), target);
        learn(traces.timeMs(t), rho, target);
      }
    }
    end(traces, task, came);
  }

  /// What it foretells over a trial with learning off: a row an outcome, a column a time.
  default double[][] probe(CentredTraces traces) {
    double[][] z = new double[outcomes()][traces.times()];
    double[] rho = new double[traces.count()];
    double[] now = new double[outcomes()];
    for (int t = 0; t < traces.times(); t++) {
      traces.row(t, rho);
      expect(rho, now);
      for (int k = 0; k < now.length; k++) {
        z[k][t] = now[k];
      }
    }
    return z;
  }
}
