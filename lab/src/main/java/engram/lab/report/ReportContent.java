// SPDX-License-Identifier: Apache-2.0
package engram.lab.report;

import engram.lab.Paper;
import engram.lab.claim.Evidence;
import engram.lab.claim.Scale;
import engram.lab.figure.Figure;
import engram.lab.judge.Verdict;
import engram.lab.measure.Results;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// All that a report says, as values: a report can be drawn again at any time without running
/// anything.
///
/// @param title what stands at the top: a paper's title, or the name of a tour
/// @param sections one an experiment, of one paper or of several, in the order of the run
/// @param provenance what it takes to repeat the run, in the order of printing: command, seed,
///   digest, data checksums, JDK, CPU, kernel, commit, scale
/// @param codeMap where the paper's equations stand in the code
public record ReportContent(
    String title, List<Section> sections, Map<String, String> provenance, List<Place> codeMap) {
  /// One experiment of a report.
  ///
  /// @param paper the paper that it belongs to
  /// @param experiment its id
  /// @param scale the scale at which it ran
  /// @param parameters names and values of its parameters, in order
  /// @param results what was measured; without replicates where it was not run
  /// @param verdicts one a claim, in the order of the claims
  /// @param figures its figures
  public record Section(
      Paper paper,
      String experiment,
      Scale scale,
      Map<String, String> parameters,
      Results results,
      List<Verdict> verdicts,
      List<Figure> figures) {
    /// Copies.
    public Section {
      parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
      verdicts = List.copyOf(verdicts);
      figures = List.copyOf(figures);
    }
  }

  /// An equation of a paper, the class that implements it and the test that checks it.
  ///
  /// @param at the place in the paper: `eq. 12`
  /// @param type the implementing type's simple name
  /// @param typeAt its file and line: `core/src/main/java/engram/credit/entropic/Ska.java:31`
  /// @param test the test's simple name; empty if there is none
  /// @param testAt its file and line; empty if there is none
  public record Place(String at, String type, String typeAt, String test, String testAt) {}

  /// Copies.
  public ReportContent {
    sections = List.copyOf(sections);
    provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
    codeMap = List.copyOf(codeMap);
  }

  /// The papers, each once, in the order of their first section.
  public List<Paper> papers() {
    return sections.stream().map(Section::paper).distinct().toList();
  }

  /// All verdicts, in order.
  public List<Verdict> verdicts() {
    return sections.stream().flatMap(s -> s.verdicts().stream()).toList();
  }

  /// Whether no claim can be evidence of more than that something can be built, as for a position
  /// paper: then the report begins with what it does not show.
  public boolean onlyConstruction() {
    return !verdicts().isEmpty()
        && verdicts().stream().allMatch(v -> v.claim().evidence() == Evidence.CONSTRUCTION);
  }
}
