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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Figure 6: sequences with two or four endings, each as likely as another. The memory predicts a
/// union of columns and so names all of them; least squares expects a mean that is none of them.
///
/// The authors have 16 and 32 given sequences. The data set `htm-sequences` does not hold them, so
/// the endings are drawn for each replicate.
public final class SeveralEndings implements Experiment<SeveralEndings.Setting> {
  /// Its parameters. The last eleventh of the stream is scored.
  record Setting(
      @Param(doc = "elements of the stream", min = 600) int elements,
      @Param(doc = "cells a column; sabotage: 1", min = 1) int cells,
      @Param(doc = "steps of an LSTM's training; sabotage: 1", min = 1) int updates) {}

  static final Measure SHARE =
      Measure.of("endings-named", "share of endings among the k named, last eleventh; k endings");
  static final String LSTM = Contest.lstm(HighOrder.LONG);
  private static final List<Integer> COUNTS = List.of(2, 4);
  private static final List<String> ARMS =
      List.of(Arms.MEMORY, LSTM, Arms.ELM, Arms.ONE_CELL, Arms.SHUFFLED);

  static At share(String arm, int endings) {
    return SHARE.in(arm + ", " + endings + " endings");
  }

  @Override
  public String id() {
    return "several-endings";
  }

  @Override
  public Class<Setting> parameters() {
    return Setting.class;
  }

  @Override
  public Optional<Setting> at(Scale scale) {
    return switch (scale) {
      case SMOKE -> Optional.of(new Setting(660, 32, 20));
      case SMALL -> Optional.of(new Setting(11_000, 32, 600));
      case FULL -> Optional.empty();
    };
  }

  @Override
  public List<Claim> claims() {
    List<Claim> claims = new ArrayList<>(SymbolClaims.severalEndings());
    claims.addAll(LstmClaims.severalEndings());
    return claims;
  }

  @Override
  public Needs needs(Setting p) {
    return Needs.cpuSeconds(1 + 2e-3 * p.elements()).withMemory(256L << 20);
  }

  @Override
  public void run(Setting p, Trial trial) {
    for (int k : COUNTS) {
      Seeds seeds = trial.seeds().child("endings", k);
      Endings endings = Endings.published().several(k, seeds.stream("endings"));
      int elements = p.elements();
      Contest contest = Contest.of(endings, endings, elements, elements, p.cells(), k, seeds);
      Stream stream = contest.kept();
      write(share(Arms.MEMORY, k), stream, stream.show(contest.memory()), trial);
      Contest.Report report = (arm, read, right) -> write(share(arm, k), read, right, trial);
      contest.others(report);
      contest.networks(List.of(HighOrder.LONG), p.updates(), report);
    }
  }

  private static void write(At key, Stream stream, boolean[] right, Trial trial) {
    trial.out().value(key, stream.share(right, stream.length() / 11 * 10, stream.length()));
  }

  @Override
  public Setting sabotaged(Setting p) {
    return new Setting(p.elements(), 1, 1);
  }

  @Override
  public List<Figure> figures(Results all) {
    return List.of(
        new Figure(
            "endings",
            "Endings among those named, where a sequence has two or four",
            "The memory names nearly all; OS-ELM and LSTM, which expect a mean, do not.",
            Axis.category("endings a sequence"),
            Axis.linear("share of endings named", "1"),
            ARMS.stream().map(arm -> bars(arm, all)).toList()));
  }

  private static Mark bars(String arm, Results all) {
    Mark.Bars bars =
        Summary.intervals(all)
            .bars(
                arm,
                COUNTS.stream().map(k -> k + " endings").toList(),
                COUNTS.stream().map(k -> share(arm, k)).toList());
    return arm.equals(Arms.MEMORY) ? bars : bars.asControl();
  }
}
