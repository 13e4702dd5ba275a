// SPDX-License-Identifier: Apache-2.0
package engram.paper.networks;

import static java.lang.Double.NaN;

import engram.lab.figure.Mark;
import engram.lab.measure.At;
import engram.lab.measure.Measure;
import engram.lab.measure.Notebook;
import engram.lab.measure.Results;
import engram.signal.spike.SpikeCounts;
import engram.signal.spike.SpikeRaster;
import engram.spiking.Simulation;
import engram.spiking.record.Activity;
import engram.spiking.record.SpikeRecord;
import engram.spiking.record.SpikeRecorder;
import engram.stats.Interval;
import engram.stats.MeanInterval;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// What is measured of the spikes of a network, as in the peers: rate and CV of all excitatory
/// neurons, correlations of the first hundred of them in bins of 5 ms.
///
/// @param rateHz spikes a second of a neuron
/// @param cv mean coefficient of variation of the intervals of neurons with two or more; NaN of
///   none
/// @param correlation mean correlation of spike counts over pairs of neurons that fire; NaN of none
record Reading(double rateHz, double cv, double correlation) {
  static final Measure RATE =
      new Measure("rate", "Hz", "spikes a second of a neuron, excitatory where nothing is said");
  static final Measure CV =
      Measure.of("cv", "mean variation of intervals, neurons with two intervals or more");
  static final Measure CORRELATION =
      Measure.of("correlation", "mean over pairs of 100 neurons, spike counts in bins of 5 ms");

  private static final int SAMPLE = 100;
  private static final double BIN_MS = 5;

  /// Runs a network and measures its population "E" after what is discarded.
  static Reading of(Simulation simulation, Setting p) {
    return of(simulation, p, simulation.recordSpikes("E"));
  }

  private static Reading of(Simulation simulation, Setting p, SpikeRecorder recorder) {
    simulation.runMs(p.discardedMs());
    recorder.clear();
    Activity activity = simulation.observe("E");
    long first = simulation.stepsTaken();
    simulation.runMs(p.measuredMs());
    double dt = simulation.network().dtMs();
    SpikeRecord spikes = recorder.spikes();
    int steps = Math.toIntExact(simulation.stepsTaken() - first);
    SpikeRaster raster = new SpikeRaster(Math.min(SAMPLE, spikes.size()), steps);
    for (int k = 0; k < spikes.count(); k++) {
      if (spikes.neuron(k) < raster.neurons()) {
        raster.set(spikes.neuron(k), (int) (spikes.step(k) - first));
      }
    }
    SpikeCounts counts = SpikeCounts.of(raster, (int) Math.round(BIN_MS / dt));
    double correlation =
        Arrays.stream(counts.correlations()).filter(r -> !Double.isNaN(r)).average().orElse(NaN);
    return new Reading(activity.rateHz(), activity.meanCv(), correlation);
  }

  /// Writes all three; of a silent network CV and correlation do not exist.
  void write(Notebook out, String arm) {
    out.value(RATE.in(arm), rateHz);
    write(out, CV.in(arm), cv);
    write(out, CORRELATION.in(arm), correlation);
  }

  private static void write(Notebook out, At key, double value) {
    if (Double.isNaN(value)) {
      out.diverged(key, "too few spikes");
    } else {
      out.value(key, value);
    }
  }

  /// Bars of means over replicates with 95 % intervals; gaps where a place has no arm.
  static Mark.Bars bars(String name, Results all, List<String> places, List<At> keys) {
    return bars(name, places, keys.stream().map(key -> mean(all.values(key))).toList());
  }

  /// Bars of known intervals.
  static Mark.Bars bars(String name, List<String> places, List<Interval> known) {
    return Mark.bars(
        name,
        places,
        ends(known, Interval::middle),
        ends(known, Interval::low),
        ends(known, Interval::high));
  }

  private static List<Double> ends(List<Interval> all, ToDoubleFunction<Interval> end) {
    return all.stream().map(end::applyAsDouble).toList();
  }

  private static Interval mean(List<Double> values) {
    double[] all = values.stream().mapToDouble(v -> v).toArray();
    return all.length < 2 ? Interval.exact(all.length == 0 ? 0 : all[0]) : MeanInterval.of(all);
  }
}
