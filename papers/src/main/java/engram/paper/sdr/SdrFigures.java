// SPDX-License-Identifier: Apache-2.0
package engram.paper.sdr;

import engram.lab.figure.Axis;
import engram.lab.figure.Figure;
import engram.lab.figure.Mark;
import engram.lab.figure.Summary;
import engram.lab.measure.At;
import engram.lab.measure.Entry;
import engram.lab.measure.Results;
import engram.sequence.sdr.SdrMath;
import engram.sequence.sdr.UnionSize;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// The paper's figures, from stored measurements: theory as lines, measured means as points.
final class SdrFigures {
  private SdrFigures() {}

  static List<Figure> randomInputs(Results all) {
    Summary summary = Summary.ranges(all);
    List<Mark> marks = new ArrayList<>();
    for (int active : List.of(64, 128, 256)) {
      List<Integer> over = IntStream.rangeClosed(3, 14).mapToObj(n -> 100 * n).toList();
      marks.add(theory("law, a = " + active, over, n -> SdrMath.falsePositive(n, active, 24, 12)));
      List<Integer> sizes =
          RandomInputs.ALL.stream()
              .filter(s -> s.active() == active)
              .map(Setting::population)
              .toList();
      marks.add(
          summary.points(
              "measured, a = " + active,
              sizes,
              n -> RandomInputs.RATE.in("a=" + active + " n=" + n)));
    }
    return List.of(
        new Figure(
            "random-inputs",
            "False positives of a segment (s = 24, theta = 12)",
            "On a logarithmic axis the fall flattens with n: a power law, not an exponential.",
            Axis.linear("cells of the population n", "1"),
            Axis.log("share of random inputs that fire", "1"),
            marks));
  }

  static List<Figure> movedCells(Results all) {
    Summary summary = Summary.ranges(all);
    List<Mark> marks = new ArrayList<>();
    List<Double> noise = List.of(0.15, 0.25, 0.35, 0.45, 0.5, 0.55, 0.65, 0.75, 0.85);
    for (int threshold : MovedCells.THRESHOLDS) {
      marks.add(
          theory(
              "formula, theta = " + threshold,
              noise,
              x -> SdrMath.falseNegative(128, 30, threshold, (int) (128 * x))));
      marks.add(
          summary.points(
              "measured, theta = " + threshold,
              noise,
              x -> MovedCells.MISS.in(MovedCells.arm(threshold, x))));
    }
    return List.of(
        new Figure(
            "moved-cells",
            "Misses of a neuron with 500 patterns (a = 128, s = 30)",
            "The lower the threshold, the more of a pattern may move; without slack, nothing may.",
            Axis.linear("share of active cells that moved", "1"),
            Axis.linear("share of stored patterns missed", "1"),
            marks));
  }

  static List<Figure> fewSynapses(Results all) {
    Summary summary = Summary.ranges(all);
    List<Mark> marks = new ArrayList<>();
    for (FewSynapses.Setting setting : FewSynapses.SETTINGS) {
      int n = setting.population();
      int a = setting.active();
      String name = "a = " + a + ", n = " + n;
      marks.add(
          theory(
              "law, " + name,
              FewSynapses.SYNAPSES,
              s -> SdrMath.neuronFalsePositive(SdrMath.falsePositive(n, a, s, s / 2), 500)));
      marks.add(
          summary.points(
              "measured, " + name,
              FewSynapses.SYNAPSES,
              s -> FewSynapses.ALARM.in(setting.arm(s))));
    }
    return List.of(
        new Figure(
            "few-synapses",
            "False alarms of a neuron with 500 segments (theta = s / 2)",
            "With sparse activity ten synapses are enough; with a quarter active none are.",
            Axis.linear("synapses a segment", "1"),
            Axis.log("share of random inputs that fire the neuron", "1"),
            marks));
  }

  static List<Figure> sharedSegments(Results all) {
    Summary summary = Summary.ranges(all);
    List<Mark> marks = new ArrayList<>();
    for (SharedSegments.Setting setting : SharedSegments.SETTINGS) {
      int n = setting.population();
      int a = setting.active();
      String name = "n = " + n + ", a = " + a;
      marks.add(
          theory(
              "law, " + name,
              SharedSegments.PATTERNS,
              m -> SdrMath.unionFalsePositive(n, a, 20, 10, m, UnionSize.EXPECTED)));
      marks.add(
          summary.points(
              "measured, " + name,
              SharedSegments.PATTERNS,
              m -> SharedSegments.RATE.in(setting.arm(m))));
    }
    return List.of(
        new Figure(
            "shared-segments",
            "False positives of a segment that several patterns share (s = 20, theta = 10)",
            "Sparsity orders the curves; at 1 % the small population lies below the large one.",
            Axis.linear("patterns on the segment", "1"),
            Axis.log("share of random inputs that fire", "1"),
            marks));
  }

  static List<Figure> thresholds(Results all) {
    List<Mark> marks = new ArrayList<>();
    for (String arm : List.of("", "half the sparsity", "double the sparsity")) {
      List<Entry.Point> points = all.series(0, Thresholds.MEDIAN.in(arm));
      Mark.Points mark =
          new Mark.Points(
              arm.isEmpty() ? "published grid" : arm,
              points.stream().map(Entry.Point::x).toList(),
              points.stream().map(Entry.Point::y).toList(),
              List.of(),
              List.of());
      marks.add(arm.isEmpty() ? mark : mark.asControl());
    }
    return List.of(
        new Figure(
            "thresholds",
            "Median false positives over plausible settings",
            "Where the curve crosses 1e-7 moves with the range of sparsities that is called"
                + " plausible.",
            Axis.linear("threshold", "synapses"),
            Axis.log("median false-positive probability", "1"),
            marks));
  }

  static List<Figure> correlatedInputs(Results all) {
    return List.of(
        new Figure(
            "correlated-inputs",
            "False positives against correlation, a point a data set",
            "Firing rises with correlation and goes away when each cell is shuffled by itself.",
            Axis.linear("mean correlation of cells active together", "1"),
            Axis.log("share of pairs (input, segment) that fire", "1"),
            List.of(
                scatter("clustered", all, CorrelatedInputs.CLUSTERED),
                scatter("shuffled", all, CorrelatedInputs.SHUFFLED).asControl())));
  }

  /// A law as a line through its value at each number.
  private static <X extends Number> Mark theory(String name, List<X> x, ToDoubleFunction<X> law) {
    return Mark.theory(
        name,
        x.stream().map(Number::doubleValue).toList(),
        x.stream().map(law::applyAsDouble).toList());
  }

  private static Mark.Points scatter(String name, Results all, At key) {
    List<Entry.Point> points =
        IntStream.range(0, all.count()).boxed().flatMap(i -> all.series(i, key).stream()).toList();
    return new Mark.Points(
        name,
        points.stream().map(Entry.Point::x).toList(),
        points.stream().map(Entry.Point::y).toList(),
        List.of(),
        List.of());
  }
}
