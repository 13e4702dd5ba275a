// SPDX-License-Identifier: Apache-2.0
package engram.paper.ska;

import static engram.paper.ska.FlowTimes.CROSSING;
import static engram.paper.ska.FlowTimes.GAP;
import static engram.paper.ska.FlowTimes.LEFT;
import static engram.paper.ska.FlowTimes.PEAK;

import engram.credit.entropic.SkaTrace;
import engram.lab.measure.Notebook;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Reads times off the traces of a run.
final class FlowReading {
  private FlowReading() {}

  /// Writes the times of each layer.
  ///
  /// @param arm what stands before `layer 1` in the arms' names
  static void write(Notebook out, String arm, List<SkaTrace> traces) {
    int end = traces.size();
    for (int l = 0; l < traces.getFirst().layers().size(); l++) {
      String name = arm + "layer " + (l + 1);
      int peak = peak(traces, l);
      double top = traces.get(peak).layer(l).flow();
      out.value(PEAK.in(name), peak);
      out.value(GAP.in(name), top > 0 ? Math.abs(peak - leastEntropy(traces, l)) : end);
      out.value(LEFT.in(name), top > 0 ? traces.getLast().layer(l).flow() / top : 1);
      out.value(CROSSING.in(name), crossing(traces, l, SkaTrace.Net::code));
      out.value(
          CROSSING.in(arm + "printed sign layer " + (l + 1)),
          crossing(traces, l, SkaTrace.Net::paper));
    }
  }

  /// The step of the greatest flow of a layer, from 0.
  static int peak(List<SkaTrace> traces, int layer) {
    int peak = 0;
    for (int k = 1; k < traces.size(); k++) {
      if (traces.get(k).layer(layer).flow() > traces.get(peak).layer(layer).flow()) {
        peak = k;
      }
    }
    return peak;
  }

  private static int leastEntropy(List<SkaTrace> traces, int layer) {
    int least = 0;
    for (int k = 1; k < traces.size(); k++) {
      if (traces.get(k).layer(layer).entropyBits() < traces.get(least).layer(layer).entropyBits()) {
        least = k;
      }
    }
    return least;
  }

  private static int crossing(
      List<SkaTrace> traces, int layer, ToDoubleFunction<SkaTrace.Net> net) {
    for (int k = 1; k < traces.size(); k++) {
      if (net.applyAsDouble(traces.get(k - 1).layer(layer).net()) < 0
          && net.applyAsDouble(traces.get(k).layer(layer).net()) >= 0) {
        return k;
      }
    }
    return traces.size();
  }
}
