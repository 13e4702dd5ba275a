// SPDX-License-Identifier: Apache-2.0
package engram.lab.report;

import engram.lab.claim.PassLine;
import engram.lab.draw.AxisScale;
import engram.lab.draw.FigureSvg;
import engram.lab.draw.FigureTable;
import engram.lab.draw.Markup;
import engram.lab.figure.Axis;
import engram.lab.judge.Finding;
import engram.lab.judge.Verdict;
import engram.lab.judge.Wording;
import engram.stats.Interval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The part of a report that draws each claim and its controls on the same axis, each with the
/// region in which it would pass. Drawn by style sheet alone: it needs no script.
final class ControlStrips {
  private final Markup page;
  private final ReportContent content;

  private record Row(
      String name, boolean control, PassLine pass, LineText line, Interval interval) {}

  ControlStrips(Markup page, ReportContent content) {
    this.page = page;
    this.content = content;
  }

  void write() {
    page.element(
        "p",
        "Filled: the claim. Hollow: what could explain it away. Whiskers are 95 % intervals; the"
            + " shaded region is where each must lie for the claim to stand.",
        "class",
        "soft");
    for (Verdict verdict : content.verdicts()) {
      Map<String, List<Row>> rows = rows(verdict);
      if (!rows.isEmpty()) {
        page.line().open("h3").text(verdict.claim().says() + " ");
        page.element("span", Wording.of(verdict), "class", "beside").close("h3");
        rows.forEach(this::strips);
      }
    }
  }

  private static Map<String, List<Row>> rows(Verdict verdict) {
    Map<String, List<Row>> rows = new LinkedHashMap<>();
    verdict.findings().forEach(f -> add(rows, "claim", false, f));
    for (Verdict.ControlFinding control : verdict.controls()) {
      control.findings().forEach(f -> add(rows, control.control().name(), true, f));
    }
    return rows;
  }

  private static void add(Map<String, List<Row>> rows, String name, boolean control, Finding f) {
    LineText line = LineText.of(f.line());
    String axis = new Axis(line.quantity(), line.unit(), Axis.Spacing.LINEAR).title();
    f.interval()
        .ifPresent(i ->
            rows.computeIfAbsent(axis, _ -> new ArrayList<>())
                .add(new Row(name, control, f.line(), line, i)));
  }

  private void strips(String axis, List<Row> rows) {
    AxisScale scale = scale(rows);
    page.open("div", "class", "strips").line();
    for (Row row : rows) {
      strip(row, scale);
    }
    page.open("div", "class", "strip").open("div", "class", "scale", "aria-hidden", "true");
    for (AxisScale.Tick tick : scale.ticks()) {
      page.element("span", tick.label(), "style", "left:" + percent(scale.share(tick.value())));
    }
    page.element("span", axis, "class", "name").close("div").close("div").close("div");
  }

  private void strip(Row row, AxisScale scale) {
    String number = Wording.of(row.interval(), row.line().unit());
    page.open("div", "class", row.control() ? "strip control" : "strip")
        .open("div", "class", "who");
    page.element("span", row.name()).text(" ").element("span", number, "class", "number");
    page.single("br");
    page.element("span", Wording.of(row.pass()), "class", "id").close("div");
    page.open(
        "div",
        "class",
        "track",
        "role",
        "img",
        "aria-label",
        number + "; " + Wording.of(row.pass()));
    span("pass", place(scale, row.line().low()), place(scale, row.line().high()));
    for (AxisScale.Tick tick : scale.ticks()) {
      page.element(
          "span", "", "class", "tick", "style", "left:" + percent(scale.share(tick.value())));
    }
    span("whisker", place(scale, row.interval().low()), place(scale, row.interval().high()));
    String middle = percent(place(scale, row.interval().middle()));
    page.element("span", "", "class", "dot", "style", "left:" + middle);
    page.close("div").close("div").line();
  }

  private void span(String kind, double from, double to) {
    if (from <= to) {
      String style = "left:" + percent(from) + ";width:" + percent(to - from);
      page.element("span", "", "class", kind, "style", style);
    }
  }

  private static AxisScale scale(List<Row> rows) {
    List<Double> all = new ArrayList<>();
    for (Row row : rows) {
      Interval i = row.interval();
      all.addAll(List.of(i.low(), i.middle(), i.high(), row.line().low(), row.line().high()));
    }
    List<Double> finite = all.stream().filter(Double::isFinite).toList();
    boolean positive = finite.stream().allMatch(v -> v > 0);
    boolean wide = positive && FigureTable.most(finite) > 500 * FigureTable.least(finite);
    Axis axis = wide ? Axis.log("", "1") : Axis.linear("", "1");
    return AxisScale.covering(axis, List.of(finite)).padded(0.06);
  }

  private static double place(AxisScale scale, double value) {
    if (value == Double.POSITIVE_INFINITY) {
      return 1;
    }
    double share = scale.share(value);
    return Double.isFinite(share) ? Math.clamp(share, 0, 1) : 0;
  }

  private static String percent(double share) {
    return FigureSvg.at(share * 100) + "%";
  }
}
