// SPDX-License-Identifier: Apache-2.0
package engram.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.lab.Study;
import engram.lab.ledger.ClaimsPage;
import engram.lab.ledger.Ledger;
import engram.lab.ledger.LedgerRow;
import engram.lab.ledger.LedgerSite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Holds the committed results, the claims in the code and `docs/claims.md` together.
final class LedgerTest {
  private static final Pattern ROW = Pattern.compile("^\\| `([a-z0-9-]+)`: ", Pattern.MULTILINE);

  private static List<Study> studies() {
    Ledger ledger = Ledger.read(House.root());
    return ServiceLoader.load(Study.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(ledger::has)
        .sorted(java.util.Comparator.comparingInt(s -> s.paper().number()))
        .toList();
  }

  private static List<LedgerRow> rows(Path root) {
    Ledger ledger = Ledger.read(root);
    List<LedgerRow> rows = new ArrayList<>();
    studies().forEach(study -> rows.addAll(ledger.rows(study)));
    return rows;
  }

  @Test
  void thePageIsWhatTheCommittedResultsSay() {
    assertEquals(
        ClaimsPage.markdown(rows(House.root())),
        House.text(House.root().resolve("docs/claims.md")),
        "run ./engram ledger write");
  }

  @Test
  void everyClaimHasARowAndNothingElseDoes() {
    Set<String> claims = new TreeSet<>();
    studies()
        .forEach(s -> s.experiments().forEach(e -> e.claims().forEach(c -> claims.add(c.id()))));
    Set<String> written = new TreeSet<>();
    Matcher row = ROW.matcher(House.text(House.root().resolve("docs/claims.md")));
    while (row.find()) {
      written.add(row.group(1));
    }
    assertEquals(claims, written);
    assertTrue(claims.size() >= 24, claims.toString());
  }

  @Test
  void everyCommittedResultIsOfAnExperimentThatIsThere() {
    assertEquals(List.of(), Ledger.read(House.root()).unknown(studies()));
  }

  @Test
  void aFreshRowWasMeasuredWithTheParametersAndClaimsOfToday() {
    for (LedgerRow row : rows(House.root())) {
      if (row.fresh()) {
        assertTrue(
            row.result().orElseThrow().replicates().size() >= row.claim().replicates(), row.name());
        assertFalse(row.verdict().findings().isEmpty(), row.name());
        row.verdict()
            .findings()
            .forEach(f -> assertTrue(f.replicates() + f.diverged() > 0, row.name()));
        row.verdict()
            .controls()
            .forEach(
                c -> assertFalse(c.findings().isEmpty(), row.name() + ": " + c.control().name()));
      }
    }
  }

  @Test
  void theSiteHasAPageForEachPaperAndNoDeadLink() {
    Map<String, String> files = LedgerSite.files(rows(House.root()), _ -> List.of());
    assertEquals(studies().size() + 1, files.size());
    Pattern link = Pattern.compile("href=\"([^\"#:]+)\"");
    files.forEach((name, text) -> {
      Matcher found = link.matcher(text);
      while (found.find()) {
        assertTrue(files.containsKey(found.group(1)), name + " leads to " + found.group(1));
      }
    });
  }

  @Test
  void everyExperimentOfAPaperHasItsSourcesInTheCheckout() {
    Ledger ledger = Ledger.read(House.root());
    for (Study study : studies()) {
      study
          .experiments()
          .forEach(e -> {
            Set<String> files = ledger.sources(e).files().keySet();
            assertTrue(files.stream().anyMatch(f -> f.startsWith("engram/paper/")), e.id());
            assertTrue(files.stream().anyMatch(f -> f.startsWith("engram/random/")), e.id());
            assertTrue(files.stream().noneMatch(f -> f.startsWith("engram/lab/")), e.id());
            files.forEach(f -> assertTrue(exists(f), f));
          });
    }
  }

  private static boolean exists(String file) {
    return Files.exists(House.root().resolve("core/src/main/java").resolve(file))
        || Files.exists(House.root().resolve("papers/src/main/java").resolve(file));
  }
}
