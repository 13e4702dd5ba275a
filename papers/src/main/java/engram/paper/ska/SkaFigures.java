// SPDX-License-Identifier: Apache-2.0
package engram.paper.ska;

import engram.lab.figure.Axis;
import engram.lab.figure.Figure;
import engram.lab.figure.Mark;
import engram.lab.figure.Summary;
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
    Summary summary = Summary.ranges(all);
    List<Mark> marks = new ArrayList<>();
    for (int layer = 1; layer <= 3; layer++) {
      Mark.Line finest = summary.line(TimeInvariance.RATE.in(TimeInvariance.arm(1, layer)));
      Mark.Line coarse = summary.line(TimeInvariance.RATE.in(TimeInvariance.arm(20, layer)));
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
    Summary summary = Summary.ranges(all);
    List<Mark> marks = new ArrayList<>();
    for (int layer = 1; layer <= Collapse.LAYERS; layer++) {
      marks.add(summary.line(measure.in("layer " + layer)));
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
    return Summary.ranges(all).bars(net, layers, layer -> Collapse.ACCURACY.in(net + " " + layer));
  }
}
