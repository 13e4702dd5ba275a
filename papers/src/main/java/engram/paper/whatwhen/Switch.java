// SPDX-License-Identifier: Apache-2.0
package engram.paper.whatwhen;

import engram.lab.measure.Measure;
import engram.lab.measure.Notebook;
import engram.spiking.reservoir.CentredTraces;
import engram.spiking.reservoir.PredictionObject;
import engram.spiking.reservoir.PredictionTask;
import engram.spiking.reservoir.TraceReadout;

/// An outcome that comes at one time for some trials and at another from then on. After every trial
/// a probe with learning off says where the readout's peak stands.
///
/// @param traces those of every trial
/// @param before trials at the first latency
/// @param after trials at the second
record Switch(CentredTraces traces, int before, int after) {
  static final double EARLY_MS = 500;
  static final double LATE_MS = 800;
  static final Measure PEAK =
      new Measure("peak-before", "ms", "where the probe peaks in the last trial before the switch");
  static final Measure AMPLITUDE =
      Measure.of("amplitude-before", "height of that peak, 1 for an outcome that always comes");
  static final Measure ERROR =
      Measure.of("error-before", "squared error of that probe, 1 for a readout that says nothing");
  static final Measure RELOCK =
      new Measure(
          "relock",
          "trial",
          "first trial after the switch from which on three probes peak within 50 ms of the new"
              + " time; one more than there are where none does");
  static final Measure COURSE =
      new Measure("peak", "ms", "where the probe peaks, by trial after the switch");
  static final Measure OLD =
      Measure.of("old-peak-left", "what the last probe says of the old time, over what it said");

  private static final double NEAR_MS = 50;
  private static final int RUNNING = 3;

  /// The first time, learned.
  void learn(Notebook out, String arm, TraceReadout readout) {
    PredictionTask early = Setting.sure(EARLY_MS);
    for (int i = 0; i < before; i++) {
      readout.trial(traces, early, 0, Setting.FROM_MS);
    }
    PredictionObject object = object(readout, early);
    out.value(PEAK.in(arm), object.peakMs());
    out.value(AMPLITUDE.in(arm), object.amplitude());
    out.value(ERROR.in(arm), object.error());
  }

  /// The second time, followed.
  void follow(Notebook out, String arm, TraceReadout readout) {
    PredictionTask late = Setting.sure(LATE_MS);
    double old = at(readout, EARLY_MS);
    int running = 0;
    int relocked = after + 1;
    for (int trial = 1; trial <= after; trial++) {
      readout.trial(traces, late, 0, Setting.FROM_MS);
      double peak = object(readout, late).peakMs();
      out.series(COURSE.in(arm), trial, peak);
      running = Math.abs(peak - LATE_MS) <= NEAR_MS ? running + 1 : 0;
      if (running == RUNNING && relocked > after) {
        relocked = trial - RUNNING + 1;
      }
    }
    out.value(RELOCK.in(arm), relocked);
    if (old != 0) {
      out.value(OLD.in(arm), at(readout, EARLY_MS) / old);
    }
  }

  private PredictionObject object(TraceReadout readout, PredictionTask task) {
    return PredictionObject.of(readout.probe(traces)[0], traces, task, 0, Setting.FROM_MS);
  }

  private double at(TraceReadout readout, double tMs) {
    return readout.probe(traces)[0][(int) Math.round(tMs / traces.timeMs(1))];
  }
}
