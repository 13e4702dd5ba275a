// SPDX-License-Identifier: Apache-2.0
package engram.verify;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.lab.Study;
import engram.lab.judge.Wording;
import engram.lab.ledger.Ledger;
import engram.lab.ledger.LedgerRow;
import engram.lab.ledger.LedgerSite;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/// Holds the committed results, the claims in the code and `docs/claims.md` together. That each of
/// these checks can fail is shown in [LedgerJourneyTest].
final class LedgerTest {
  private static List<LedgerRow> rows() {
    Ledger ledger = Ledger.read(House.root());
    List<LedgerRow> rows = new ArrayList<>();
    LedgerProblems.studies(House.root()).forEach(study -> rows.addAll(ledger.rows(study)));
    return rows;
  }

  @Test
  void rowsExperimentsAndClaimsAgree() {
    assertEquals(List.of(), LedgerProblems.of(House.root(), LedgerProblems.studies(House.root())));
    assertTrue(rows().size() >= 24, "some claims were read");
  }

  /// The README's table of counts, a line a paper.
  @Test
  void theReadmeCountsWhatTheLedgerHas() {
    String readme = House.text(House.root().resolve("README.md"));
    Map<String, List<LedgerRow>> papers =
        rows().stream().collect(groupingBy(row -> row.paper().slug()));
    papers.forEach((slug, rows) -> {
      String line = "| `" + slug + "` |" + counts(rows);
      assertTrue(readme.contains(line), "README must have " + line);
    });
    assertTrue(readme.contains("| together |" + counts(rows())), "together" + counts(rows()));
  }

  /// Holds, holds but explained, fails, undecided, not tested.
  private static String counts(List<LedgerRow> rows) {
    List<String> words = rows.stream().map(row -> Wording.of(row.verdict())).toList();
    return Stream.of("holds", "holds, but", "fails", "undecided", "not tested")
        .map(word -> " " + Collections.frequency(words, word) + " |")
        .collect(joining());
  }

  @Test
  void whatIsStaleIsSaid(TestReporter reporter) {
    String page = House.text(House.root().resolve("docs/claims.md"));
    for (LedgerRow row : rows()) {
      if (!row.stale().isEmpty()) {
        reporter.publishEntry(row.name(), "stale: " + String.join(", ", row.stale()));
        assertTrue(page.contains("**stale**: "), row.name());
      }
    }
  }

  @Test
  void theSiteHasAPageForEachPaperAndNoDeadLink() {
    Map<String, String> files = LedgerSite.files(rows(), _ -> List.of());
    assertEquals(LedgerProblems.studies(House.root()).size() + 1, files.size());
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
    for (Study study : LedgerProblems.studies(House.root())) {
      study
          .experiments()
          .forEach(e -> {
            Set<String> files = ledger.sources(e).files().keySet();
            assertTrue(files.stream().anyMatch(f -> f.startsWith("engram/paper/")), e.id());
            assertTrue(files.contains("engram/random/Seeds.java"), e.id());
            assertEquals(
                files.stream().anyMatch(LedgerTest::isFacadeOfLoops),
                files.contains("engram/kernel/internal/ScalarLoops.java")
                    && files.contains("engram/kernel/internal/VectorLoops.java"),
                e.id());
            assertTrue(files.stream().noneMatch(f -> f.startsWith("engram/lab/")), e.id());
            files.forEach(f -> assertTrue(exists(f), f));
          });
    }
  }

  /// Facades that choose between the scalar and the vector form: whoever comes from one of them
  /// comes from both forms.
  private static boolean isFacadeOfLoops(String file) {
    return Set.of(
            "engram/kernel/Doubles.java",
            "engram/kernel/Floats.java",
            "engram/kernel/DoubleRows.java",
            "engram/kernel/FloatRows.java",
            "engram/kernel/Kernels.java")
        .contains(file);
  }

  private static boolean exists(String file) {
    return Files.exists(House.root().resolve("core/src/main/java").resolve(file))
        || Files.exists(House.root().resolve("papers/src/main/java").resolve(file))
        || Files.exists(House.root().resolve("core/src/main/resources").resolve(file));
  }
}
