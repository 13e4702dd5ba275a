// SPDX-License-Identifier: Apache-2.0
package engram.paper.curl;

import static engram.paper.curl.Chaos.EXPONENT;
import static engram.paper.curl.Chaos.LATER;

import engram.lab.Experiment;
import engram.lab.Needs;
import engram.lab.Trial;
import engram.lab.claim.Claim;
import engram.lab.claim.Control;
import engram.lab.claim.Known;
import engram.lab.claim.Origin;
import engram.lab.claim.PassLine;
import engram.lab.claim.Scale;
import engram.lab.figure.Axis;
import engram.lab.figure.Figure;
import engram.lab.figure.Summary;
import engram.lab.measure.Results;
import java.util.List;
import java.util.Optional;

/// Twins over five times the steps of [Chaos]: whether a small exponent stays. Neighbours that are
/// merely sheared apart, by a distance that grows like time, have `ln 2` over the later half's time
/// left of it, .0003 here.
public final class SlowChaos implements Experiment<Chaos.Setting> {
  private static final Cell GRADIENT = Cell.flipsInputs(83, 136, 0);
  private static final Cell BEYOND = Cell.flipsInputs(83, 136, 20);
  private static final Cell WIDER = Cell.flipsInputs(50, 169, 40);
  private static final List<Cell> CELLS = List.of(GRADIENT, WIDER, BEYOND);
  private static final double CHAOS = 0.001;

  @Override
  public String id() {
    return "slow-chaos";
  }

  @Override
  public Class<Chaos.Setting> parameters() {
    return Chaos.Setting.class;
  }

  @Override
  public Optional<Chaos.Setting> at(Scale scale) {
    return switch (scale) {
      case SMOKE -> Optional.of(new Chaos.Setting(200, 40, true));
      case SMALL -> Optional.of(new Chaos.Setting(8000, 2000, true));
      case FULL -> Optional.of(new Chaos.Setting(100_000, 20_000, true));
    };
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        Claim.named("slow-chaos-in-a-narrower-net")
            .says(
                "In a net of 83-136 with 20 inputs flipped neighbours part exponentially, if slowly:"
                    + " over 40,000 steps the exponent stays above 0.001 per unit of learning time.")
            .published("chaotic learning dynamics", "abstract", Known.ABSTRACT)
            .expected(
                "holds, perhaps: stated after a first run of chaos-beyond-threshold, which found"
                    + " .0025 to .009 here over 8000 steps, .0004 to .008 in their later half, and"
                    + " near 0 for 50-169")
            .passes(
                PassLine.all(
                    PassLine.atLeast(EXPONENT.in(BEYOND.arm()), CHAOS),
                    PassLine.atLeast(LATER.in(BEYOND.arm()), CHAOS)),
                Origin.OURS)
            .control(
                Control.ablation(
                    "nothing flipped", PassLine.atMost(EXPONENT.in(GRADIENT.arm()), CHAOS / 2)))
            .control(
                Control.rival(
                    "a shear, of which .0003 would be left in the later half",
                    PassLine.atLeast(LATER.in(BEYOND.arm()), 3 * CHAOS / 2)))
            .build());
  }

  @Override
  public Needs needs(Chaos.Setting p) {
    return Needs.cpuSeconds(0.07e-3 * (p.transientSteps() + 2.0 * Chaos.BLOCK * p.blocks()));
  }

  @Override
  public void run(Chaos.Setting p, Trial trial) {
    for (Cell cell : CELLS) {
      Chaos.measure(cell, p, trial);
    }
  }

  @Override
  public Chaos.Setting sabotaged(Chaos.Setting p) {
    return new Chaos.Setting(p.transientSteps(), p.blocks(), false);
  }

  @Override
  public List<Figure> figures(Results all) {
    Summary summary = Summary.ranges(all);
    List<String> arms = CELLS.stream().map(Cell::arm).toList();
    return List.of(
        new Figure(
            "lyapunov-long",
            "Largest Lyapunov exponent over 40,000 steps, later half",
            "A bar above 0.001 is no shear: neighbours part exponentially.",
            Axis.category("inputs-hidden units, flips"),
            Axis.linear("exponent per unit of time eta k", "1"),
            List.of(
                summary.bars("beyond the threshold", arms.subList(1, 3), LATER::in).among(arms),
                summary.bars("nothing flipped", arms.subList(0, 1), LATER::in).asControl())));
  }
}
