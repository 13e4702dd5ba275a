// SPDX-License-Identifier: Apache-2.0
package engram.cli;

import engram.cli.look.LedgerTable;
import engram.cli.run.Catalogue;
import engram.cli.run.CodeMap;
import engram.cli.run.CommittedFiles;
import engram.cli.run.Documents;
import engram.cli.run.Selection;
import engram.cli.run.Session;
import engram.cli.run.Surroundings;
import engram.cli.words.UsageException;
import engram.cli.words.Words;
import engram.lab.Experiment;
import engram.lab.Study;
import engram.lab.judge.Verdict;
import engram.lab.judge.Wording;
import engram.lab.ledger.ClaimsPage;
import engram.lab.ledger.Keeping;
import engram.lab.ledger.Ledger;
import engram.lab.ledger.LedgerRow;
import engram.lab.ledger.LedgerSite;
import engram.lab.report.ReportContent;
import engram.lab.store.RunFolder;
import engram.lab.store.Runs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `engram ledger`.
@Command(
    name = "ledger",
    mixinStandardHelpOptions = true,
    description = {
      "Prints all claims with the verdicts of their newest committed runs; runs nothing.",
      "keep, write and site are for whoever commits results: run a paper at scale small, keep the"
          + " run, write the page, commit both."
    },
    synopsisSubcommandLabel = "[PAPER | keep | write | site]")
final class LedgerCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "PAPER",
      description = "a paper (slug, number, arXiv id) or paper/claim; all papers if left out")
  private String target = "";

  @Option(names = "--stale", description = "only claims whose committed result is stale or missing")
  private boolean stale;

  @Option(names = "--json", description = "one document, and nothing else on standard output")
  private boolean json;

  private final Surroundings around;

  LedgerCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    Ledger ledger = read(around);
    List<LedgerRow> shown =
        (target.isEmpty() ? rows(ledger) : rows(ledger, Catalogue.load().select(target)))
            .stream().filter(row -> !stale || !row.fresh()).toList();
    if (json) {
      Map<String, Object> document = Documents.of("ledger");
      document.put("rows", shown.stream().map(LedgerTable::fields).toList());
      around.out().println(Documents.text(document));
    } else {
      new LedgerTable(around).print(shown);
      around.out().println((shown.isEmpty() ? "" : System.lineSeparator()) + counts(shown));
    }
    ledger
        .unknown(Catalogue.load().studies())
        .forEach(name ->
            around.note(Ledger.FOLDER + "/" + name + ".jsonl is of no experiment: remove it"));
    return ExitCode.DONE;
  }

  private String counts(List<LedgerRow> shown) {
    return stale && shown.isEmpty() ? "nothing is stale or missing" : ClaimsPage.counts(shown);
  }

  @Command(
      name = "keep",
      mixinStandardHelpOptions = true,
      description = {
        "Keeps the measurements of a finished run among the committed results, in ledger/.",
        "The run must be at scale small with its usual parameters, of the sources that are here now."
      })
  int keep(
      @Parameters(paramLabel = "RUN", description = "the id of a run, or its beginning") String run,
      @Option(names = "--home", paramLabel = "DIR", description = "where runs lie")
          Optional<Path> home) {
    RunFolder folder = UsageException.unlessRefused(() -> Runs.find(around.home(home), run));
    if (!folder.plan().source().isEmpty()) {
      throw new UsageException(
          "a run of " + folder.plan().source() + " is not of this checkout and cannot be kept");
    }
    Study study = Catalogue.load().study(folder.plan().slug());
    List<Path> files =
        UsageException.unlessRefused(
            () -> new Keeping(checkout(), new CommittedFiles(checkout()), folder, study).keep());
    files.forEach(file -> around.out().println(checkout().relativize(file)));
    around.note(
        Words.count(files.size(), "result")
            + " kept; then: ./engram ledger write, and commit both");
    return ExitCode.DONE;
  }

  @Command(
      name = "write",
      mixinStandardHelpOptions = true,
      description = "Generates docs/claims.md from the committed results.")
  int write() {
    Path page = checkout().resolve("docs/claims.md");
    List<LedgerRow> rows = rows(read(around));
    Checking.write(page, ClaimsPage.markdown(rows));
    around.out().println(checkout().relativize(page));
    return ExitCode.DONE;
  }

  @Command(
      name = "site",
      mixinStandardHelpOptions = true,
      description = "Writes the ledger as a static site: an index, and a page a paper.")
  int site(@Parameters(paramLabel = "DIR", description = "where to; made if need be") Path folder) {
    List<LedgerRow> rows = rows(read(around));
    LedgerSite.files(rows, this::places)
        .forEach((name, text) -> Checking.write(folder.resolve(name), text));
    around.out().println(folder.resolve("index.html"));
    return ExitCode.DONE;
  }

  private List<ReportContent.Place> places(String slug) {
    return CodeMap.of(checkout(), slug);
  }

  /// The rows of this checkout's studies; those of a person's own jars have none.
  private static List<LedgerRow> rows(Ledger ledger) {
    List<LedgerRow> rows = new ArrayList<>();
    Catalogue.load().studies().stream()
        .filter(ledger::has)
        .forEach(study -> rows.addAll(ledger.rows(study)));
    return rows;
  }

  private static List<LedgerRow> rows(Ledger ledger, Selection selection) {
    List<String> experiments = selection.experiments().stream().map(Experiment::id).toList();
    return ledger.rows(selection.study()).stream()
        .filter(row -> experiments.contains(row.experiment().id()))
        .filter(row -> selection.claim().map(row.claim().id()::equals).orElse(true))
        .toList();
  }

  private Path checkout() {
    return checkout(around);
  }

  private static Path checkout(Surroundings around) {
    return around
        .checkout()
        .orElseThrow(() ->
            new UsageException("the ledger lies in a checkout of Engram: run engram from one"));
  }

  /// The committed ledger.
  static Ledger read(Surroundings around) {
    return Ledger.read(checkout(around));
  }

  /// Which verdicts of a check are not those of the ledger, a sentence each.
  static List<String> differing(Ledger ledger, Session.Result result) {
    Study study = result.checkup().selection().study();
    Map<String, String> committed = new HashMap<>();
    for (LedgerRow row : ledger.rows(study)) {
      committed.put(
          row.claim().id(),
          row.result().map(_ -> Wording.of(row.verdict())).orElse("no committed result"));
    }
    List<String> differing = new ArrayList<>();
    for (Verdict verdict : result.verdicts()) {
      String here = Wording.of(verdict);
      String there = committed.getOrDefault(verdict.claim().id(), "no such claim");
      if (!here.equals(there)) {
        differing.add(
            "%s/%s: %s here, %s in the ledger"
                .formatted(study.paper().slug(), verdict.claim().id(), here, there));
      }
    }
    return differing;
  }
}
