// SPDX-License-Identifier: Apache-2.0
package engram.lab.report;

import engram.lab.draw.FigureJson;
import engram.lab.draw.FigureSvg;
import engram.lab.draw.FigureTable;
import engram.lab.draw.ImageSheet;
import engram.lab.draw.Markup;
import engram.lab.figure.Figure;
import engram.lab.figure.Mark;
import java.util.List;

/// The part of a report that shows the figures: a static picture that the script replaces, what to
/// see, and the data beneath.
final class FigurePart {
  private static final int MOST_ROWS = 2000;
  private static final int DIGITS = 5;

  private final Markup page;
  private final ReportContent content;
  private final boolean live;

  /// @param live whether a script is to draw the figures anew
  FigurePart(Markup page, ReportContent content, boolean live) {
    this.page = page;
    this.content = content;
    this.live = live;
  }

  void write() {
    List<Figure> all = content.sections().stream().flatMap(s -> s.figures().stream()).toList();
    if (all.isEmpty()) {
      page.element("p", "There are no figures: nothing was measured that could be drawn.");
    }
    for (ReportContent.Section section : content.sections()) {
      section.figures().forEach(figure -> figure(section.experiment(), figure));
    }
  }

  private void figure(String experiment, Figure figure) {
    List<Mark.ImageGrid> grids =
        figure.marks().stream()
            .filter(Mark.ImageGrid.class::isInstance)
            .map(Mark.ImageGrid.class::cast)
            .toList();
    page.line()
        .raw(
            grids.isEmpty() && live
                ? "<figure class=\"plot\" data-live>"
                : "<figure class=\"plot\">");
    page.open("figcaption").element("h3", figure.title());
    page.element("p", figure.see(), "class", "see").close("figcaption");
    if (grids.isEmpty()) {
      page.open("div", "class", "still").raw(FigureSvg.inline(figure)).close("div").line();
    }
    if (grids.isEmpty() && live) {
      page.element("div", "", "class", "live");
      page.raw("<script type=\"application/json\">" + FigureJson.embedded(figure) + "</script>");
    }
    grids.forEach(grid -> ImageSheet.html(page, grid));
    page.line().element("div", "", "class", "tools");
    for (FigureTable table : FigureTable.of(figure)) {
      table(page, table, experiment + "-" + figure.id());
    }
    page.raw("</figure>").line();
  }

  /// A table of data, collapsed, with its download.
  static void table(Markup page, FigureTable table, String file) {
    int shown = Math.min(MOST_ROWS, table.rows().size());
    page.open("details", "class", "data").element("summary", "Data: " + table.name());
    page.open("p")
        .element("a", "Download as CSV", "download", file + ".csv", "href", table.csvAddress());
    page.close("p");
    if (shown < table.rows().size()) {
      page.element(
          "p", "The first " + shown + " of " + table.rows().size() + " rows; the CSV has all.");
    }
    page.open("div", "class", "scroll").open("table").open("thead").open("tr");
    List<Object> first = table.rows().isEmpty() ? List.of() : table.rows().getFirst();
    for (int i = 0; i < table.columns().size(); i++) {
      boolean number = i < first.size() && first.get(i) instanceof Double;
      page.element("th", table.columns().get(i), "scope", "col", "class", number ? "n" : "t");
    }
    page.close("tr").close("thead").open("tbody").line();
    for (List<Object> row : table.rows().subList(0, shown)) {
      page.open("tr");
      row.forEach(cell -> cell(page, cell));
      page.close("tr").line();
    }
    page.close("tbody").close("table").close("div").close("details").line();
  }

  private static void cell(Markup page, Object cell) {
    if (cell instanceof Double number) {
      page.element("td", number.isNaN() ? "" : DataNumber.text(number, DIGITS), "class", "n");
    } else {
      page.element("td", cell.toString());
    }
  }
}
