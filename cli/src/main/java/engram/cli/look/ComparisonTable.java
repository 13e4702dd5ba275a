// SPDX-License-Identifier: Apache-2.0
package engram.cli.look;

import engram.cli.run.Surroundings;
import engram.cli.words.Words;
import engram.lab.compare.Changed;
import engram.lab.compare.Comparison;
import engram.lab.compare.Moved;
import engram.lab.judge.Wording;
import engram.lab.store.RunFolder;
import java.util.List;

/// Two runs side by side on a screen.
public final class ComparisonTable {
  private static final int MOST_SAME = 5;

  private final Surroundings around;

  /// @param around where to print
  public ComparisonTable(Surroundings around) {
    this.around = around;
  }

  /// Prints a comparison.
  ///
  /// @param verdicts the claims of which the two have different verdicts
  public void print(RunFolder a, RunFolder b, Comparison comparison, List<Changed> verdicts) {
    line("%s   %s and %s".formatted(a.plan().slug(), a.id(), b.id()));
    changes("parameters", comparison.parameters(), "equal");
    changes("run with", comparison.provenance(), "the same code, machine and data");
    line("");
    if (comparison.sameness().same()) {
      line(
          "measures    %d of %s are equal to the last bit"
              .formatted(
                  comparison.sameness().entries(),
                  Words.count(comparison.sameness().replicates(), "replicate")));
    } else {
      measures(comparison.measures());
    }
    alone("only in " + a.id(), comparison.onlyLeft());
    alone("only in " + b.id(), comparison.onlyRight());
    line("");
    changes("verdicts", verdicts, "the same");
    around.out().flush();
  }

  private void changes(String what, List<Changed> changes, String none) {
    if (changes.isEmpty()) {
      line("%-11s %s".formatted(what, none));
    }
    String head = what;
    for (Changed change : changes) {
      line("%-11s %s: %s -> %s".formatted(head, change.name(), change.left(), change.right()));
      head = "";
    }
  }

  private void measures(List<Moved> measures) {
    List<Moved> clear = measures.stream().filter(Moved::clearly).toList();
    List<Moved> others = measures.stream().filter(m -> !m.clearly() && !m.equal()).toList();
    long equal = measures.stream().filter(Moved::equal).count();
    line("measures    %d of %d moved clearly (95 %%)".formatted(clear.size(), measures.size()));
    clear.forEach(this::measure);
    if (!others.isEmpty()) {
      line("");
      line("not clearly moved");
      others.stream().limit(MOST_SAME).forEach(this::measure);
      if (others.size() > MOST_SAME) {
        line("  and %d more (--json has all)".formatted(others.size() - MOST_SAME));
      }
    }
    if (equal > 0) {
      line("");
      line("equal to the last bit: " + Words.count(equal, "measure"));
    }
  }

  private void measure(Moved moved) {
    String unit = moved.unit().equals("1") ? "" : " " + moved.unit();
    line("  " + moved.experiment() + ": " + moved.key());
    String difference =
        moved
            .difference()
            .map(d -> Wording.of(d))
            .orElse(Wording.number(moved.right() - moved.left()));
    line(
        "      %s -> %s%s%n      difference %s   %s"
            .formatted(
                Wording.number(moved.left()),
                Wording.number(moved.right()),
                unit,
                difference,
                count(moved)));
  }

  private static String count(Moved moved) {
    return moved.paired()
        ? "n=%d pairs".formatted(moved.leftCount())
        : "n=%d and %d, unpaired".formatted(moved.leftCount(), moved.rightCount());
  }

  private void alone(String where, List<String> keys) {
    if (!keys.isEmpty()) {
      line("");
      line(where);
      keys.forEach(key -> line("  " + key));
    }
  }

  private void line(String text) {
    around.out().println(Words.brief(text));
  }
}
