// SPDX-License-Identifier: Apache-2.0
package engram.lab.report;

import engram.lab.Paper;
import engram.lab.draw.FigureTable;
import engram.lab.draw.Markup;
import engram.lab.judge.Wording;
import engram.lab.measure.At;
import engram.lab.measure.Entry;
import engram.lab.measure.Replicate;
import engram.lab.measure.Results;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// The parts of a report that let a reader check and repeat it: differences, replicates,
/// provenance, limits, code.
final class RecordParts {
  private static final int DIGITS = 6;

  private final Markup page;
  private final ReportContent content;

  RecordParts(Markup page, ReportContent content) {
    this.page = page;
    this.content = content;
  }

  /// Authors, year, title and arXiv id.
  static String citation(Paper paper) {
    Paper.Citation c = paper.citation();
    return c.authors()
        + " ("
        + c.year()
        + "). "
        + c.title()
        + "."
        + (c.arxiv().isBlank() ? "" : " arXiv " + c.arxiv() + ".");
  }

  /// What differs from the papers' settings, and the parameters in use.
  void differences() {
    List<Paper.Difference> all =
        content.papers().stream().flatMap(p -> p.differences().stream()).toList();
    if (all.isEmpty()) {
      page.element("p", "Nothing that we know of.");
    } else {
      page.open("div", "class", "scroll").open("table");
      heads(List.of("Parameter", "Theirs", "Ours", "Why"));
      page.open("tbody");
      for (Paper.Difference d : all) {
        page.open("tr").element("th", d.parameter(), "scope", "row").element("td", d.theirs());
        page.element("td", d.ours()).element("td", d.why()).close("tr").line();
      }
      page.close("tbody").close("table").close("div");
    }
    for (ReportContent.Section s : content.sections()) {
      page.open("details");
      page.element(
          "summary", "Parameters of " + s.experiment() + " at scale " + Wording.of(s.scale()));
      Report.facts(page, s.parameters());
      page.close("details");
    }
  }

  /// The values of every replicate.
  void replicates() {
    for (ReportContent.Section s : content.sections()) {
      int n = s.results().count();
      if (n == 0) {
        page.element("p", s.experiment() + ": not run.");
        continue;
      }
      page.open("details");
      page.element("summary", s.experiment() + ": " + n + (n == 1 ? " replicate" : " replicates"))
          .line();
      FigureTable all = all(s);
      page.open("p")
          .element(
              "a",
              "Download as CSV",
              "download",
              s.experiment() + "-replicates.csv",
              "href",
              all.csvAddress());
      page.close("p");
      values(s.results());
      page.close("details").line();
    }
  }

  private void values(Results results) {
    page.open("div", "class", "scroll").open("table");
    List<String> heads = new ArrayList<>(List.of("Measure"));
    results.replicates().forEach(r -> heads.add(Integer.toString(r.index())));
    heads(heads);
    page.open("tbody").line();
    for (At key : results.keys()) {
      page.open("tr")
          .open("th", "scope", "row")
          .element("span", key.key(), "title", key.measure().meaning());
      String unit = key.measure().unit();
      page.text(unit.equals("1") ? "" : " (" + unit + ")").close("th");
      for (int i = 0; i < results.count(); i++) {
        value(results, i, key);
      }
      page.close("tr").line();
    }
    page.open("tr").element("th", "digest", "scope", "row");
    for (Replicate replicate : results.replicates()) {
      page.open("td", "class", "n").element("code", replicate.digest().substring(0, 8)).close("td");
    }
    page.close("tr").close("tbody").close("table").close("div");
  }

  private void value(Results results, int i, At key) {
    OptionalDouble value = results.value(i, key);
    int points = results.series(i, key).size();
    String divergence = results.divergence(i, key);
    if (value.isPresent()) {
      page.element("td", DataNumber.text(value.getAsDouble(), DIGITS), "class", "n");
    } else if (!divergence.isEmpty()) {
      page.element("td", "diverged: " + divergence);
    } else {
      page.element("td", points > 0 ? points + " points" : "–", "class", "n");
    }
  }

  private static FigureTable all(ReportContent.Section section) {
    List<List<Object>> rows = new ArrayList<>();
    for (Replicate replicate : section.results().replicates()) {
      String index = Integer.toString(replicate.index());
      for (Entry entry : replicate.entries()) {
        switch (entry) {
          case Entry.Value v -> rows.add(List.of(index, v.key().key(), "", v.value(), ""));
          case Entry.Point p -> rows.add(List.of(index, p.key().key(), p.x(), p.y(), ""));
          case Entry.Diverged d -> rows.add(List.of(index, d.key().key(), "", "", d.why()));
          case Entry.Row r -> rows.add(List.of(index, r.table(), "", "", r.cells().toString()));
        }
      }
    }
    return new FigureTable(
        section.experiment(), List.of("replicate", "key", "x", "value", "note"), rows);
  }

  /// What it takes to repeat the run.
  void provenance() {
    Report.facts(page, content.provenance());
  }

  /// What the report does not show.
  void limits() {
    List<String> all = content.papers().stream().flatMap(p -> p.limits().stream()).toList();
    if (all.isEmpty()) {
      page.element("p", "Nothing beyond the claims above was asked.");
      return;
    }
    page.open("ul");
    all.forEach(limit -> page.element("li", limit).line());
    page.close("ul");
  }

  /// Where each equation stands in the code, and what to cite.
  void code() {
    if (!content.codeMap().isEmpty()) {
      page.open("div", "class", "scroll").open("table");
      heads(List.of("Paper", "Class", "Test"));
      page.open("tbody").line();
      for (ReportContent.Place place : content.codeMap()) {
        page.open("tr").element("th", place.at(), "scope", "row");
        where(place.type(), place.typeAt());
        where(place.test(), place.testAt());
        page.close("tr").line();
      }
      page.close("tbody").close("table").close("div");
    }
    page.element("h3", "Cite");
    content.papers().forEach(paper -> page.element("p", citation(paper)));
  }

  private void where(String name, String place) {
    page.open("td").text(name.isEmpty() ? "–" : name).single("br");
    page.element("span", place, "class", "id").close("td");
  }

  private void heads(List<String> heads) {
    page.open("thead").open("tr");
    heads.forEach(head -> page.element("th", head, "scope", "col"));
    page.close("tr").close("thead");
  }
}
