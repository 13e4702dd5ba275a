// SPDX-License-Identifier: Apache-2.0
package engram.paper.ska;

import engram.lab.figure.Axis;
import engram.lab.figure.Figure;
import engram.lab.figure.Mark;
import engram.lab.measure.At;
import engram.lab.measure.Entry;
import engram.lab.measure.Measure;
import engram.lab.measure.Results;
import java.util.ArrayList;
import java.util.List;

/// The figures of this paper: means over replicates with the least and greatest as band.
final class SkaFigures {
  private SkaFigures() {}

  static Figure readings(String source, List<String> layers, Results all) {
    return new Figure(
        source + "-readings",
        "What the nearest class mean reads from each layer",
        "Untrained layers keep the digits apart, also with weights as large as the trained ones;"
            + " after SKA they are gone.",
        Axis.category("layer"),
        Axis.linear("accuracy on held-out images", "1"),
        List.of(
            bars("trained", layers, all),
            bars("untrained", layers, all).asControl(),
            bars("scaled", layers, all).asControl()));
  }

  static Figure flow(Results all) {
    return byLayer(
        "flow", "Knowledge flow", "Layer 2 peaks first, then 3 and 1.", FlowTimes.FLOW, all);
  }

  static Figure entropy(Results all) {
    return byLayer(
        "entropy",
        "Layer entropy",
        "Its least values stand below the peaks of the flow.",
        FlowTimes.ENTROPY,
        all);
  }

  static Figure rates(Results all) {
    List<Mark> marks = new ArrayList<>();
    for (int layer = 1; layer <= 3; layer++) {
      Mark.Line finest = line(TimeInvariance.RATE.in(TimeInvariance.arm(1, layer)), all);
      Mark.Line coarse = line(TimeInvariance.RATE.in(TimeInvariance.arm(20, layer)), all);
      marks.add(finest);
      marks.add(coarse.asControl());
    }
    return new Figure(
        "entropy-rate",
        "Entropy against time",
        "With steps of .02 (dashed) the curves lie beside those with steps of .001.",
        Axis.linear("time eta k", "1"),
        Axis.linear("H / eta", "bit"),
        marks);
  }

  private static Figure byLayer(String id, String title, String see, Measure measure, Results all) {
    List<Mark> marks = new ArrayList<>();
    for (int layer = 1; layer <= Collapse.LAYERS; layer++) {
      marks.add(line(measure.in("layer " + layer), all));
    }
    return new Figure(
        id,
        title,
        see,
        Axis.linear("step", "1"),
        Axis.linear(measure.name(), measure.unit()),
        marks);
  }

  private static Mark.Bars bars(String net, List<String> layers, Results all) {
    List<List<Double>> values =
        layers.stream().map(l -> all.values(Collapse.ACCURACY.in(net + " " + l))).toList();
    return new Mark.Bars(
        net,
        layers,
        values.stream().map(SkaFigures::mean).toList(),
        values.stream().map(SkaFigures::least).toList(),
        values.stream().map(SkaFigures::most).toList());
  }

  private static Mark.Line line(At key, Results all) {
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    List<Double> low = new ArrayList<>();
    List<Double> high = new ArrayList<>();
    int points = all.count() == 0 ? 0 : all.series(0, key).size();
    for (int k = 0; k < points; k++) {
      List<Double> values = new ArrayList<>();
      for (int i = 0; i < all.count(); i++) {
        List<Entry.Point> series = all.series(i, key);
        if (k < series.size()) {
          values.add(series.get(k).y());
        }
      }
      x.add(all.series(0, key).get(k).x());
      y.add(mean(values));
      low.add(least(values));
      high.add(most(values));
    }
    return new Mark.Line(key.arm(), x, y, low, high);
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(v -> v).average().orElse(Double.NaN);
  }

  private static double least(List<Double> values) {
    return values.stream().mapToDouble(v -> v).min().orElse(Double.NaN);
  }

  private static double most(List<Double> values) {
    return values.stream().mapToDouble(v -> v).max().orElse(Double.NaN);
  }
}
