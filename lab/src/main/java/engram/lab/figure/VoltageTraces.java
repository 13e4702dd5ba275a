// SPDX-License-Identifier: Apache-2.0
package engram.lab.figure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Builds the figure of membrane voltages that a probe has recorded. A neuron that is reset at its
/// threshold never shows its spikes in the voltage: each is drawn as a stroke that reaches 20 mV
/// above the highest voltage of all traces. Of a neuron whose model makes its own spikes the times
/// are left out.
///
/// ```java
/// new VoltageTraces(timeMs)
///     .trace("excitatory 12", voltageMv, spikesMs)
///     .threshold(-50)
///     .figure("voltages", "Two neurons", "They fire at irregular times.");
/// ```
public final class VoltageTraces {
  private static final double STROKE_MV = 20;

  private record Trace(String name, List<Double> mv, List<Double> spikesMs) {}

  private final List<Double> timeMs;
  private final List<Trace> traces = new ArrayList<>();
  private final List<Mark> lines = new ArrayList<>();

  /// Without traces yet.
  ///
  /// @param timeMs times of the samples, ascending, two or more
  public VoltageTraces(List<Double> timeMs) {
    this.timeMs = List.copyOf(timeMs);
    if (timeMs.size() < 2) {
      throw new IllegalArgumentException("timeMs must be 2 or more, was " + timeMs.size());
    }
    for (int i = 1; i < timeMs.size(); i++) {
      if (!(timeMs.get(i) > timeMs.get(i - 1))) {
        throw new IllegalArgumentException(
            "timeMs must be ascending, was " + timeMs.get(i) + " behind " + timeMs.get(i - 1));
      }
    }
  }

  /// Adds a neuron.
  ///
  /// @param mv its voltage at each sample; NaN for a gap
  /// @param spikesMs when it fired, ascending; those outside of the samples are not drawn
  public VoltageTraces trace(String name, List<Double> mv, List<Double> spikesMs) {
    if (mv.size() != timeMs.size()) {
      throw new IllegalArgumentException(
          "mv of " + name + " must have " + timeMs.size() + " values, was " + mv.size());
    }
    traces.add(new Trace(name, List.copyOf(mv), List.copyOf(spikesMs)));
    return this;
  }

  /// Draws a threshold under the traces.
  public VoltageTraces threshold(double mv) {
    List<Double> ends = List.of(timeMs.getFirst(), timeMs.getLast());
    lines.add(Mark.theory("threshold", ends, Collections.nCopies(2, mv)));
    return this;
  }

  /// The figure.
  ///
  /// @param id lower case words joined by hyphens
  /// @param see one sentence: what to see in it
  public Figure figure(String id, String title, String see) {
    double top =
        traces.stream()
            .flatMap(t -> t.mv().stream())
            .filter(Double::isFinite)
            .mapToDouble(Double::doubleValue)
            .max()
            .orElse(0);
    List<Mark> marks = new ArrayList<>(lines);
    for (Trace trace : traces) {
      marks.add(drawn(trace, top + STROKE_MV));
    }
    return new Figure(
        id, title, see, Axis.linear("time", "ms"), Axis.linear("voltage", "mV"), marks);
  }

  private Mark drawn(Trace trace, double peakMv) {
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    int spike = 0;
    for (int i = 0; i < timeMs.size(); i++) {
      double t = timeMs.get(i);
      while (spike < trace.spikesMs().size() && trace.spikesMs().get(spike) <= t) {
        double at = trace.spikesMs().get(spike++);
        if (at >= timeMs.getFirst()) {
          Collections.addAll(x, at, at, at);
          Collections.addAll(y, trace.mv().get(Math.max(0, i - 1)), peakMv, trace.mv().get(i));
        }
      }
      x.add(t);
      y.add(trace.mv().get(i));
    }
    return Mark.line(trace.name(), x, y);
  }
}
