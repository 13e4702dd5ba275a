// SPDX-License-Identifier: Apache-2.0
package engram.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.cli.run.CodeMap;
import engram.lab.Study;
import engram.lab.report.ReportContent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Equation, experiment, test: every place of a paper that is implemented is also tested, under the
/// same mark.
final class CodeMapTest {
  private static final Path ROOT = Repository.file("");

  static List<Study> studies() {
    return Studies.all();
  }

  @ParameterizedTest
  @MethodSource("studies")
  void everyPaperIsImplementedSomewhere(Study study) {
    assertFalse(CodeMap.of(ROOT, study.paper().slug()).isEmpty(), study.paper().slug());
  }

  @ParameterizedTest
  @MethodSource("studies")
  void everyImplementedPlaceIsTested(Study study) {
    String untested =
        CodeMap.of(ROOT, study.paper().slug()).stream()
            .filter(p -> p.test().isEmpty())
            .map(ReportContent.Place::toString)
            .collect(Collectors.joining("\n"));
    assertEquals("", untested);
  }

  @Test
  void everyMarkNamesAPaperAndALine() throws Exception {
    Set<String> slugs =
        Studies.all().stream().map(s -> s.paper().slug()).collect(Collectors.toSet());
    for (CodeMap.Mark mark : CodeMap.marks(ROOT)) {
      assertTrue(slugs.contains(mark.slug()), mark + " names no paper");
      String line = Files.readAllLines(ROOT.resolve(mark.file())).get(mark.line() - 1);
      assertTrue(line.contains(mark.type()), mark + ": " + line);
    }
  }
}
