// SPDX-License-Identifier: Apache-2.0
package engram.paper.htm.nab;

import engram.lab.figure.Axis;
import engram.lab.figure.Figure;
import engram.lab.figure.Mark;
import engram.lab.figure.Summary;
import engram.lab.measure.Results;
import java.util.ArrayList;
import java.util.List;

/// The figures of the benchmark: who scores what, and where the points come from.
final class NabFigures {
  private NabFigures() {}

  static List<Figure> of(Results all) {
    return List.of(
        scores(all),
        new Figure(
            "kinds",
            "Where the points of the standard score come from",
            "Hollow bars at the left: all there is. A kind without windows can only cost.",
            Axis.category("kind of series"),
            Axis.linear("points of 100", "1"),
            parts(all, AnomalyBenchmark.IN_PARTS, false)),
        new Figure(
            "series",
            "Where they come from, series by series",
            "Hollow: all that a series holds. The table has the mean points of each.",
            Axis.category("series"),
            Axis.linear("points of 100", "1"),
            parts(all, List.of(Watched.MEMORY, Watched.RANGE, Watched.GAUSSIAN), true)));
  }

  private static Figure scores(Results all) {
    Summary summary = Summary.intervals(all);
    List<Mark> marks = new ArrayList<>();
    for (Profile profile : Profile.ALL) {
      marks.add(
          summary.bars(profile.words(), Watched.ARMS, arm -> AnomalyBenchmark.score(arm, profile)));
    }
    marks.add(
        summary
            .bars("standard, threshold held out", Watched.ARMS, AnomalyBenchmark::heldOut)
            .asControl());
    return new Figure(
        "scores",
        "Scores on the Numenta Anomaly Benchmark",
        "Published: 64.6, 56.7 and 69.2 for the memory, 39.6, 20.9 and 47.4 for the Gaussian.",
        Axis.category("detector"),
        Axis.linear("score", "1"),
        marks);
  }

  private static List<Mark> parts(Results all, List<String> arms, boolean series) {
    List<String> of = parts(all, series);
    List<Mark> marks = new ArrayList<>();
    marks.add(bars(AnomalyBenchmark.TO_BE_HAD, all, of, series).asControl());
    arms.forEach(arm -> marks.add(bars(arm, all, of, series)));
    return marks;
  }

  /// Without whiskers for series: 58 places leave no room for them.
  private static Mark.Bars bars(String arm, Results all, List<String> parts, boolean series) {
    Summary summary = series ? Summary.means(all) : Summary.intervals(all);
    return summary.bars(
        arm,
        parts.stream().map(of -> of.replaceAll(".*/|\\.csv", "")).toList(),
        parts.stream().map(of -> AnomalyBenchmark.part(arm, of)).toList());
  }

  /// Kinds of series, or series, in the order of their names.
  private static List<String> parts(Results all, boolean series) {
    String arm = AnomalyBenchmark.TO_BE_HAD + ", ";
    return all.keys().stream()
        .filter(at -> at.measure().equals(AnomalyBenchmark.PART) && at.arm().startsWith(arm))
        .map(at -> at.arm().substring(arm.length()))
        .filter(of -> of.contains("/") == series)
        .sorted()
        .toList();
  }
}
