// SPDX-License-Identifier: Apache-2.0
package engram.lab.report;

import engram.lab.Paper;
import engram.lab.claim.Claim;
import engram.lab.claim.Control;
import engram.lab.claim.Evidence;
import engram.lab.claim.Known;
import engram.lab.claim.Origin;
import engram.lab.claim.Outcome;
import engram.lab.claim.PassLine;
import engram.lab.claim.Scale;
import engram.lab.figure.Axis;
import engram.lab.figure.Figure;
import engram.lab.figure.Mark;
import engram.lab.judge.Finding;
import engram.lab.judge.Verdict;
import engram.lab.measure.At;
import engram.lab.measure.Entry;
import engram.lab.measure.Measure;
import engram.lab.measure.Replicate;
import engram.lab.measure.Results;
import engram.stats.Interval;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// Content of every kind for tests of the report: each verdict, each mark, awkward values.
final class Samples {
  static final Measure ACCURACY = Measure.of("accuracy", "share of test images named rightly");
  static final Measure RATE = Measure.of("false-positive-rate", "share of random patterns matched");

  private Samples() {}

  static Paper paper() {
    return new Paper(
        "sample-system",
        99,
        new Paper.Citation(
            "How a sparse code survives noise: a sample system for the report",
            "Example & Muster",
            2024,
            "2401.00001"),
        Known.ABSTRACT,
        "The abstract; the equations are derived again in the package's documentation.",
        List.of(
            new Paper.Difference("dimension n", "2048", "512", "minutes instead of hours"),
            new Paper.Difference("images", "MNIST, 28 x 28", "UCI digits, 8 x 8", "built in")),
        List.of(
            "That the same holds for images larger than 8 x 8.",
            "Anything about cortex: the neurons are points."));
  }

  static Claim claim(String id, String says, PassLine line, Control control) {
    return Claim.named(id)
        .says(says)
        .published("error below 5 %", "fig. 3", Known.READ)
        .expected("accuracy 0.93 to 0.96, from the specification's independent code")
        .passes(line, Origin.OURS)
        .evidence(Evidence.DIRECTION)
        .control(control)
        .build();
  }

  static Verdict verdict(
      Claim claim,
      Outcome outcome,
      Optional<Interval> found,
      Outcome control,
      Optional<Interval> beside,
      int more,
      String note) {
    int n = found.isPresent() ? 8 : 0;
    Control c = claim.controls().getFirst();
    return new Verdict(
        claim,
        outcome,
        List.of(new Finding(claim.line(), outcome, found, n, 0, "")),
        List.of(
            new Verdict.ControlFinding(
                c, control, List.of(new Finding(c.line(), control, beside, n, 1, "")))),
        more,
        note);
  }

  static List<Verdict> verdicts(String arm) {
    At trained = ACCURACY.in(arm);
    At rival = ACCURACY.in("nearest class mean");
    PassLine high = PassLine.atLeast(trained, 0.9);
    Control mean = Control.rival("nearest class mean", PassLine.gain(trained, rival, 0.02));
    Control untrained =
        Control.ablation("untrained net", PassLine.atMost(ACCURACY.in("untrained"), 0.6));
    At rate = RATE.in("n = 512");
    return List.of(
        verdict(
            claim("learns", "The rule learns to name digits without a label.", high, untrained),
            Outcome.HOLDS,
            Optional.of(new Interval(0.931, 0.942, 0.953)),
            Outcome.HOLDS,
            Optional.of(new Interval(0.31, 0.36, 0.41)),
            0,
            ""),
        verdict(
            claim("beats-means", "Sparse codes name digits better than dense ones.", high, mean),
            Outcome.HOLDS,
            Optional.of(new Interval(0.921, 0.930, 0.939)),
            Outcome.FAILS,
            Optional.of(new Interval(-0.004, 0.003, 0.010)),
            0,
            ""),
        verdict(
            claim(
                "false-positive-law",
                "The closed form gives the rate of false matches.",
                PassLine.near(rate, 1e-5, 2e-6),
                Control.nothing("uniform guess", PassLine.atLeast(RATE.in("guess"), 1e-3))),
            Outcome.FAILS,
            Optional.of(new Interval(2.11e-5, 2.34e-5, 2.57e-5)),
            Outcome.HOLDS,
            Optional.of(new Interval(0.0121, 0.0133, 0.0145)),
            0,
            "The simulation counts ties as matches; the closed form does not."),
        verdict(
            claim(
                "rises", "More synapses make it more robust.", PassLine.rising(trained, 0.5), mean),
            Outcome.UNDECIDED,
            Optional.of(new Interval(0.38, 0.56, 0.71)),
            Outcome.UNDECIDED,
            Optional.of(new Interval(0.01, 0.04, 0.07)),
            14,
            "about 14 more replicates"),
        verdict(
            claim("mnist", "The same holds on handwritten digits of full size.", high, untrained),
            Outcome.NOT_TESTED,
            Optional.empty(),
            Outcome.NOT_TESTED,
            Optional.empty(),
            0,
            "Data set mnist is missing: engram data path mnist."));
  }

  static List<Double> steps(double from, double step, int count) {
    return DoubleStream.iterate(from, x -> x + step).limit(count).boxed().toList();
  }

  static List<Double> map(List<Double> x, DoubleUnaryOperator f) {
    return x.stream().map(v -> f.applyAsDouble(v)).toList();
  }

  static Figure lines(String arm) {
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

  static Figure band() {
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

  static Figure pairs() {
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

  static Figure bars() {
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

  static Figure heatMap() {
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

  static Figure raster() {
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

  static Figure images() {
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

  static Results results(String arm) {
    List<Replicate> replicates = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      List<Entry> entries = new ArrayList<>();
      entries.add(new Entry.Value(ACCURACY.in(arm), 0.94 + i / 1000.0));
      entries.add(
          i == 3
              ? new Entry.Diverged(ACCURACY.in("untrained"), "step 12, 1e300")
              : new Entry.Value(ACCURACY.in("untrained"), 0.3 + i / 97.0));
      for (int k = 0; k < 5; k++) {
        entries.add(new Entry.Point(RATE.in("n = 512"), k, Math.pow(10, -k)));
      }
      entries.add(new Entry.Row("errors", Collections.singletonMap("digit", (long) i)));
      replicates.add(new Replicate(i, entries));
    }
    return new Results(replicates);
  }

  static ReportContent content(String arm, String title) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("width", "512");
    parameters.put("thresholds", "10,20,30");
    Map<String, String> provenance = new LinkedHashMap<>();
    provenance.put("command", "./engram check sample-system --seed 42");
    provenance.put("seed", "42");
    provenance.put("scale", "small");
    provenance.put("digest", "sha256:0123456789abcdef");
    provenance.put("JDK", "25.0.3");
    List<Figure> figures =
        List.of(lines(arm), band(), pairs(), bars(), heatMap(), raster(), images());
    return new ReportContent(
        title,
        List.of(
            new ReportContent.Section(
                paper(),
                "robustness",
                Scale.SMALL,
                parameters,
                results(arm),
                verdicts(arm),
                figures)),
        provenance,
        List.of(
            new ReportContent.Place(
                "eq. 4",
                "SdrMath",
                "core/src/main/java/engram/sequence/sdr/SdrMath.java:31",
                "SdrMathTest",
                "core/src/test/java/engram/sequence/sdr/SdrMathTest.java:18")));
  }
}
