// SPDX-License-Identifier: Apache-2.0
package engram.verify;

import engram.lab.Experiment;
import engram.lab.Study;
import engram.lab.claim.Claim;
import engram.lab.ledger.ClaimsPage;
import engram.lab.ledger.Ledger;
import engram.lab.ledger.LedgerRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is wrong between a checkout's committed results, the claims in the code, and its page of
/// claims: a sentence each, none if they agree.
final class LedgerProblems {
  private static final Pattern LINE =
      Pattern.compile("^(?:## `([a-z0-9-]+)`: |\\| `([a-z0-9-]+)`: )", Pattern.MULTILINE);

  private LedgerProblems() {}

  /// A checkout's own studies, in the order of the page.
  static List<Study> studies(Path root) {
    Ledger ledger = Ledger.read(root);
    return Studies.all().stream()
        .filter(ledger::has)
        .sorted(Comparator.comparingInt(s -> s.paper().number()))
        .toList();
  }

  /// @param root the checkout
  /// @param studies the papers, in the page's order
  static List<String> of(Path root, List<Study> studies) {
    Ledger ledger = Ledger.read(root);
    String page = House.text(root.resolve("docs/claims.md"));
    List<String> problems = new ArrayList<>();
    ledger.unknown(studies).forEach(name -> problems.add("no experiment is " + name));
    Set<String> written = written(page);
    Set<String> claims = claims(studies);
    claims.stream().filter(c -> !written.contains(c)).forEach(c -> problems.add("no row: " + c));
    written.stream().filter(c -> !claims.contains(c)).forEach(c -> problems.add("no claim: " + c));
    List<LedgerRow> rows = new ArrayList<>();
    studies.forEach(study -> rows.addAll(ledger.rows(study)));
    if (!page.equals(ClaimsPage.markdown(rows))) {
      problems.add("docs/claims.md is another: ./engram ledger write");
    }
    rows.forEach(row -> incomplete(row, problems));
    return problems;
  }

  /// A fresh row has all that its claim is judged by.
  private static void incomplete(LedgerRow row, List<String> problems) {
    if (!row.fresh()) {
      return;
    }
    int replicates = row.result().orElseThrow().replicates().size();
    boolean judged =
        !row.verdict().findings().isEmpty()
            && row.verdict().findings().stream().allMatch(f -> f.replicates() + f.diverged() > 0)
            && row.verdict().controls().stream().noneMatch(c -> c.findings().isEmpty());
    if (replicates < row.claim().replicates() || !judged) {
      problems.add("not all of what is judged: " + row.name());
    }
  }

  private static Set<String> claims(List<Study> studies) {
    Set<String> claims = new TreeSet<>();
    for (Study study : studies) {
      for (Experiment<?> experiment : study.experiments()) {
        for (Claim claim : experiment.claims()) {
          claims.add(study.paper().slug() + "/" + claim.id());
        }
      }
    }
    return claims;
  }

  private static Set<String> written(String page) {
    Set<String> written = new TreeSet<>();
    String slug = "";
    Matcher line = LINE.matcher(page);
    while (line.find()) {
      if (line.group(1) != null) {
        slug = line.group(1);
      } else {
        written.add(slug + "/" + line.group(2));
      }
    }
    return written;
  }
}
