// SPDX-License-Identifier: Apache-2.0
package engram.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.lab.Study;
import engram.lab.judge.Amendments;
import engram.lab.judge.ClaimsLock;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Every claim of every study is frozen as it stands. New claims: `./engram claims freeze`.
final class ClaimsFrozenTest {
  private static final List<Study> STUDIES =
      ServiceLoader.load(Study.class).stream().map(ServiceLoader.Provider::get).toList();

  @Test
  void everyClaimIsFrozenAsItStands() {
    ClaimsLock lock = ClaimsLock.read(Repository.file("papers/claims.lock"));
    Amendments amendments = Amendments.read(Repository.file("docs/amendments.md"));
    String problems =
        lock.check(STUDIES, amendments, LocalDate.now(ZoneOffset.UTC)).stream()
            .map(ClaimsLock.Problem::message)
            .collect(Collectors.joining("\n"));
    assertEquals("", problems);
  }

  @Test
  void formatIsExplainedWhereEntriesAreWritten() throws Exception {
    String text = Files.readString(Repository.file("docs/amendments.md"));
    for (String point : List.of("- before: ", "- after: ", "- why: ", "- results seen by: ")) {
      assertTrue(text.contains(point), point);
    }
  }
}
