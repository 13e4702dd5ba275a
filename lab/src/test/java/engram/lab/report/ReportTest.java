// SPDX-License-Identifier: Apache-2.0
package engram.lab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.lab.claim.Claim;
import engram.lab.claim.Evidence;
import engram.lab.claim.Outcome;
import engram.lab.claim.Scale;
import engram.lab.draw.FigureJson;
import engram.lab.draw.FigureSvg;
import engram.lab.figure.Figure;
import engram.lab.judge.Verdict;
import engram.lab.judge.Wording;
import engram.lab.measure.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReportTest {
  private static final Set<String> VOID = Set.of("meta", "br", "img");
  private static final String HOSTILE = "</script><img src=x onerror=alert(1)>\"'&";

  /// Also leaves the sample and its pictures for the eye: target/sample-report.html.
  @Test
  void isOneWholeFileOfSaneSize() throws IOException {
    ReportContent content = Samples.content("trained", Samples.paper().citation().title());
    Path file = Path.of("target", "sample-report.html");
    Files.createDirectories(file.getParent());
    Files.writeString(file, Report.html(content));
    for (Figure figure : content.sections().getFirst().figures()) {
      Files.writeString(
          Path.of("target", "sample-" + figure.id() + ".svg"), FigureSvg.file(figure));
    }
    long size = Files.size(file);
    assertTrue(size > 1_000_000 && size < 1_500_000, "size was " + size);
  }

  @Test
  void everyElementIsClosedInItsTurnWithoutScript() {
    Deque<String> open = new ArrayDeque<>();
    Matcher tag =
        Pattern.compile("<(/?)([a-zA-Z][a-z0-9A-Z]*)[^>]*?(/?)>").matcher(body("trained", "t"));
    int seen = 0;
    while (tag.find()) {
      seen++;
      String name = tag.group(2);
      if (!tag.group(1).isEmpty()) {
        assertEquals(open.pop(), name);
      } else if (!VOID.contains(name) && tag.group(3).isEmpty()) {
        open.push(name);
      }
    }
    assertTrue(open.isEmpty(), "open: " + open);
    assertTrue(seen > 2000, "seen: " + seen);
  }

  @Test
  void hasThePartsInOrder() {
    assertEquals(
        List.of(
            "verdicts",
            "claims",
            "controls",
            "figures",
            "differences",
            "replicates",
            "provenance",
            "limits",
            "code"),
        parts(Report.html(Samples.content("trained", "t"))));
  }

  @Test
  void saysEachVerdictWithWhatMustStandBesideIt() {
    String html = body("trained", "t");
    assertTrue(html.contains("But explained by nearest class mean"));
    assertTrue(html.contains("About 14 more replicates would decide it."));
    assertTrue(html.contains("Data set mnist is missing: engram data path mnist."));
    assertTrue(html.contains("0.942 [0.931, 0.953]"));
    assertTrue(html.contains("n\u00a0=\u00a08"));
    assertTrue(
        html.contains(
            "mean of accuracy in &#39;trained&#39; at least 0.9 (ours, before the first run)"));
    assertTrue(html.contains("diverged: step 12, 1e300"));
  }

  @Test
  void namesTheFiveWordsOfVerdictsAndCountsThem() {
    List<Verdict> verdicts = Samples.verdicts("trained");
    assertEquals(
        List.of("holds", "holds, but", "fails", "undecided", "not tested"),
        verdicts.stream().map(Wording::of).toList());
    assertEquals(
        "1 holds, 1 but explained, 1 fails, 1 undecided, 1 not tested", Wording.of(verdicts));
  }

  @Test
  void eachFigureHasAPictureASentenceAndItsData() {
    String html = body("trained", "t");
    assertEquals(7, count(html, "<svg xmlns"));
    assertEquals(8, count(html, "<p class=\"see\">"));
    assertEquals(11, count(html, "<details class=\"data\">"));
    assertEquals(8, count(html, "<img "));
    assertEquals(12, count(html, "href=\"data:text/csv"));
  }

  @Test
  void hostileNamesStayText() {
    String html = Report.html(Samples.content(HOSTILE, HOSTILE));
    assertFalse(html.contains("<img src=x"));
    String safe = "&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;";
    assertTrue(html.contains("<h1>" + safe + "</h1>"));
    assertTrue(html.contains("accuracy@" + safe));
    assertEquals(9, count(html, "</script>"), "two scripts and seven figures");
  }

  @Test
  void nothingIsFetchedFromElsewhere() {
    String html = Report.html(Samples.content("trained", "t"));
    String own = html.replace(FigureJson.scripts().getFirst(), "");
    assertFalse(Pattern.compile("(src|href)=\"(?!data:|#)").matcher(own).find());
    assertFalse(
        Pattern.compile("url\\(|@import|https?://(?!www.w3.org/2000/svg)").matcher(own).find());
    assertTrue(own.contains("default-src &#39;none&#39;"));
  }

  @Test
  void theDrawingLibraryCannotEndItsScript() {
    assertFalse(
        Pattern.compile("(?i)</script|<!--").matcher(FigureJson.scripts().getFirst()).find());
  }

  @Test
  void withoutReplicatesOrFiguresThePageIsWholeAndSmall() {
    Verdict verdict =
        Samples.verdict(
            Samples.verdicts("a").getFirst().claim(),
            Outcome.NOT_TESTED,
            Optional.empty(),
            Outcome.NOT_TESTED,
            Optional.empty(),
            0,
            "Data missing.");
    String html =
        Report.html(
            new ReportContent(
                "t",
                List.of(
                    new ReportContent.Section(
                        Samples.paper(),
                        "e",
                        Scale.SMALL,
                        Map.of(),
                        new Results(List.of()),
                        List.of(verdict),
                        List.of())),
                Map.of(),
                List.of()));
    assertTrue(html.contains("e: not run."));
    assertTrue(html.length() < 40_000, "length was " + html.length());
    assertFalse(html.contains("<script"));
  }

  @Test
  void withoutAnythingThePageSaysSo() {
    String html = Report.html(new ReportContent("nothing", List.of(), Map.of(), List.of()));
    assertTrue(html.contains("No claim was judged."));
    assertTrue(html.contains("0 hold, 0 but explained"));
  }

  @Test
  void whatCanOnlyBeBuiltBeginsWithWhatItDoesNotShow() {
    Claim claim = Samples.verdicts("a").getFirst().claim();
    Claim construction =
        new Claim(
            claim.id(),
            claim.says(),
            claim.published(),
            claim.expected(),
            claim.line(),
            claim.lineFrom(),
            Evidence.CONSTRUCTION,
            8,
            Scale.SMALL,
            claim.controls());
    Verdict verdict =
        Samples.verdict(
            construction,
            Outcome.NOT_TESTED,
            Optional.empty(),
            Outcome.NOT_TESTED,
            Optional.empty(),
            0,
            "");
    ReportContent content =
        new ReportContent(
            "t",
            List.of(
                new ReportContent.Section(
                    Samples.paper(),
                    "e",
                    Scale.SMALL,
                    Map.of(),
                    new Results(List.of()),
                    List.of(verdict),
                    List.of())),
            Map.of(),
            List.of());
    assertEquals("limits", parts(Report.html(content)).getFirst());
  }

  @Test
  void isAFunctionOfItsContent() {
    assertEquals(
        Report.html(Samples.content("trained", "t")), Report.html(Samples.content("trained", "t")));
  }

  private static String body(String arm, String title) {
    String html = Report.html(Samples.content(arm, title));
    return html.substring(html.indexOf("<body>") + 6, html.lastIndexOf("</body>"))
        .replaceAll("(?s)<script.*?</script>", "");
  }

  private static List<String> parts(String html) {
    return Pattern.compile("<section id=\"([a-z]+)\"")
        .matcher(html)
        .results()
        .map(m -> m.group(1))
        .toList();
  }

  private static int count(String text, String part) {
    return (text.length() - text.replace(part, "").length()) / part.length();
  }
}
