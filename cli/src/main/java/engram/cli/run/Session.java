// SPDX-License-Identifier: Apache-2.0
package engram.cli.run;

import engram.cli.words.Words;
import engram.data.DataSets;
import engram.kernel.Kernels;
import engram.lab.Experiment;
import engram.lab.Paper;
import engram.lab.judge.Verdict;
import engram.lab.judge.Wording;
import engram.lab.ledger.SourceTree;
import engram.lab.run.Job;
import engram.lab.run.RunEvent;
import engram.lab.run.RunSummary;
import engram.lab.run.Runner;
import engram.lab.run.Setting;
import engram.lab.store.Provenance;
import engram.lab.store.RunFolder;
import engram.lab.store.RunPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Runs a checkup, prints what a person follows, and leaves verdicts and report in the run's
/// folder.
public final class Session {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Surroundings around;
  private final DataSets data;
  private final Path home;
  private final Show show;
  private final Consumer<RunEvent> events;

  /// What of it a person sees.
  public enum Show {
    /// Heads, rows, progress.
    ALL,
    /// Rows, without progress and notes.
    QUIET,
    /// Nothing: a document is printed at the end.
    NOTHING
  }

  /// A finished session.
  ///
  /// @param checkup what was run
  /// @param folder where it is kept; empty if nothing could be run
  /// @param verdicts on all claims that were asked for, in order
  /// @param seconds that it took
  public record Result(
      Checkup checkup, Optional<RunFolder> folder, List<Verdict> verdicts, double seconds) {}

  /// @param home where runs are kept
  /// @param events hears what happens in the run
  public Session(
      Surroundings around, DataSets data, Path home, Show show, Consumer<RunEvent> events) {
    this.around = around;
    this.data = data;
    this.home = home;
    this.show = show;
    this.events = events;
  }

  /// Begins a new run of the checkup and finishes it.
  public Result run(Checkup checkup) {
    if (checkup.jobs().isEmpty()) {
      heads(checkup);
      ClaimTable table = new ClaimTable(around);
      List<Verdict> verdicts = new ArrayList<>();
      checkup.parts().forEach(p -> verdicts.addAll(p.untested()));
      if (show != Show.NOTHING) {
        table.head();
        verdicts.forEach(table::row);
      }
      return new Result(checkup, Optional.empty(), verdicts, 0);
    }
    return goOn(RunFolder.create(home, plan(checkup), around.clock()), checkup);
  }

  /// Runs what is missing of a run that is there.
  public Result goOn(RunFolder folder, Checkup checkup) {
    Instant began = around.clock().instant();
    heads(checkup);
    ClaimTable table = new ClaimTable(around);
    if (show != Show.NOTHING) {
      table.head();
    }
    Rows rows = new Rows(folder, checkup, table);
    Runner runner =
        new Runner(
            folder,
            checkup.jobs(),
            Setting.of(checkup.request().workers(), data::locate, around.clock(), rows::hear));
    RunSummary summary = untilStopped(runner, folder);
    rows.finish(summary);
    double seconds = Duration.between(began, around.clock().instant()).toMillis() / 1000.0;
    Result result = new Result(checkup, Optional.of(folder), rows.verdicts(), seconds);
    summary.throwFailure();
    return result;
  }

