// SPDX-License-Identifier: Apache-2.0
package engram.cli;

import engram.cli.run.Checkup;
import engram.cli.run.CodeMap;
import engram.cli.run.Documents;
import engram.cli.run.Judgement;
import engram.cli.run.Selection;
import engram.cli.run.Session;
import engram.cli.run.Surroundings;
import engram.cli.words.UsageException;
import engram.cli.words.Words;
import engram.data.DataSets;
import engram.error.RunFolderException;
import engram.lab.judge.Verdict;
import engram.lab.judge.Wording;
import engram.lab.report.Report;
import engram.lab.report.ReportContent;
import engram.lab.run.RunEvent;
import engram.lab.store.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What `check`, `tour` and `runs resume` share: run, then leave verdicts and a report, then say
/// where they are.
final class Checking {
  private final Surroundings around;
  private final RunOptions options;
  private final DataSets data;
  private final Path home;

  Checking(Surroundings around, RunOptions options) {
    this.around = around;
    this.options = options;
    this.data = around.dataSets(options.data(), options.home());
    this.home = around.home(options.home());
  }

  DataSets data() {
    return data;
  }

  Path home() {
    return home;
  }

  Session session() {
    Session.Show show =
        options.json() || options.events()
            ? Session.Show.NOTHING
            : options.quiet() ? Session.Show.QUIET : Session.Show.ALL;
    return new Session(around, data, home, show, this::event);
  }

  /// Runs a selection from its beginning.
  Session.Result check(Selection selection) {
    return begin(Checkup.prepare(selection, options.request(), data));
  }

  /// Runs a checkup as a new run, such as that of a run to be done again.
  Session.Result begin(Checkup checkup) {
    return finish(guarded(checkup.selection(), () -> session().run(checkup)));
  }

  /// Runs what a folder lacks.
  Session.Result resume(RunFolder folder, Checkup checkup) {
    return finish(guarded(checkup.selection(), () -> session().goOn(folder, checkup)));
  }

  /// A person's own file may ask the judge for what it never wrote: that is its author's mistake,
  /// not a defect of ours.
  private static <T> T guarded(Selection selection, java.util.function.Supplier<T> run) {
    if (selection.source().isEmpty()) {
      return run.get();
    }
    try {
      return run.get();
    } catch (IllegalStateException e) {
      UsageException usage = new UsageException(selection.source() + ": " + e.getMessage());
      usage.initCause(e);
      throw usage;
    }
  }

  private Session.Result finish(Session.Result result) {
    result.folder().ifPresent(folder -> leave(folder, result));
    if (options.events()) {
      around.out().println(Documents.line(document(result)));
    } else if (!options.json()) {
      foot(result);
    }
    return result;
  }

  /// Prints the one document of `--json`: of a single check, or of several as its list.
  void document(List<Session.Result> results) {
    if (!options.json()) {
      return;
    }
    Map<String, Object> document = Documents.of("checks");
    document.put("checks", results.stream().map(this::document).toList());
    around
        .out()
        .println(Documents.text(results.size() == 1 ? document(results.getFirst()) : document));
  }

  /// Writes verdicts.json and report.html, both derived.
  void leave(RunFolder folder, Session.Result result) {
    String slug = result.checkup().selection().study().paper().slug();
    Map<String, Object> verdicts = Documents.of("verdicts");
    verdicts.put("run", folder.id());
    verdicts.put("digest", "sha256:" + folder.digest());
    verdicts.put("verdicts", Documents.verdicts(slug, result.verdicts()));
    write(folder.path().resolve("verdicts.json"), Documents.text(verdicts) + "\n");
    write(folder.path().resolve("report.html"), Report.html(content(folder, result.checkup())));
  }

  /// A run's report as values.
  ReportContent content(RunFolder folder, Checkup checkup) {
    List<ReportContent.Place> places = new ArrayList<>();
    around
        .checkout()
        .ifPresent(
            root -> places.addAll(CodeMap.of(root, checkup.selection().study().paper().slug())));
    return Judgement.content(folder, checkup, places);
  }

  static void write(Path file, String text) {
    try {
      Path parent = file.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new RunFolderException(
          file + " cannot be written: " + e.getMessage() + "; the measurements are kept", e);
    }
  }

  private Map<String, Object> document(Session.Result result) {
    Map<String, Object> document = Documents.of("check");
    var paper = result.checkup().selection().study().paper();
    document.put("paper", paper.slug());
    document.put("title", paper.citation().title());
    document.put("scale", Words.lower(result.checkup().request().scale()));
    document.put("seed", result.checkup().request().seed());
    document.put("verdicts", Documents.verdicts(paper.slug(), result.verdicts()));
    document.put("seconds", result.seconds());
    result
        .folder()
        .ifPresent(folder -> {
          document.put("run", folder.id());
          document.put("digest", "sha256:" + folder.digest());
          document.put("folder", folder.path().toString());
          document.put("report", folder.path().resolve("report.html").toString());
        });
    return document;
  }

  private void foot(Session.Result result) {
    around.out().println();
    around
        .out()
        .println(Wording.of(result.verdicts()) + "        " + Words.duration(result.seconds()));
    if (result.folder().isEmpty() || options.quiet()) {
      return;
    }
    RunFolder folder = result.folder().get();
    around
        .out()
        .println(
            "digest   sha256:"
                + folder.digest().substring(0, 16)
                + "   repeats: "
                + Words.lower(result.checkup().repeat()).replace('-', ' '));
    around.out().println("report   " + folder.path().resolve("report.html"));
    around.out().println("again    " + result.checkup().command());
    around
        .out()
        .println(
            "look     ./engram show "
                + result.checkup().selection().target()
                + "      (claims, controls, parameters to change)");
  }

  private void event(RunEvent event) {
    if (!options.events()) {
      return;
    }
    Map<String, Object> line = new LinkedHashMap<>(Documents.of("event"));
    line.put("event", event.getClass().getSimpleName());
    line.put("experiment", event.experiment());
    switch (event) {
      case RunEvent.Started e -> line.put("replicate", e.replicate());
      case RunEvent.CheckpointRefused e -> {
        line.put("replicate", e.replicate());
        line.put("why", e.why());
      }
      case RunEvent.Progressed e -> {
        line.put("replicate", e.replicate());
        line.put("what", e.what());
        line.put("fraction", e.fraction());
      }
      case RunEvent.ReplicateFinished e -> {
        line.put("replicate", e.replicate());
        line.put("seconds", e.seconds());
        line.put("digest", e.digest());
      }
      case RunEvent.ExperimentFinished e -> line.put("replicates", e.replicates());
      case RunEvent.Failed e -> {
        line.put("replicate", e.replicate());
        line.put("why", String.valueOf(e.cause().getMessage()));
      }
    }
    around.out().println(Documents.line(line));
  }

  /// Whether all verdicts plainly hold, for `--require holds`.
  static boolean allHold(List<Verdict> verdicts) {
    return verdicts.stream().allMatch(Verdict::plainlyHolds);
  }
}
