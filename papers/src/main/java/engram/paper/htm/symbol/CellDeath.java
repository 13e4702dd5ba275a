// SPDX-License-Identifier: Apache-2.0
package engram.paper.htm.symbol;

import engram.lab.Experiment;
import engram.lab.Needs;
import engram.lab.Trial;
import engram.lab.claim.Claim;
import engram.lab.claim.Scale;
import engram.lab.figure.Axis;
import engram.lab.figure.Figure;
import engram.lab.figure.Mark;
import engram.lab.figure.Summary;
import engram.lab.measure.At;
import engram.lab.measure.Measure;
import engram.lab.measure.Results;
import engram.lab.parameter.Param;
import engram.paper.htm.shared.Arms;
import engram.random.Seeds;
import engram.sequence.htm.memory.MemorySettings;
import java.util.List;
import java.util.Optional;

/// Figure 9: after learning, a share of all cells dies and nothing is learned any more. A segment
/// with 32 synapses of which 15 make it respond has many to spare; one that needs 28 has few.
public final class CellDeath implements Experiment<CellDeath.Setting> {
  /// Its parameters.
  record Setting(
      @Param(doc = "elements to learn from", min = 100) int learned,
      @Param(doc = "elements after the death", min = 50) int tested,
      @Param(doc = "cells a column; sabotage: 1", min = 1) int cells) {}

  static final Measure SHARE =
      Measure.of("endings-after-death", "share of endings forecast after cells died, not learning");
  static final String STRICT = "28 synapses make a segment respond";
  private static final int STRICT_THRESHOLD = 28;
  private static final List<Double> DEAD = List.of(0.0, 0.1, 0.2, 0.3, 0.4, 0.5);
  private static final List<Double> FEW = List.of(0.0, 0.3);

  static At share(String arm, double dead) {
    return SHARE.in(arm + ", " + Math.round(100 * dead) + " % dead");
  }

  @Override
  public String id() {
    return "cell-death";
  }

  @Override
  public Class<Setting> parameters() {
    return Setting.class;
  }

  @Override
  public Optional<Setting> at(Scale scale) {
    return switch (scale) {
      case SMOKE -> Optional.of(new Setting(600, 60, 32));
      case SMALL -> Optional.of(new Setting(10_000, 2000, 32));
      case FULL -> Optional.empty();
    };
  }

  @Override
  public List<Claim> claims() {
    return SymbolClaims.cellDeath();
  }

  @Override
  public Needs needs(Setting p) {
    return Needs.cpuSeconds(1 + 0.3e-3 * (p.learned() + 3 * p.tested())).withMemory(256L << 20);
  }

  @Override
  public void run(Setting p, Trial trial) {
    Seeds seeds = trial.seeds();
    Stream stream = stream(Stream.Order.KEPT, p, seeds);
    measure(
        Arms.MEMORY, stream, memory(Forecaster.Memory.settings(p.cells()), seeds), DEAD, p, trial);
    MemorySettings strict = Forecaster.Memory.settings(p.cells(), STRICT_THRESHOLD);
    measure(STRICT, stream, memory(strict, seeds), FEW, p, trial);
    Stream shuffled = stream(Stream.Order.SHUFFLED, p, seeds);
    measure(
        Arms.SHUFFLED,
        shuffled,
        memory(Forecaster.Memory.settings(p.cells()), seeds),
        FEW,
        p,
        trial);
  }

  private static Stream stream(Stream.Order order, Setting p, Seeds seeds) {
    return Stream.of(Endings.published(), p.learned() + p.tested(), order, seeds);
  }

  private static Forecaster.Memory memory(MemorySettings settings, Seeds seeds) {
    return Forecaster.Memory.of(settings, 1, seeds);
  }

  private static void measure(
      String arm,
      Stream stream,
      Forecaster.Memory memory,
      List<Double> shares,
      Setting p,
      Trial trial) {
    boolean[] right = new boolean[stream.length()];
    stream.show(memory, 0, p.learned(), right);
    for (double dead : shares) {
      Forecaster damaged = memory.damaged(dead, false, trial.seeds());
      stream.show(damaged, p.learned(), stream.length(), right);
      trial.out().value(share(arm, dead), stream.share(right, p.learned(), stream.length()));
    }
  }

  @Override
  public Setting sabotaged(Setting p) {
    return new Setting(p.learned(), p.tested(), 1);
  }

  @Override
  public List<Figure> figures(Results all) {
    return List.of(
        new Figure(
            "death",
            "Endings forecast after a share of the cells died",
            "The memory holds to about a third; without synapses to spare it falls at once.",
            Axis.linear("share of cells dead", "1"),
            Axis.linear("share of endings forecast", "1"),
            List.of(
                points(Arms.MEMORY, all, DEAD),
                points(STRICT, all, FEW).asControl(),
                points(Arms.SHUFFLED, all, FEW).asControl())));
  }

  private static Mark.Points points(String arm, Results all, List<Double> dead) {
    return Summary.intervals(all).points(arm, dead, d -> share(arm, d));
  }
}
