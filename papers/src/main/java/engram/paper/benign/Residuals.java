// SPDX-License-Identifier: Apache-2.0
package engram.paper.benign;

import engram.flow.patch.FeatureNoise;
import engram.flow.patch.PatchSgd;
import engram.flow.patch.SgdTrace;
import engram.lab.Experiment;
import engram.lab.Needs;
import engram.lab.Trial;
import engram.lab.claim.Claim;
import engram.lab.claim.Control;
import engram.lab.claim.Evidence;
import engram.lab.claim.Known;
import engram.lab.claim.Origin;
import engram.lab.claim.PassLine;
import engram.lab.claim.Scale;
import engram.lab.figure.Axis;
import engram.lab.figure.Figure;
import engram.lab.figure.Summary;
import engram.lab.measure.Measure;
import engram.lab.measure.Results;
import java.util.List;
import java.util.Optional;

/// The lemma behind the effect: above the threshold residuals add up in proportion to time, because
/// the logarithm is concave.
public final class Residuals implements Experiment<Training> {
  private static final Measure LATE =
      Measure.of("late-residual", "mean residual over the second half of the steps");
  private static final Measure LINEARITY =
      Measure.of(
          "growth-of-sum",
          "residual sum gained in the last quarter over that in the second; 0 if below 1e-9");
  private static final Measure CONCAVITY =
      Measure.of(
          "sum-over-theory",
          "residual sum of the second half over (eta |u|^2 / m) sum e^2; 0 if that is below 1e-9");
  private static final Measure SUM = Measure.of("residual-sum", "running sum of the residuals");
  private static final String ONE_LARGE = "one example, large step";
  private static final String ONE_SMALL = "one example, small step";
  private static final String ALL_LARGE = "forty examples, large step";
  private static final String ALL_SMALL = "forty examples, small step";
  private static final String FULL_BATCH = "forty examples, large step, full batch";
  private static final int FILTERS = 10;

  @Override
  public String id() {
    return "residuals";
  }

  @Override
  public Class<Training> parameters() {
    return Training.class;
  }

  @Override
  public Optional<Training> at(Scale scale) {
    return Training.at(scale, 0.1);
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        Claim.named("residuals-accumulate")
            .says(
                "Above the threshold the residuals add up in proportion to time; below they stop.")
            .published("linear growth, from memory of a lemma", "lemma, sec. 3", Known.RECALLED)
            .expected("one example: .044 a step for ever; forty: about .024; small steps: 0")
            .passes(
                PassLine.all(
                    PassLine.between(LINEARITY.in(ONE_LARGE), 0.75, 1.25),
                    PassLine.between(LINEARITY.in(ALL_LARGE), 0.75, 1.25),
                    PassLine.atLeast(LATE.in(ONE_LARGE), 0.01),
                    PassLine.atLeast(LATE.in(ALL_LARGE), 0.01),
                    PassLine.atMost(LATE.in(ONE_SMALL), 1e-3),
                    PassLine.atMost(LATE.in(ALL_SMALL), 1e-3)),
                Origin.OURS)
            .evidence(Evidence.THEORY)
            .control(
                Control.rival(
                    "a drift other than by the concavity of the logarithm",
                    PassLine.all(
                        PassLine.between(CONCAVITY.in(ONE_LARGE), 0.8, 1.2),
                        PassLine.between(CONCAVITY.in(ALL_LARGE), 0.8, 1.2))))
            .control(
                Control.ablation(
                    "full batch at the same step", PassLine.atMost(LATE.in(FULL_BATCH), 1e-3)))
            .build());
  }

  @Override
  public Needs needs(Training p) {
    return Needs.cpuSeconds(0.4e-3 * p.steps());
  }

  @Override
  public void run(Training p, Trial trial) {
    FeatureNoise faint = FeatureNoise.standard().withWeakNorm(p.weakNorm());
    World one =
        World.of(faint.withExamples(1).withStrongShare(1).withNoiseNorm(0), FILTERS, p, trial);
    World all = World.of(faint, FILTERS, p, trial);
    sums(one, ONE_LARGE, PatchSgd.of(one.step(1.1), p.steps()), trial);
    sums(one, ONE_SMALL, PatchSgd.of(one.step(0.5), p.steps()), trial);
    PatchSgd large = PatchSgd.of(all.step(1.1), p.steps());
    sums(all, ALL_LARGE, large, trial);
    sums(all, ALL_SMALL, PatchSgd.of(all.step(0.5), p.steps()), trial);
    sums(all, FULL_BATCH, large.in(PatchSgd.Order.FULL_BATCH), trial);
  }

  private static void sums(World world, String arm, PatchSgd descent, Trial trial) {
    SgdTrace trace = world.measure(trial.out(), arm, descent);
    int end = trace.steps();
    double late = trace.residualSum(end) - trace.residualSum(end / 2);
    double second = trace.residualSum(end / 2) - trace.residualSum(end / 4);
    double last = trace.residualSum(end) - trace.residualSum(3 * end / 4);
    double u = world.law().strongNorm();
    double theory = descent.stepSize() * u * u / FILTERS * trace.squaredResidualSum(end / 2, end);
    World.write(trial.out(), LATE.in(arm), trace, late / (end - end / 2));
    World.write(trial.out(), LINEARITY.in(arm), trace, Math.abs(second) < 1e-9 ? 0 : last / second);
    World.write(trial.out(), CONCAVITY.in(arm), trace, theory < 1e-9 ? 0 : late / theory);
    for (int i = 1; i <= 40; i++) {
      int t = (int) ((long) end * i / 40);
      trial.out().series(SUM.in(arm), t, trace.residualSum(t));
    }
  }

  @Override
  public Training sabotaged(Training p) {
    return p.heldAt(0.1);
  }

  @Override
  public List<Figure> figures(Results all) {
    Summary first = Summary.first(all);
    return List.of(
        new Figure(
            "residual-sum",
            "Running sum of the residuals, first replicate",
            "Straight lines with the large step, flat ones with the small step or a full batch.",
            Axis.linear("step", "1"),
            Axis.linear("sum of residuals", "1"),
            List.of(
                first.line(SUM.in(ONE_LARGE)),
                first.line(SUM.in(ALL_LARGE)),
                first.line(SUM.in(ONE_SMALL)).asControl(),
                first.line(SUM.in(ALL_SMALL)).asControl(),
                first.line(SUM.in(FULL_BATCH)).asControl())));
  }
}
