// SPDX-License-Identifier: Apache-2.0
package engram.lab.ledger;

import engram.lab.Experiment;
import engram.lab.claim.Scale;
import engram.lab.figure.Figure;
import engram.lab.measure.Results;
import engram.lab.report.LedgerIndex;
import engram.lab.report.Report;
import engram.lab.report.ReportContent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// The ledger as a static site: an index of all claims, and a page a paper with its figures, drawn
/// from the committed measurements. No server, no script, nothing from elsewhere; the same bytes
/// for the same rows.
public final class LedgerSite {
  private LedgerSite() {}

  /// Files by name: `index.html` and `SLUG.html` for each paper.
  ///
  /// @param rows all rows, the papers in order
  /// @param codeMap where a paper's equations stand, by its slug
  public static Map<String, String> files(
      List<LedgerRow> rows, Function<String, List<ReportContent.Place>> codeMap) {
    Map<String, String> files = new TreeMap<>();
    List<LedgerIndex.Entry> entries = new ArrayList<>();
    ClaimsPage.byPaper(rows)
        .forEach((slug, of) -> {
          entries.add(new LedgerIndex.Entry(of.getFirst().paper(), slug + ".html", lines(of)));
          files.put(
              slug + ".html",
              Report.still(content(of, codeMap.apply(slug)), "index.html", stale(of)));
        });
    files.put("index.html", LedgerIndex.html(entries, ClaimsPage.counts(rows) + "."));
    return files;
  }

  private static List<LedgerIndex.Line> lines(List<LedgerRow> rows) {
    return rows.stream()
        .map(row ->
            new LedgerIndex.Line(
                row.claim(),
                row.verdict(),
                ClaimsPage.measured(row.verdict().findings()),
                ClaimsPage.controls(row.verdict()),
                row.provenance(),
                String.join(", ", row.stale())))
        .toList();
  }

  /// `Stale, true of the commit that measured them: gains (Doubles changed).`
  private static String stale(List<LedgerRow> rows) {
    List<String> claims =
        rows.stream()
            .filter(row -> !row.stale().isEmpty())
            .map(row -> row.claim().id() + " (" + String.join(", ", row.stale()) + ")")
            .toList();
    return claims.isEmpty()
        ? ""
        : "Stale, true of the commit that measured them: " + String.join(", ", claims) + ".";
  }

  private static ReportContent content(List<LedgerRow> rows, List<ReportContent.Place> codeMap) {
    Map<String, List<LedgerRow>> byExperiment = new LinkedHashMap<>();
    for (LedgerRow row : rows) {
      byExperiment.computeIfAbsent(row.experiment().id(), _ -> new ArrayList<>()).add(row);
    }
    Map<String, String> provenance = new LinkedHashMap<>();
    provenance.put("again", "./engram check " + rows.getFirst().paper().slug());
    List<ReportContent.Section> sections = new ArrayList<>();
    byExperiment
        .values()
        .forEach(of -> {
          sections.add(section(of));
          provenance.putAll(facts(of.getFirst()));
        });
    return new ReportContent(
        rows.getFirst().paper().citation().title(), sections, provenance, codeMap);
  }

  private static ReportContent.Section section(List<LedgerRow> rows) {
    LedgerRow first = rows.getFirst();
    Optional<KeptResult> kept = first.result();
    Results results = kept.map(KeptResult::results).orElse(new Results(List.of()));
    return new ReportContent.Section(
        first.paper(),
        first.experiment().id(),
        Scale.SMALL,
        kept.map(KeptResult::parameters).orElse(Map.of()),
        results,
        rows.stream().map(LedgerRow::verdict).toList(),
        figures(first, results));
  }

  /// A stale result may lack what the figures of today draw: then they are left out.
  private static List<Figure> figures(LedgerRow row, Results results) {
    if (results.count() == 0) {
      return List.of();
    }
    Experiment<?> experiment = row.experiment();
    if (row.stale().isEmpty()) {
      return experiment.figures(results);
    }
    try {
      return experiment.figures(results);
    } catch (IllegalArgumentException | IllegalStateException _) {
      return List.of();
    }
  }

  private static Map<String, String> facts(LedgerRow row) {
    Map<String, String> facts = new LinkedHashMap<>();
    String name = row.experiment().id();
    if (row.result().isEmpty()) {
      facts.put(name, "no committed result");
      return facts;
    }
    KeptResult kept = row.result().get();
    facts.put(name, row.provenance());
    facts.put(
        name + ", run",
        kept.run()
            + ", begun "
            + kept.began()
            + ", "
            + kept.replicates().size()
            + " replicates, sources "
            + kept.sources().digest());
    if (!row.stale().isEmpty()) {
      facts.put(name + ", stale", String.join(", ", row.stale()));
    }
    kept.provenance()
        .dataChecksums()
        .forEach((set, sum) -> facts.put(name + ", data " + set, "sha256:" + sum));
    return facts;
  }
}
