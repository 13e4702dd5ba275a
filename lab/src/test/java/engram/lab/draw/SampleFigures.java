// SPDX-License-Identifier: Apache-2.0
package engram.lab.draw;

import engram.lab.figure.Axis;
import engram.lab.figure.Figure;
import engram.lab.figure.Mark;
import engram.lab.figure.PhaseDiagram;
import engram.math.Solved;
import engram.math.SolvedGrid;
import engram.math.SolvedLine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// Figures for tests: each kind of mark, with awkward values.
public final class SampleFigures {
  private SampleFigures() {}

  /// One figure of every kind.
  ///
  /// @param arm a name in the first of them
  public static List<Figure> all(String arm) {
    return List.of(lines(arm), band(), pairs(), bars(), heatMap(), phases(), raster(), images());
  }

  static List<Double> steps(double from, double step, int count) {
    return DoubleStream.iterate(from, x -> x + step).limit(count).boxed().toList();
  }

  static List<Double> map(List<Double> x, DoubleUnaryOperator f) {
    return x.stream().map(v -> f.applyAsDouble(v)).toList();
  }

  public static Figure lines(String arm) {
    List<Double> x = steps(20, 4, 96);
    List<Double> few = steps(40, 40, 9);
    return new Figure(
        "false-positives",
        "False matches fall by powers of ten as the code widens",
        "The points lie on the line of the closed form over twenty powers of ten; the dense control"
            + " stays where it is.",
        Axis.linear("width of the code n", "bits"),
        Axis.log("rate of false matches", "1"),
        List.of(
            Mark.theory("closed form", x, map(x, v -> Math.pow(10, -v / 16))),
            Mark.points(
                arm,
                few,
                map(few, v -> 1.15 * Math.pow(10, -v / 16)),
                map(few, v -> 0.3 * Math.pow(10, -v / 16)),
                map(few, v -> 3.2 * Math.pow(10, -v / 16))),
            Mark.points("dense code", few, map(few, v -> 0.02 + v * 1e-5)).asControl()));
  }

  public static Figure band() {
    List<Double> x = steps(0, 0.05, 81);
    return new Figure(
        "training",
        "Accuracy over training",
        "The trained net rises and settles; the untrained one never leaves chance.",
        Axis.linear("time", "s"),
        Axis.linear("accuracy", "1"),
        List.of(
            Mark.line(
                "trained",
                x,
                map(x, t -> 0.94 - 0.84 * Math.exp(-t)),
                map(x, t -> 0.90 - 0.84 * Math.exp(-t) - 0.02 * Math.sin(9 * t)),
                map(x, t -> 0.98 - 0.84 * Math.exp(-t) + 0.02 * Math.sin(7 * t))),
            Mark.line("untrained", x, map(x, t -> 0.1 + 0.01 * Math.sin(20 * t))).asControl()));
  }

  public static Figure pairs() {
    List<Double> x = List.of(16.0, 32.0, 64.0, 128.0, 256.0);
    List<Mark> marks = new ArrayList<>();
    for (int k : new int[] {2, 3, 4}) {
      marks.add(Mark.theory("theory, k = " + k, x, map(x, v -> Math.pow(v, 1.0 / k))));
    }
    for (int k : new int[] {2, 3, 4}) {
      List<Double> y = map(x, v -> Math.pow(v, 1.0 / k) * (1 + 0.03 * Math.sin(v + k)));
      marks.add(Mark.points("k = " + k, x, y, map(y, v -> v * 0.93), map(y, v -> v * 1.07)));
    }
    return new Figure(
        "capacity",
        "Capacity by order",
        "Each order follows its own power law.",
        Axis.log("neurons", "1"),
        Axis.log("patterns stored", "1"),
        marks);
  }

  public static Figure bars() {
    List<String> places = List.of("UCI digits", "MNIST", "Fashion-MNIST", "noise");
    return new Figure(
        "images",
        "Accuracy by data set",
        "On noise nothing is learned, as it should be.",
        Axis.category("data set"),
        Axis.linear("accuracy", "1"),
        List.of(
            Mark.bars(
                "trained",
                places,
                List.of(0.94, 0.91, 0.78, 0.11),
                List.of(0.93, 0.90, 0.76, 0.08),
                List.of(0.95, 0.92, 0.80, 0.14)),
            Mark.bars(
                    "nearest class mean",
                    places,
                    List.of(0.90, 0.82, 0.68, 0.10),
                    List.of(0.89, 0.81, 0.67, 0.07),
                    List.of(0.91, 0.83, 0.69, 0.13))
                .asControl()));
  }

