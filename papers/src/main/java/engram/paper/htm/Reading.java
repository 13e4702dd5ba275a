// SPDX-License-Identifier: Apache-2.0
package engram.paper.htm;

import static java.lang.Double.NaN;

import engram.lab.figure.Mark;
import engram.lab.measure.At;
import engram.lab.measure.Entry;
import engram.lab.measure.Measure;
import engram.lab.measure.Results;
import engram.sequence.htm.memory.MemorySettings;
import engram.stats.Interval;
import engram.stats.MeanInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// The memory of the discrete pages, and how they draw: means over replicates with 95 % intervals.
final class Reading {
  private Reading() {}

  /// The paper's memory for sequences, with other cells a column; 1 makes it first order.
  static MemorySettings memory(int cells) {
    return memory(cells, MemorySettings.SEQUENCES.dendrites().activationThreshold());
  }

  /// The same with another number of synapses that make a segment respond.
  static MemorySettings memory(int cells, int threshold) {
    MemorySettings paper = MemorySettings.SEQUENCES;
    MemorySettings.Dendrites d = paper.dendrites();
    return new MemorySettings(
        paper.columns(),
        cells,
        new MemorySettings.Dendrites(
            threshold, d.minThreshold(), d.maxNewSynapses(), d.maxSegments(), d.maxSynapses()),
        paper.plasticity());
  }

  /// The same memory with other cells a column; 1 makes it first order.
  static MemorySettings withCells(MemorySettings memory, int cells) {
    return new MemorySettings(memory.columns(), cells, memory.dendrites(), memory.plasticity());
  }

  /// Means at places.
  static Mark.Points points(String name, Results all, List<Double> x, List<At> keys) {
    return Mark.points(
        name,
        x,
        keys.stream().map(at -> end(all, at, Interval::middle)).toList(),
        keys.stream().map(at -> end(all, at, Interval::low)).toList(),
        keys.stream().map(at -> end(all, at, Interval::high)).toList());
  }

  /// Bars of means.
  static Mark.Bars bars(String name, Results all, List<String> places, List<At> keys) {
    Mark.Points points = points(name, all, keys.stream().map(_ -> 0.0).toList(), keys);
    return Mark.bars(name, places, points.y(), points.low(), points.high());
  }

  /// The mean course of an arm, as a line.
  static Mark.Line course(String arm, Results all, Measure measure) {
    At at = measure.in(arm);
    List<Double> x =
        all.count() == 0 ? List.of() : all.series(0, at).stream().map(Entry.Point::x).toList();
    List<Double> mean = new ArrayList<>();
    for (int k = 0; k < x.size(); k++) {
      int point = k;
      mean.add(
          IntStream.range(0, all.count())
              .mapToDouble(i -> all.series(i, at).get(point).y())
              .average()
              .orElse(NaN));
    }
    return Mark.line(arm, x, mean);
  }

  private static double end(Results all, At at, ToDoubleFunction<Interval> which) {
    double[] values = all.values(at).stream().mapToDouble(v -> v).toArray();
    return switch (values.length) {
      case 0 -> NaN;
      case 1 -> values[0];
      default -> which.applyAsDouble(MeanInterval.of(values));
    };
  }
}
