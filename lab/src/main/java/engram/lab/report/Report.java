// SPDX-License-Identifier: Apache-2.0
package engram.lab.report;

import engram.lab.Paper;
import engram.lab.draw.FigureJson;
import engram.lab.draw.FigureSvg;
import engram.lab.draw.Markup;
import engram.lab.draw.Resource;
import engram.lab.figure.Mark;
import engram.lab.judge.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A report as one HTML file that needs no network: verdicts first, then what they stand on.
///
/// ```java
/// Files.writeString(folder.resolve("report.html"), Report.html(content));
/// ```
public final class Report {
  /// No part of the file may come from elsewhere, whatever an experiment puts into its names.
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data: blob:";

  private final ReportContent content;
  private final String index;
  private final String stale;
  private final Markup page = new Markup();

  private Report(ReportContent content, String index, String stale) {
    this.content = content;
    this.index = index;
    this.stale = stale;
  }

  /// The report's file.
  public static String html(ReportContent content) {
    return new Report(content, "", "").write();
  }

  /// The report as a page of a site: its figures stand still, and it needs no script.
  ///
  /// @param index the address of the page that leads here
  /// @param stale which verdicts are those of an older commit, and why; empty if none are
  public static String still(ReportContent content, String index, String stale) {
    return new Report(content, index, stale).write();
  }

  private boolean live() {
    return index.isEmpty();
  }

  private record Part(String id, String title, Runnable write) {}

  private String write() {
    List<Part> parts = parts();
    page.raw("<!DOCTYPE html>\n").open("html", "lang", "en").line();
    head();
    page.open("body").open("header");
    brand();
    page.element("h1", content.title());
    content.papers().forEach(this::source);
    page.element("p", Wording.of(content.verdicts()), "class", "counts");
    if (!stale.isEmpty()) {
      page.element("p", stale, "class", "soft");
    }
    page.close("header").line().open("nav", "aria-label", "Parts").open("ol");
    for (Part part : parts) {
      page.open("li").element("a", part.title(), "href", "#" + part.id()).close("li");
    }
    page.close("ol").close("nav").line().open("main");
    for (Part part : parts) {
      page.line().open("section", "id", part.id()).element("h2", part.title());
      part.write().run();
      page.close("section");
    }
    page.close("main").line();
    page.element("footer", "Drawn from stored measurements; nothing was run for this page.");
    if (live()) {
      scripts();
    }
    return page.close("body").close("html").line().toString();
  }

  private void brand() {
    page.open("p", "class", "brand");
    if (live()) {
      page.text("Engram report");
    } else {
      page.element("a", "Engram ledger", "href", index);
    }
    page.close("p");
  }

  private List<Part> parts() {
    ClaimParts claims = new ClaimParts(page, content);
    RecordParts records = new RecordParts(page, content);
    List<Part> parts = new ArrayList<>();
    parts.add(new Part("verdicts", "Verdicts", claims::verdicts));
    parts.add(new Part("claims", "Claims", claims::table));
    parts.add(new Part("controls", "Controls", new ControlStrips(page, content)::write));
    parts.add(new Part("figures", "Figures", new FigurePart(page, content, live())::write));
    parts.add(
        new Part("differences", "What differs from the paper’s setting", records::differences));
    parts.add(new Part("replicates", "Every replicate", records::replicates));
    parts.add(new Part("provenance", "Provenance", records::provenance));
    Part limits = new Part("limits", "What this does not show", records::limits);
    parts.add(content.onlyConstruction() ? 0 : parts.size(), limits);
    parts.add(new Part("code", "Code and citation", records::code));
    return parts;
  }

  private void head() {
    page.open("head").single("meta", "charset", "utf-8");
    page.single("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    page.single("meta", "name", "color-scheme", "content", "light dark");
    page.single("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
    page.element("title", content.title() + " · Engram");
    page.open("style")
        .raw("\n" + Resource.beside(Report.class, "report.css") + FigureSvg.style())
        .close("style");
    page.close("head").line();
  }

  private void source(Paper paper) {
    String title = paper.citation().title();
    String source = RecordParts.citation(paper);
    boolean known = title.equals(content.title());
    page.element("p", known ? source.replace(title + ". ", "") : source, "class", "lead");
    page.element("p", "Read: " + paper.read(), "class", "soft");
  }

  private void scripts() {
    boolean any =
        content.sections().stream()
            .flatMap(s -> s.figures().stream())
            .anyMatch(f -> f.marks().stream().noneMatch(Mark.ImageGrid.class::isInstance));
    if (any) {
      for (String script : FigureJson.scripts()) {
        page.line().open("script").raw("\n" + script).close("script");
      }
      page.line();
    }
  }

  /// Names and values, one a line.
  static void facts(Markup page, Map<String, String> facts) {
    page.open("dl", "class", "facts");
    facts.forEach((name, value) ->
        page.element("dt", name).open("dd").element("code", value).close("dd").line());
    page.close("dl");
  }
}
