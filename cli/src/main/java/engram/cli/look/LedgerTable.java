// SPDX-License-Identifier: Apache-2.0
package engram.cli.look;

import engram.cli.run.ClaimTable;
import engram.cli.run.Documents;
import engram.cli.run.Surroundings;
import engram.lab.judge.Wording;
import engram.lab.ledger.KeptResult;
import engram.lab.ledger.LedgerRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The ledger on a screen: the claims' table, paper by paper, with when and where each was measured
/// and what was expected.
public final class LedgerTable {
  private final Surroundings around;

  /// @param around whose screen decides the width
  public LedgerTable(Surroundings around) {
    this.around = around;
  }

  /// Prints rows.
  public void print(List<LedgerRow> rows) {
    String paper = "";
    for (LedgerRow row : rows) {
      if (!row.paper().slug().equals(paper)) {
        around.out().println((paper.isEmpty() ? "" : System.lineSeparator()) + title(row));
        paper = row.paper().slug();
        new ClaimTable(around).head();
      }
      new ClaimTable(around).row(row.verdict());
      around.out().println("    " + foot(row));
    }
    around.out().flush();
  }

  private static String title(LedgerRow row) {
    return row.paper().slug() + ": " + row.paper().citation().title();
  }

  private static String foot(LedgerRow row) {
    if (row.result().isEmpty()) {
      return "no committed result; expected: " + row.claim().expected();
    }
    KeptResult kept = row.result().get();
    String stale = row.stale().isEmpty() ? "" : "stale: " + String.join(", ", row.stale()) + "; ";
    return stale
        + kept.date()
        + " seed "
        + kept.seed()
        + " commit "
        + kept.commit()
        + "; expected: "
        + row.claim().expected();
  }

  /// A row as values of a document.
  public static Map<String, Object> fields(LedgerRow row) {
    Map<String, Object> fields =
        new LinkedHashMap<>(
            Documents.verdicts(row.paper().slug(), List.of(row.verdict())).getFirst());
    fields.put("paper", row.paper().slug());
    fields.put("experiment", row.experiment().id());
    fields.put("fresh", row.fresh());
    fields.put("stale", row.stale());
    fields.put("changed", row.changed());
    fields.put("expected", row.claim().expected());
    row.result()
        .ifPresent(kept -> {
          fields.put("run", kept.run());
          fields.put("began", kept.began());
          fields.put("seed", kept.seed());
          fields.put("replicates", kept.replicates().size());
          fields.put("seconds", kept.seconds());
          fields.put("commit", kept.provenance().commit());
          fields.put("sources", kept.sources().digest());
          fields.put("cpu", kept.provenance().computer().cpu());
          fields.put("system", kept.provenance().computer().system());
          fields.put("java", kept.provenance().computer().java());
          fields.put("kernel", kept.provenance().computer().kernel());
          fields.put("parameters", kept.parameters());
        });
    fields.put("verdictWord", Wording.of(row.verdict()));
    return fields;
  }
}