  public static Figure heatMap() {
    List<Double> x = steps(0.05, 0.05, 24);
    List<Double> y = IntStream.range(0, 18).mapToObj(i -> Math.pow(10, -3 + i / 6.0)).toList();
    List<Double> z = new ArrayList<>();
    for (double v : y) {
      for (double h : x) {
        z.add(h > 0.9 && v > 0.2 ? Double.NaN : Math.exp(-h * h * 3) * (1 + Math.log10(v) / 4));
      }
    }
    return new Figure(
        "phase",
        "Overlap over load and noise",
        "Memory is lost beyond the line; where the net diverged the map has holes.",
        Axis.linear("load", "patterns per neuron"),
        Axis.log("noise", "1"),
        List.of(
            new Mark.HeatMap("overlap", "1", x, y, z),
            Mark.theory("border by theory", x, map(x, h -> 0.3 * Math.exp(-2 * h)))));
  }

  /// A phase diagram by a rule that stands for theory: holes beside the line, two lines, and probes
  /// whose values lie a little off the map.
  public static Figure phases() {
    double[] load = IntStream.range(0, 30).mapToDouble(i -> i / 200.0).toArray();
    double[] temperature = IntStream.range(1, 31).mapToDouble(i -> i / 25.0).toArray();
    SolvedGrid grid =
        SolvedGrid.over(
            load, temperature, 1e-9, (a, t) -> new Solved(overlap(a, t), residual(a, t)));
    SolvedLine end = SolvedLine.over(load, 1e-9, a -> new Solved(1 - a / 0.138, a < 0.138 ? 0 : 1));
    SolvedLine glass = SolvedLine.over(load, 1e-9, a -> new Solved(1 + Math.sqrt(a) / 2, 0));
    List<Double> x = List.of(0.02, 0.04, 0.06, 0.08, 0.10, 0.03, 0.11);
    List<Double> y = List.of(0.30, 0.55, 0.25, 0.70, 0.20, 0.90, 0.60);
    List<Double> z =
        IntStream.range(0, x.size())
            .mapToObj(i -> overlap(x.get(i), y.get(i)) + 0.03 * Math.sin(i))
            .toList();
    return new PhaseDiagram(Axis.linear("load", "1"), Axis.linear("temperature", "1"))
        .map("overlap", "1", grid)
        .across("end of retrieval, theory", end)
        .across("spin glass, theory", glass)
        .probes(
            Mark.probes("overlap, Monte Carlo", x, y)
                .across(map(x, v -> v - 0.004), map(x, v -> v + 0.006))
                .upward(map(y, v -> v - 0.05), map(y, v -> v + 0.05))
                .coloured(z))
        .figure(
            "phases", "Phases of an associative memory", "A probe has the colour of its ground.");
  }

  private static double overlap(double load, double temperature) {
    double rest = 1 - temperature - load / 0.138;
    return rest > 0 ? 0.55 + 0.45 * rest : 0;
  }

  private static double residual(double load, double temperature) {
    return load > 0.1 && temperature < 0.16 ? 1 : 0;
  }

  public static Figure raster() {
    List<Double> time = new ArrayList<>();
    List<Double> row = new ArrayList<>();
    for (int neuron = 0; neuron < 24; neuron++) {
      for (int spike = 0; spike < 14; spike++) {
        time.add(spike * 70.0 + 25 * Math.sin(neuron * 0.7 + spike) + neuron);
        row.add((double) neuron);
      }
    }
    return new Figure(
        "spikes",
        "Spikes of 24 neurons",
        "A wave runs over the population every 70 ms.",
        Axis.linear("time", "ms"),
        Axis.linear("neuron", "1"),
        List.of(new Mark.Raster("spikes", time, row)));
  }

  public static Figure images() {
    List<List<Double>> images = new ArrayList<>();
    for (int k = 0; k < 8; k++) {
      List<Double> image = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        image.add(Math.sin((i % 8) * (k + 1) * 0.4) * Math.cos((i / 8) * (8 - k) * 0.3));
      }
      images.add(image);
    }
    return new Figure(
        "filters",
        "What eight filters came to",
        "Each filter has taken a direction of its own.",
        Axis.linear("column", "pixel"),
        Axis.linear("row", "pixel"),
        List.of(
            new Mark.ImageGrid(
                "filters",
                8,
                8,
                IntStream.range(0, 8).mapToObj(i -> "filter " + i).toList(),
                images)));
  }
}
