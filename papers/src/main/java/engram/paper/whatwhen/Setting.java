// SPDX-License-Identifier: Apache-2.0
package engram.paper.whatwhen;

import engram.lab.claim.Scale;
import engram.lab.parameter.Param;
import engram.random.Seeds;
import engram.spiking.reservoir.CentredTraces;
import engram.spiking.reservoir.CueReservoir;
import engram.spiking.reservoir.DelayLine;
import engram.spiking.reservoir.PredictionTask;
import engram.spiking.reservoir.ThreeFactorReadout;
import engram.spiking.reservoir.TrialInput;
import java.util.Optional;

/// Parameters of a page.
record Setting(
    @Param(doc = "neurons of the network", min = 20, max = 4000) int neurons,
    @Param(doc = "gE, the greatest excitatory weight; gI is twice that", unit = "mV/ms", min = 0)
        double excitation,
    @Param(doc = "step of the local rule; refused where errors would grow", min = 0, max = 1)
        double eta,
    @Param(doc = "trials of learning, before a switch where there is one", min = 3) int before,
    @Param(doc = "trials after a switch; random readouts on the page of geometry", min = 0)
        int after,
    @Param(doc = "sabotage: the gate never opens") boolean shut) {
  /// When learning begins: 50 ms after the cue's end.
  static final double FROM_MS = 150;

  private static final double NEVER_MS = 1e6;
  private static final double CUE_MS = 100;
  private static final double LINE_MS = 30;
  private static final int LINE_CELLS = 60;

  /// Of the usual network, with so many trials.
  static Optional<Setting> at(Scale scale, double eta, int before, int after) {
    return switch (scale) {
      case SMOKE ->
          Optional.of(new Setting(60, 1, eta, Math.min(before, 6), Math.min(after, 4), false));
      case SMALL -> Optional.of(new Setting(600, 1, eta, before, after, false));
      case FULL -> Optional.of(new Setting(1000, 1, eta, before, after, false));
    };
  }

  Setting sabotaged() {
    return new Setting(neurons, excitation, eta, before, after, true);
  }

  /// The network of a replicate.
  CueReservoir reservoir(Seeds seeds) {
    return CueReservoir.of(
        new CueReservoir.Settings(
            neurons, Math.min(60, neurons / 2), excitation, 2 * excitation, 70, 1200, 4),
        seeds.child("reservoir"));
  }

  /// One of its cues.
  TrialInput cue(String name, Seeds seeds) {
    return TrialInput.cue(neurons, CUE_MS, 0.3, 10, seeds.child("cue " + name));
  }

  /// What a delay line gives in place of the network.
  static CentredTraces line() {
    return DelayLine.traces(LINE_CELLS, LINE_MS, 1200, 4);
  }

  /// The local rule, at this page's step.
  ThreeFactorReadout.Settings rule() {
    return ThreeFactorReadout.Settings.plain(eta, shut ? NEVER_MS : FROM_MS);
  }

  /// The local rule on traces.
  ThreeFactorReadout local(int outcomes, CentredTraces traces) {
    return new ThreeFactorReadout(outcomes, traces, rule());
  }

  /// One outcome that always comes.
  static PredictionTask sure(double latencyMs) {
    return PredictionTask.of(new PredictionTask.Outcome(latencyMs, 1));
  }
}
