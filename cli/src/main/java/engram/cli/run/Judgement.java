// SPDX-License-Identifier: Apache-2.0
package engram.cli.run;

import engram.cli.words.Words;
import engram.lab.Experiment;
import engram.lab.claim.Claim;
import engram.lab.claim.Scale;
import engram.lab.figure.Figure;
import engram.lab.judge.Judge;
import engram.lab.judge.Verdict;
import engram.lab.measure.Results;
import engram.lab.report.ReportContent;
import engram.lab.store.RunFolder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Verdicts and report of a run, from its folder and the study alone: made again at any time.
public final class Judgement {
  private Judgement() {}

  /// The verdicts on claims of an experiment, from what a run has stored.
  public static List<Verdict> verdicts(
      RunFolder folder, Experiment<?> experiment, List<Claim> claims) {
    Results results = folder.results(experiment.id());
    Scale scale = folder.plan().scale();
    if (results.count() == 0) {
      return claims.stream().map(c -> Checkup.notTested(c, "no replicate is finished")).toList();
    }
    return claims.stream().map(c -> Judge.judge(c, results, scale)).toList();
  }

  /// Everything that a report says.
  ///
  /// @param checkup the run's study, ready as it was run
  /// @param codeMap where the paper's equations stand
  public static ReportContent content(
      RunFolder folder, Checkup checkup, List<ReportContent.Place> codeMap) {
    List<ReportContent.Section> sections = new ArrayList<>();
    for (Checkup.Part part : checkup.parts()) {
      sections.add(section(folder, checkup, part));
    }
    return new ReportContent(
        checkup.selection().study().paper().citation().title(),
        sections,
        provenance(folder),
        codeMap);
  }

  private static ReportContent.Section section(
      RunFolder folder, Checkup checkup, Checkup.Part part) {
    boolean run = part.job().isPresent();
    Results results = run ? folder.results(part.experiment().id()) : new Results(List.of());
    List<Figure> figures = results.count() > 0 ? part.experiment().figures(results) : List.of();
    return new ReportContent.Section(
        checkup.selection().study().paper(),
        part.experiment().id(),
        folder.plan().scale(),
        run ? folder.plan().experiment(part.experiment().id()).parameters() : Map.of(),
        results,
        run ? verdicts(folder, part.experiment(), part.claims()) : part.untested(),
        figures);
  }

  private static Map<String, String> provenance(RunFolder folder) {
    Map<String, String> facts = new LinkedHashMap<>();
    var plan = folder.plan();
    var from = plan.provenance();
    facts.put("command", from.command());
    facts.put("run", folder.id() + ", begun " + folder.began());
    facts.put("seed", Long.toString(plan.seed()));
    facts.put("scale", Words.lower(plan.scale()));
    facts.put("digest", "sha256:" + folder.digest());
    facts.put(
        "version", from.version() + (from.commit().isEmpty() ? "" : ", commit " + from.commit()));
    facts.put("claims.lock", from.claimsDigest().isEmpty() ? "none" : from.claimsDigest());
    facts.put("JDK", from.computer().java());
    facts.put("CPU", from.computer().cpu());
    facts.put("system", from.computer().system());
    facts.put("kernel", from.computer().kernel());
    from.dataChecksums().forEach((name, sum) -> facts.put("data " + name, "sha256:" + sum));
    return facts;
  }
}
