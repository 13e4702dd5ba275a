// SPDX-License-Identifier: Apache-2.0
package engram.paper.sdr;

import engram.lab.Experiment;
import engram.lab.Needs;
import engram.lab.Trial;
import engram.lab.claim.Claim;
import engram.lab.claim.Scale;
import engram.lab.figure.Figure;
import engram.lab.measure.At;
import engram.lab.measure.Measure;
import engram.lab.measure.Results;
import engram.lab.parameter.Param;
import engram.sequence.sdr.SdrMath;
import engram.sequence.sdr.ThresholdScan;
import java.util.List;
import java.util.Optional;

/// Experiment 5: at which threshold false positives become negligible, over plausible settings.
/// Pure computation.
public final class Thresholds implements Experiment<Thresholds.Parameters> {
  /// The parameters; the defaults are the paper's.
  public record Parameters(
      @Param(doc = "a / n, over which is scanned; the sabotage makes it dense", min = 0, max = 0.5)
          List<Double> sparsities,
      @Param(doc = "false-positive probability that counts as negligible", min = 0, max = 1)
          double negligible) {}

  static final Measure SMALLEST =
      new Measure(
          "smallest-threshold", "synapses", "first of 3 to 24 with a negligible rate, or 25");
  static final Measure MEDIAN =
      Measure.of("median-rate", "median false-positive probability, over the threshold");

  static final At PUBLISHED = SMALLEST.in("median");
  static final At MEAN = SMALLEST.in("mean");
  static final At HALF = SMALLEST.in("half the sparsity");
  static final At DOUBLE = SMALLEST.in("double the sparsity");
  private static final int NONE = 25;

  @Override
  public String id() {
    return "thresholds";
  }

  @Override
  public Class<Parameters> parameters() {
    return Parameters.class;
  }

  @Override
  public Optional<Parameters> at(Scale scale) {
    return Optional.of(new Parameters(ThresholdScan.Grid.PUBLISHED.sparsities(), 1e-7));
  }

  @Override
  public List<Claim> claims() {
    return List.of(SdrClaims.thresholdEight());
  }

  @Override
  public Needs needs(Parameters p) {
    return Needs.cpuSeconds(0.1);
  }

  @Override
  public void run(Parameters p, Trial trial) {
    ThresholdScan scan = scan(p, 1);
    scan.rows().forEach(row -> trial.out().series(MEDIAN.plain(), row.threshold(), row.median()));
    trial.out().value(PUBLISHED, scan.smallestByMedian(p.negligible).orElse(NONE));
    trial.out().value(MEAN, scan.smallestByMean(p.negligible).orElse(NONE));
    for (At at : List.of(HALF, DOUBLE)) {
      ThresholdScan other = scan(p, at.equals(HALF) ? 0.5 : 2);
      trial.out().value(at, other.smallestByMedian(p.negligible).orElse(NONE));
      other
          .rows()
          .forEach(row -> trial.out().series(MEDIAN.in(at.arm()), row.threshold(), row.median()));
    }
  }

  private static ThresholdScan scan(Parameters p, double factor) {
    ThresholdScan.Grid published = ThresholdScan.Grid.PUBLISHED;
    return SdrMath.thresholdScan(
        new ThresholdScan.Grid(
            published.thresholds(),
            published.populations(),
            p.sparsities.stream().map(sparsity -> factor * sparsity).toList(),
            published.synapses()));
  }

  /// Takes the sparsity away: a quarter to half of all cells are active.
  @Override
  public Parameters sabotaged(Parameters p) {
    return new Parameters(List.of(0.25, 0.3, 0.35, 0.4, 0.45, 0.5), p.negligible);
  }

  @Override
  public List<Figure> figures(Results all) {
    return SdrFigures.thresholds(all);
  }
}
