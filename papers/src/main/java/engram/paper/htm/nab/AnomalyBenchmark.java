// SPDX-License-Identifier: Apache-2.0
package engram.paper.htm.nab;

import engram.data.NabCorpus;
import engram.data.series.LabelledSeries;
import engram.lab.Experiment;
import engram.lab.Needs;
import engram.lab.Stages;
import engram.lab.Trial;
import engram.lab.claim.Claim;
import engram.lab.claim.Scale;
import engram.lab.figure.Figure;
import engram.lab.measure.At;
import engram.lab.measure.Measure;
import engram.lab.measure.Results;
import engram.lab.parameter.Param;
import engram.sequence.nab.DetectedSeries;
import engram.sequence.nab.NabScore;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The Numenta Anomaly Benchmark: 58 series with 116 windows in which something happened. The
/// memory's surprise becomes a likelihood, and the first alarm in a window counts.
public final class AnomalyBenchmark implements Experiment<AnomalyBenchmark.Setting> {
  /// Its parameters.
  record Setting(
      @Param(doc = "series watched, the shortest first", min = 2, max = 58) int series,
      @Param(doc = "rows watched of each, the first ones", min = 400) int rows,
      @Param(doc = "cells a column", min = 1) int cells,
      @Param(doc = "sabotage: the memory does not learn") boolean still) {}

  /// What a detector earns that sees the first row of every window.
  static final String TO_BE_HAD = "to be had";

  /// Whose score is shown series by series.
  static final List<String> IN_PARTS =
      List.of(Watched.MEMORY, Watched.CAUSAL, Watched.ONE_CELL, Watched.RANGE, Watched.GAUSSIAN);

  static final Measure PART =
      Measure.of("part", "points of the standard score that a series or a kind of series brings");
  private static final Measure SCORE =
      Measure.of("score", "0 for silence, 100 for one alarm at the first row of every window");
  private static final Measure HELD_OUT =
      Measure.of("held-out-score", "standard score at thresholds chosen on the other half");
  private static final String SET = "nab";

  static At score(String arm, Profile profile) {
    return SCORE.in(arm + ", " + profile.words());
  }

  static At heldOut(String arm) {
    return HELD_OUT.in(arm);
  }

  static At part(String arm, String of) {
    return PART.in(arm + ", " + of);
  }

  @Override
  public String id() {
    return "nab";
  }

  @Override
  public Class<Setting> parameters() {
    return Setting.class;
  }

  @Override
  public Optional<Setting> at(Scale scale) {
    return switch (scale) {
      case SMOKE -> Optional.of(new Setting(2, 400, 32, false));
      case SMALL -> Optional.of(new Setting(58, 25_000, 32, false));
      case FULL -> Optional.empty();
    };
  }

  @Override
  public List<Claim> claims() {
    return NabClaims.all();
  }

  @Override
  public Needs needs(Setting p) {
    return Needs.cpuSeconds(1 + 0.06 * p.series() * p.series()).withData(SET).withMemory(1L << 30);
  }

  @Override
  public void run(Setting p, Trial trial) {
    List<LabelledSeries> corpus =
        NabCorpus.read(trial.data(SET)).stream()
            .sorted(Comparator.comparingInt(LabelledSeries::rows))
            .limit(p.series())
            .map(series -> Watched.first(series, p.rows()))
            .toList();
    long rows = corpus.stream().mapToLong(LabelledSeries::rows).sum();
    new Watched(p, trial.seeds())
        .all(corpus, new Stages(trial), trial.progress("rows", rows))
        .forEach((arm, detected) -> write(arm, detected, trial));
    writeParts(TO_BE_HAD, Profile.STANDARD.scorer().at(1, Watched.perfectly(corpus)), trial);
  }

  private static void write(String arm, List<DetectedSeries> detected, Trial trial) {
    for (Profile profile : Profile.ALL) {
      NabScore best = profile.scorer().best(detected);
      trial.out().value(score(arm, profile), best.normalised());
      if (profile.equals(Profile.STANDARD) && IN_PARTS.contains(arm)) {
        writeParts(arm, best, trial);
      }
    }
    trial.out().value(heldOut(arm), Profile.STANDARD.scorer().heldOut(detected));
  }

  private static void writeParts(String arm, NabScore score, Trial trial) {
    Map<String, Double> kinds = new TreeMap<>();
    for (NabScore.OfSeries series : score.series()) {
      trial.out().value(part(arm, series.name()), series.points());
      kinds.merge(series.name().split("/", 2)[0], series.points(), Double::sum);
    }
    kinds.forEach((kind, points) -> trial.out().value(part(arm, kind), points));
  }

  @Override
  public Setting sabotaged(Setting p) {
    return new Setting(p.series(), p.rows(), p.cells(), true);
  }

  @Override
  public List<Figure> figures(Results all) {
    return NabFigures.of(all);
  }
}