  /// Ctrl-C stops the runner; what is finished stays, and the JVM ends with the signal's exit code.
  private RunSummary untilStopped(Runner runner, RunFolder folder) {
    CountDownLatch left = new CountDownLatch(1);
    Thread hook =
        new Thread(
            () -> {
              runner.stop();
              try {
                boolean inOrder = left.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
                around.note(
                    System.lineSeparator()
                        + "interrupted; what is finished is kept"
                        + (inOrder ? "" : " (a replicate that does not answer begins anew)")
                        + "; go on with: ./engram runs resume "
                        + folder.id());
              } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
              }
            },
            "stop");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return runner.run();
    } finally {
      left.countDown();
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException _) {
        // The process is ending already: the hook has the last word.
        sleepUntilTheEnd();
      }
    }
  }

  private static void sleepUntilTheEnd() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private RunPlan plan(Checkup checkup) {
    String lock = around.claimsLock().map(Commit::digestOf).orElse("");
    return new RunPlan(
        checkup.selection().study().paper().slug(),
        checkup.selection().source(),
        checkup.request().scale(),
        checkup.request().seed(),
        checkup.request().overrides(),
        checkup.jobs().stream().map(Job::planned).toList(),
        new Provenance(
            Commit.VERSION,
            around.checkout().map(Commit::of).orElse(""),
            lock,
            checkup.command(),
            Provenance.Computer.here(Kernels.name()),
            checkup.checksums(data),
            sources(checkup)));
  }

  /// A digest of what each experiment's numbers come from; of a checkout's own papers only.
  private Map<String, String> sources(Checkup checkup) {
    Map<String, String> digests = new LinkedHashMap<>();
    if (around.checkout().isEmpty() || !checkup.selection().source().isEmpty()) {
      return digests;
    }
    SourceTree tree = new SourceTree(around.checkout().get());
    for (Checkup.Part part : checkup.parts()) {
      Experiment<?> experiment = part.experiment();
      if (part.job().isPresent() && tree.has(experiment.getClass())) {
        digests.put(experiment.id(), tree.of(experiment.getClass()).digest());
      }
    }
    return digests;
  }

  private void heads(Checkup checkup) {
    if (show != Show.ALL) {
      return;
    }
    Paper paper = checkup.selection().study().paper();
    Request request = checkup.request();
    around.out().println(paper.citation().title());
    around.out().println(source(paper));
    around
        .out()
        .println(
            Wording.of(paper.known())
                + "   scale "
                + Words.lower(request.scale())
                + "   seed "
                + request.seed()
                + "   "
                + Words.count(request.workers(), "worker")
                + "   "
                + Words.about(checkup.seconds())
                + "   Ctrl-C keeps what is done");
    if (!request.overrides().isEmpty()) {
      around
          .out()
          .println(
              "changed: " + changed(request.overrides()) + " (verdicts are about this setting)");
    }
  }

  private static String changed(Map<String, String> overrides) {
    return String.join(
        ", ", overrides.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList());
  }

  /// `Lu et al. 2023, arXiv 2310.17074`.
  public static String source(Paper paper) {
    Paper.Citation c = paper.citation();
    return c.authors()
        + (c.year() > 0 ? " " + c.year() : "")
        + (c.arxiv().isEmpty() ? "" : ", arXiv " + c.arxiv());
  }

  /// Prints a row as soon as its experiment is finished.
  private final class Rows {
    private final RunFolder folder;
    private final Checkup checkup;
    private final ClaimTable table;
    private final ProgressLine progress;
    private final List<List<Verdict>> byPart = new ArrayList<>();

    Rows(RunFolder folder, Checkup checkup, ClaimTable table) {
      this.folder = folder;
      this.checkup = checkup;
      this.table = table;
      this.progress = new ProgressLine(around, checkup, show != Show.ALL);
      checkup.parts().forEach(_ -> byPart.add(new ArrayList<>()));
    }

    void hear(RunEvent event) {
      events.accept(event);
      progress.hear(event);
      if (event instanceof RunEvent.ExperimentFinished finished) {
        judge(finished.experiment());
      } else if (event instanceof RunEvent.CheckpointRefused refused) {
        progress.clear();
        around.note(refused.why() + "; the replicate begins anew");
      }
    }

    void finish(RunSummary summary) {
      progress.clear();
      for (int i = 0; i < byPart.size(); i++) {
        Checkup.Part part = checkup.parts().get(i);
        if (byPart.get(i).isEmpty() && !summary.stopped()) {
          show(
              i,
              part.job().isEmpty()
                  ? part.untested()
                  : Judgement.verdicts(folder, part.experiment(), part.claims()));
        }
      }
    }

    List<Verdict> verdicts() {
      return byPart.stream().flatMap(List::stream).toList();
    }

    private void judge(String id) {
      for (int i = 0; i < byPart.size(); i++) {
        Experiment<?> experiment = checkup.parts().get(i).experiment();
        if (experiment.id().equals(id) && byPart.get(i).isEmpty()) {
          show(i, Judgement.verdicts(folder, experiment, checkup.parts().get(i).claims()));
        }
      }
    }

    private void show(int i, List<Verdict> verdicts) {
      progress.clear();
      byPart.get(i).addAll(verdicts);
      if (show != Show.NOTHING) {
        verdicts.forEach(table::row);
      }
    }
  }
}
