// SPDX-License-Identifier: Apache-2.0
package engram.paper.networks;

import engram.lab.figure.Figure;
import engram.lab.figure.SpikeFigures;
import engram.lab.measure.At;
import engram.lab.measure.Entry;
import engram.lab.measure.Measure;
import engram.lab.measure.Notebook;
import engram.lab.measure.Results;
import engram.spiking.Simulation;
import engram.spiking.record.SpikeRecord;
import engram.spiking.record.SpikeRecorder;
import java.util.List;

/// The spikes that a page draws: of some neurons of each population, over a quarter of the time
/// that is measured, at most 200 ms.
final class Raster {
  private static final Measure SPIKES =
      Measure.of("spikes", "row of a neuron over ms, some neurons after what is measured");
  private static final double MOST_MS = 200;

  private Raster() {}

  /// Runs a network for that time more and writes them, population by population from the bottom.
  static void write(
      Notebook out,
      String arm,
      Simulation simulation,
      Setting p,
      List<String> populations,
      int each) {
    List<SpikeRecorder> recorders = populations.stream().map(simulation::recordSpikes).toList();
    long first = simulation.stepsTaken();
    simulation.runMs(Math.min(MOST_MS, p.measuredMs() / 4));
    for (int i = 0; i < populations.size(); i++) {
      SpikeRecord spikes = recorders.get(i).spikes();
      for (int k = 0; k < spikes.count(); k++) {
        if (spikes.neuron(k) < each) {
          double ms = (spikes.step(k) - first + 1) * spikes.dtMs();
          out.series(SPIKES.in(arm), ms, i * each + spikes.neuron(k) + 1.0);
        }
      }
    }
  }

  /// The figure, of the first replicate.
  static Figure figure(Results all, String arm, String id, String see) {
    At key = SPIKES.in(arm);
    List<Entry.Point> points = all.count() == 0 ? List.of() : all.series(0, key);
    return SpikeFigures.raster(
        id,
        see,
        points.stream().map(Entry.Point::x).toList(),
        points.stream().map(Entry.Point::y).toList());
  }
}
