// SPDX-License-Identifier: Apache-2.0
package engram.cli.run;

import engram.cli.words.Words;
import engram.lab.claim.Outcome;
import engram.lab.claim.Published;
import engram.lab.judge.Finding;
import engram.lab.judge.Verdict;
import engram.lab.judge.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The table of claims on a screen: published, measured here, verdict, control; each row as soon as
/// it is decided. Cells wrap, so that the table fits the width that there is.
public final class ClaimTable {
  private static final List<String> HEADS =
      List.of("claim", "published", "measured here", "verdict", "control");
  private static final int VERDICT = 3;
  private static final int VERDICT_WIDTH = 11;
  private static final int GAP = 2;
  private static final String PLAIN = "\u001b[0m";
  private static final Map<String, String> COLOURS =
      Map.of("holds", "\u001b[32m", "holds, but", "\u001b[33m", "undecided", "\u001b[36m");

  private final Surroundings around;
  private final int[] widths;

  /// @param around whose screen decides the width
  public ClaimTable(Surroundings around) {
    this.around = around;
    int free = around.screen().columns() - 2 - VERDICT_WIDTH - GAP * (HEADS.size() - 1);
    int claim = Math.clamp(free * 26L / 100, 14, 30);
    int published = Math.clamp(free * 18L / 100, 10, 26);
    int measured = Math.clamp(free * 28L / 100, 16, 36);
    widths =
        new int[] {
          claim,
          published,
          measured,
          VERDICT_WIDTH,
          Math.min(60, free - claim - published - measured)
        };
  }

  /// Prints the heads.
  public void head() {
    around.out().println();
    print(HEADS, "");
  }

  /// Prints a claim's row.
  public void row(Verdict verdict) {
    String word = Wording.of(verdict);
    print(
        List.of(
            verdict.claim().id(),
            published(verdict.claim().published()),
            measured(verdict),
            word,
            control(verdict)),
        word);
  }

  /// What was published and how that is known: `8.4e-13 (code)`.
  static String published(Published published) {
    return switch (published.known()) {
      case NOT_STATED -> published.figure();
      default ->
          published.figure()
              + " ("
              + published.known().name().toLowerCase(Locale.ROOT).replace('_', ' ')
              + ")";
    };
  }

  /// What decided: the first part that does not hold, or the first.
  static String measured(Verdict verdict) {
    if (verdict.outcome() == Outcome.NOT_TESTED) {
      return verdict.note();
    }
    String more =
        verdict.outcome() == Outcome.UNDECIDED && verdict.moreReplicates() > 0
            ? "; about " + Words.count(verdict.moreReplicates(), "more replicate")
            : "";
    return deciding(verdict.findings(), verdict.outcome()) + more;
  }

  /// The control beside it: the one that explains the claim away or is open, or the first.
  static String control(Verdict verdict) {
    if (verdict.controls().isEmpty()) {
      return "";
    }
    Verdict.ControlFinding shown =
        verdict.controls().stream()
            .filter(c -> c.outcome() != Outcome.HOLDS)
            .findFirst()
            .orElse(verdict.controls().getFirst());
    String found =
        verdict.outcome() == Outcome.NOT_TESTED
            ? ""
            : ": " + deciding(shown.findings(), shown.outcome());
    int others = verdict.controls().size() - 1;
    return shown.control().name() + found + (others > 0 ? " (+" + others + ")" : "");
  }

  private static String deciding(List<Finding> findings, Outcome outcome) {
    if (findings.isEmpty()) {
      return "-";
    }
    Finding shown =
        findings.stream()
            .filter(f -> f.outcome() == outcome)
            .findFirst()
            .orElse(findings.getFirst());
    String number =
        shown.interval().map(Wording::of).orElse(shown.note().isEmpty() ? "-" : shown.note());
    String count = shown.replicates() > 1 ? " n=" + shown.replicates() : "";
    String diverged = shown.diverged() > 0 ? ", " + shown.diverged() + " diverged" : "";
    int others = findings.size() - 1;
    return number + count + diverged + (others > 0 ? " (" + (others + 1) + " parts)" : "");
  }

  private void print(List<String> cells, String word) {
    List<List<String>> wrapped = new ArrayList<>();
    int lines = 0;
    for (int i = 0; i < cells.size(); i++) {
      wrapped.add(wrap(cells.get(i), widths[i]));
      lines = Math.max(lines, wrapped.get(i).size());
    }
    for (int line = 0; line < lines; line++) {
      StringBuilder text = new StringBuilder("  ");
      for (int i = 0; i < cells.size(); i++) {
        String cell = line < wrapped.get(i).size() ? wrapped.get(i).get(line) : "";
        text.append(i == VERDICT ? coloured(cell, word) : cell);
        text.append(" ".repeat(widths[i] - cell.length() + (i + 1 < cells.size() ? GAP : 0)));
      }
      around.out().println(text.toString().stripTrailing());
    }
    around.out().flush();
  }

  private String coloured(String cell, String word) {
    if (!around.screen().colour() || cell.isEmpty()) {
      return cell;
    }
    return COLOURS.containsKey(word) ? COLOURS.get(word) + cell + PLAIN : cell;
  }

  /// Breaks a text at blanks and after the hyphens of words, and within a word only where it must.
  static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String piece : text.strip().split("(?<= )|(?<=[a-z]-)", -1)) {
      String rest = piece;
      if (line.length() + rest.stripTrailing().length() > width && !line.isEmpty()) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
      }
      while (rest.stripTrailing().length() > width) {
        lines.add(rest.substring(0, width));
        rest = rest.substring(width);
      }
      line.append(rest);
    }
    lines.add(line.toString().stripTrailing());
    return lines;
  }
}
