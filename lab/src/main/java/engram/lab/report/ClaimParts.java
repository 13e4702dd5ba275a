// SPDX-License-Identifier: Apache-2.0
package engram.lab.report;

import engram.lab.claim.Claim;
import engram.lab.claim.Outcome;
import engram.lab.claim.Published;
import engram.lab.draw.Markup;
import engram.lab.judge.Finding;
import engram.lab.judge.Verdict;
import engram.lab.judge.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The parts of a report that say what became of each claim: the verdicts and the claims' table.
final class ClaimParts {
  private final Markup page;
  private final ReportContent content;

  ClaimParts(Markup page, ReportContent content) {
    this.page = page;
    this.content = content;
  }

  /// A sentence a claim.
  void verdicts() {
    if (content.verdicts().isEmpty()) {
      page.element("p", "No claim was judged.");
      return;
    }
    page.open("ul", "class", "verdicts").line();
    for (Verdict verdict : content.verdicts()) {
      page.open("li");
      word(page, "p", verdict);
      page.open("div").open("p").text(verdict.claim().says()).close("p");
      String because = because(verdict);
      if (!because.isEmpty()) {
        page.element("p", because, "class", "soft");
      }
      page.close("div").close("li").line();
    }
    page.close("ul");
  }

  /// What a reader must know beside the word; empty where the word says it all.
  static String because(Verdict verdict) {
    List<String> sentences = new ArrayList<>();
    for (Verdict.ControlFinding control : verdict.controls()) {
      if (verdict.explainedAway() && control.outcome() == Outcome.FAILS) {
        sentences.add(
            "But explained by "
                + control.control().name()
                + measured(control.findings()).map(m -> ": " + m).orElse("")
                + ".");
      }
    }
    String more = "about " + verdict.moreReplicates() + " more replicates";
    if (!verdict.note().isBlank() && !verdict.note().equals(more)) {
      sentences.add(sentence(verdict.note()));
    }
    if (verdict.outcome() == Outcome.UNDECIDED && verdict.moreReplicates() > 0) {
      sentences.add(sentence(more + " would decide it"));
    }
    return String.join(" ", sentences);
  }

  private static String sentence(String note) {
    String end = note.endsWith(".") ? "" : ".";
    return note.substring(0, 1).toUpperCase(Locale.ROOT) + note.substring(1) + end;
  }

  /// The claims' table.
  void table() {
    if (content.verdicts().isEmpty()) {
      page.element("p", "No claim was judged.");
      return;
    }
    page.open("table", "class", "claims").open("thead").open("tr");
    for (String head : List.of("Claim", "Published", "Measured here", "Verdict", "Control")) {
      page.element("th", head, "scope", "col");
    }
    page.close("tr").close("thead").line();
    for (ReportContent.Section section : content.sections()) {
      section.verdicts().forEach(verdict -> claim(section, verdict));
    }
    page.close("table");
  }

  private void claim(ReportContent.Section section, Verdict verdict) {
    Claim claim = verdict.claim();
    page.open("tbody").open("tr").open("th", "scope", "row");
    page.element("span", claim.says(), "class", "says");
    page.element("span", section.paper().slug() + "/" + claim.id(), "class", "id").close("th");
    page.open("td", "data-head", "Published").element("p", claim.published().figure());
    page.element("p", source(claim.published()), "class", "id").close("td");
    page.open("td", "data-head", "Measured here");
    findings(verdict.findings());
    page.close("td").open("td", "data-head", "Verdict");
    word(page, "p", verdict);
    page.close("td").open("td", "data-head", "Control");
    verdict.controls().forEach(this::control);
    page.close("td").close("tr").line().open("tr", "class", "more").open("td", "colspan", "5");
    more(section, verdict);
    page.close("td").close("tr").close("tbody").line();
  }

  private void more(ReportContent.Section section, Verdict verdict) {
    Claim claim = verdict.claim();
    page.open("dl");
    fact("Holds if", Wording.of(claim.line()) + " (" + Wording.of(claim.lineFrom()) + ")");
    fact("Evidence", Wording.of(claim.evidence()) + ", at scale " + Wording.of(section.scale()));
    fact("Expected", claim.expected());
    fact("Came", measured(verdict.findings()).orElse("nothing was measured"));
    page.close("dl");
  }

  private void fact(String name, String text) {
    page.element("dt", name).element("dd", text);
  }

  private static String source(Published published) {
    String known = Wording.of(published.known());
    return published.where().isEmpty() || published.where().equals("abstract")
        ? known
        : published.where() + ", " + known;
  }

  private void control(Verdict.ControlFinding control) {
    page.open("p").text(control.control().name()).close("p");
    findings(control.findings());
    page.element("p", controlWord(control.outcome()), "class", "id");
  }

  /// What a control's outcome means for the claim.
  static String controlWord(Outcome outcome) {
    return switch (outcome) {
      case HOLDS -> "does not explain it";
      case FAILS -> "explains it";
      case UNDECIDED -> "undecided";
      case NOT_TESTED -> "not tested";
    };
  }

  private void findings(List<Finding> findings) {
    boolean any = false;
    for (Finding finding : findings) {
      Optional<String> number = number(finding);
      if (number.isPresent()) {
        any = true;
        page.open("p").element("span", number.get(), "class", "number").close("p");
        page.element(
            "p", LineText.of(finding.line()).subject() + ", " + count(finding), "class", "id");
      } else if (!finding.note().isBlank()) {
        any = true;
        page.element("p", finding.note(), "class", "id");
      }
    }
    if (!any) {
      page.element("p", "–");
    }
  }

  /// All that was found on a line, in words; empty where nothing could be estimated.
  static Optional<String> measured(List<Finding> findings) {
    List<String> texts =
        findings.stream()
            .flatMap(f ->
                number(f).stream()
                    .map(n -> LineText.of(f.line()).subject() + " = " + n + ", " + count(f)))
            .toList();
    return texts.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", texts));
  }

  private static Optional<String> number(Finding finding) {
    String unit = LineText.of(finding.line()).unit();
    return finding.interval().map(i -> Wording.of(i, unit));
  }

  private static String count(Finding finding) {
    return "n\u00a0=\u00a0"
        + finding.replicates()
        + (finding.diverged() > 0 ? ", " + finding.diverged() + "\u00a0diverged" : "");
  }

  /// The verdict's word behind its sign.
  static void word(Markup page, String tag, Verdict verdict) {
    page.open(tag, "class", "verdict").raw(sign(verdict)).text(Wording.of(verdict)).close(tag);
  }

  /// A small sign of one ink for each word: a filled, half, empty, dotted or crossed disc.
  private static String sign(Verdict verdict) {
    Markup svg = new Markup();
    svg.open("svg", "viewBox", "0 0 12 12", "aria-hidden", "true");
    boolean open = !verdict.plainlyHolds();
    String dash = verdict.outcome() == Outcome.UNDECIDED ? "2.2 2.2" : "none";
    boolean untested = verdict.outcome() == Outcome.NOT_TESTED;
    if (untested) {
      svg.shape("path", "d", "M2 6h8", "stroke", "currentColor", "stroke-width", "1.5");
    } else {
      svg.shape(
          "circle",
          "cx",
          "6",
          "cy",
          "6",
          "r",
          "5",
          "fill",
          open ? "none" : "currentColor",
          "stroke",
          "currentColor",
          "stroke-width",
          "1.5",
          "stroke-dasharray",
          dash);
    }
    if (verdict.explainedAway()) {
      svg.shape("path", "d", "M6 1a5 5 0 0 0 0 10Z", "fill", "currentColor");
    }
    return svg.close("svg").toString();
  }
}
