// SPDX-License-Identifier: Apache-2.0
package engram.paper.htm.symbol;

import engram.lab.Experiment;
import engram.lab.Needs;
import engram.lab.Trial;
import engram.lab.claim.Claim;
import engram.lab.claim.Scale;
import engram.lab.figure.Axis;
import engram.lab.figure.Figure;
import engram.lab.figure.Summary;
import engram.lab.measure.Measure;
import engram.lab.measure.Results;
import engram.lab.parameter.Param;
import engram.paper.htm.shared.Arms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Figure 4: endings that only the first symbol of a sequence tells, and what happens when the
/// endings of each pair are exchanged while the stream goes on.
public final class HighOrder implements Experiment<HighOrder.Setting> {
  /// Its parameters. The endings are swapped in the middle.
  record Setting(
      @Param(doc = "elements of the stream", min = 1000) int elements,
      @Param(doc = "cells a column; sabotage: 1", min = 1) int cells,
      @Param(doc = "steps of an LSTM's training; sabotage: 1", min = 1) int updates) {
    int swap() {
      return elements / 2;
    }

    /// An element in units of the swap.
    int at(double swaps) {
      return (int) Math.round(swaps * swap());
    }
  }

  static final Measure BEFORE =
      Measure.of("before-the-swap", "share of endings forecast in the last fifth before the swap");
  static final Measure WORST =
      Measure.of("worst-after-the-swap", "least share in 100 sequences, after the swap");
  static final Measure AFTER =
      Measure.of("after-the-swap", "share of endings forecast, 1.4 to 1.5 times the swap");
  static final Measure LATE =
      Measure.of("late-after-the-swap", "share of endings forecast, 1.8 to 2 times the swap");
  static final Measure COURSE =
      Measure.of("course", "share of endings forecast in the last 100 sequences, by element");
  static final String STILL = "learning off after the swap";

  /// The windows of an LSTM.
  static final int LONG = 9000;

  static final int SHORT = 1000;
  private static final int POINTS = 40;

  @Override
  public String id() {
    return "high-order";
  }

  @Override
  public Class<Setting> parameters() {
    return Setting.class;
  }

  @Override
  public Optional<Setting> at(Scale scale) {
    return switch (scale) {
      case SMOKE -> Optional.of(new Setting(1200, 32, 20));
      case SMALL -> Optional.of(new Setting(20_000, 32, 600));
      case FULL -> Optional.empty();
    };
  }

  @Override
  public List<Claim> claims() {
    List<Claim> claims = new ArrayList<>(SymbolClaims.highOrder());
    claims.addAll(LstmClaims.highOrder());
    return claims;
  }

  @Override
  public Needs needs(Setting p) {
    return Needs.cpuSeconds(1 + 1.3e-3 * p.elements()).withMemory(256L << 20);
  }

  @Override
  public void run(Setting p, Trial trial) {
    Endings first = Endings.published();
    Contest contest =
        Contest.of(first, first.swapped(), p.swap(), p.elements(), p.cells(), 1, trial.seeds());
    Stream stream = contest.kept();
    Forecaster.Memory memory = contest.memory();
    boolean[] right = new boolean[p.elements()];
    stream.show(memory, 0, p.swap(), right);
    boolean[] still = right.clone();
    stream.show(memory.damaged(0, false, trial.seeds()), p.swap(), p.elements(), still);
    stream.show(memory, p.swap(), p.elements(), right);
    write(Arms.MEMORY, stream, right, p, trial);
    write(STILL, stream, still, p, trial);
    contest.others((arm, read, forecast) -> write(arm, read, forecast, p, trial));
    contest.networks(
        List.of(LONG, SHORT),
        p.updates(),
        (arm, read, forecast) -> write(arm, read, forecast, p, trial));
  }

  private static void write(String arm, Stream stream, boolean[] right, Setting p, Trial trial) {
    trial.out().value(BEFORE.in(arm), stream.share(right, p.at(0.8), p.swap()));
    trial.out().value(WORST.in(arm), stream.worst(right, p.swap(), p.elements()));
    trial.out().value(AFTER.in(arm), stream.share(right, p.at(1.4), p.at(1.5)));
    trial.out().value(LATE.in(arm), stream.share(right, p.at(1.8), p.elements()));
    for (int k = 1; k <= POINTS; k++) {
      int t = (int) ((long) k * p.elements() / POINTS);
      trial.out().series(COURSE.in(arm), t, stream.shareOfLast(right, t));
    }
  }

  @Override
  public Setting sabotaged(Setting p) {
    return new Setting(p.elements(), 1, 1);
  }

  @Override
  public List<Figure> figures(Results all) {
    Summary summary = Summary.means(all);
    return List.of(
        new Figure(
            "course",
            "Endings forecast while the stream goes on; they are swapped in the middle",
            "The memory with many cells a column reaches 1, and reaches it again. How soon an LSTM does"
                + " is told by how far back it is trained.",
            Axis.linear("element", "1"),
            Axis.linear("share of the last 100 sequences", "1"),
            List.of(
                summary.line(COURSE.in(Arms.MEMORY)),
                summary.line(COURSE.in(STILL)).asControl(),
                summary.line(COURSE.in(Contest.lstm(LONG))).asControl(),
                summary.line(COURSE.in(Contest.lstm(SHORT))).asControl(),
                summary.line(COURSE.in(Arms.ELM)).asControl(),
                summary.line(COURSE.in(Arms.ONE_CELL)).asControl(),
                summary.line(COURSE.in(Arms.SHUFFLED)).asControl())));
  }
}
