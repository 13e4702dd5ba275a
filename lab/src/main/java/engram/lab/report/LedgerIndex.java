// SPDX-License-Identifier: Apache-2.0
package engram.lab.report;

import engram.lab.Paper;
import engram.lab.claim.Claim;
import engram.lab.claim.Known;
import engram.lab.draw.Markup;
import engram.lab.draw.Resource;
import engram.lab.judge.Verdict;
import engram.lab.judge.Wording;
import java.util.List;

/// The first page of the ledger's site: every claim of every paper in one table each, with what was
/// expected beside what came.
public final class LedgerIndex {
  private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

  private final Markup page = new Markup();

  /// A paper's part.
  ///
  /// @param paper the paper
  /// @param address its page
  /// @param lines one a claim
  public record Entry(Paper paper, String address, List<Line> lines) {
    /// Copies.
    public Entry {
      lines = List.copyOf(lines);
    }
  }

  /// A claim's line.
  ///
  /// @param claim the claim
  /// @param verdict what it comes to
  /// @param came what was measured, part by part, in words
  /// @param controls what each control came to, in words
  /// @param provenance when, where and with what; empty if nothing is committed
  /// @param stale why it no longer speaks of this code; empty if it does
  public record Line(
      Claim claim,
      Verdict verdict,
      List<String> came,
      List<String> controls,
      String provenance,
      String stale) {
    /// Copies.
    public Line {
      came = List.copyOf(came);
      controls = List.copyOf(controls);
    }
  }

  private LedgerIndex() {}

  /// The page.
  ///
  /// @param counts the sentence of counts
  public static String html(List<Entry> entries, String counts) {
    return new LedgerIndex().write(entries, counts);
  }

  private String write(List<Entry> entries, String counts) {
    page.raw("<!DOCTYPE html>\n").open("html", "lang", "en").line();
    page.open("head").single("meta", "charset", "utf-8");
    page.single("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    page.single("meta", "name", "color-scheme", "content", "light dark");
    page.single("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
    page.element("title", "Engram ledger");
    page.open("style")
        .raw("\n" + Resource.beside(Report.class, "report.css"))
        .close("style")
        .close("head")
        .line();
    page.open("body").open("header").element("p", "Engram", "class", "brand");
    page.element("h1", "The ledger");
    page.element(
        "p",
        "Every claim of every paper: what was expected before the run, what came of it on a machine of"
            + " ours, and the controls that could explain it away.",
        "class",
        "lead");
    page.element("p", counts.strip(), "class", "counts").close("header").line();
    page.open("nav", "aria-label", "Papers").open("ol");
    for (Entry entry : entries) {
      String slug = entry.paper().slug();
      page.open("li").element("a", slug, "href", "#" + slug).close("li");
    }
    page.close("ol").close("nav").line().open("main");
    entries.forEach(this::paper);
    page.close("main").line();
    page.element("footer", "Generated from committed measurements; verdicts are computed anew.");
    return page.close("body").close("html").line().toString();
  }

  private void paper(Entry entry) {
    page.line().open("section", "id", entry.paper().slug()).open("h2");
    page.element("a", entry.paper().citation().title(), "href", entry.address()).close("h2");
    page.element("p", source(entry.paper().citation()), "class", "soft");
    page.open("table", "class", "claims").open("thead").open("tr");
    for (String head : List.of("Claim", "Expected", "Came", "Verdict", "Control")) {
      page.element("th", head, "scope", "col");
    }
    page.close("tr").close("thead").line();
    entry.lines().forEach(line -> line(entry, line));
    page.close("table").close("section").line();
  }

  private void parts(String head, List<String> parts) {
    page.open("td", "data-head", head);
    (parts.isEmpty() ? List.of("-") : parts).forEach(part -> page.element("p", part));
    page.close("td");
  }

  private static String source(Paper.Citation citation) {
    return citation.authors()
        + " ("
        + citation.year()
        + ")"
        + (citation.arxiv().isEmpty() ? "" : ", arXiv " + citation.arxiv());
  }

  private void line(Entry entry, Line line) {
    Claim claim = line.claim();
    page.open("tbody").open("tr").open("th", "scope", "row");
    page.element("span", claim.says(), "class", "says");
    page.element("span", entry.paper().slug() + "/" + claim.id(), "class", "id").close("th");
    page.element("td", claim.expected(), "data-head", "Expected");
    parts("Came", line.came());
    page.open("td", "data-head", "Verdict");
    ClaimParts.word(page, "p", line.verdict());
    if (!line.stale().isEmpty()) {
      page.element("p", "stale: " + line.stale(), "class", "id");
    }
    page.close("td");
    parts("Control", line.controls());
    page.close("tr").line();
    page.open("tr", "class", "more").open("td", "colspan", "5").open("dl");
    page.element("dt", "Published");
    page.element(
        "dd",
        claim.published().known() == Known.NOT_STATED
            ? claim.published().figure()
            : claim.published().figure() + " (" + Wording.of(claim.published().known()) + ")");
    page.element("dt", "Run");
    page.element("dd", line.provenance().isEmpty() ? "none is committed" : line.provenance());
    page.close("dl").close("td").close("tr").close("tbody").line();
  }
}
