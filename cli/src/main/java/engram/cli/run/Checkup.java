// SPDX-License-Identifier: Apache-2.0
package engram.cli.run;

import engram.cli.words.Near;
import engram.cli.words.UsageException;
import engram.cli.words.Words;
import engram.data.DataSets;
import engram.error.DataMissingException;
import engram.lab.Experiment;
import engram.lab.Needs;
import engram.lab.Study;
import engram.lab.claim.Claim;
import engram.lab.claim.Outcome;
import engram.lab.judge.Verdict;
import engram.lab.parameter.Parameters;
import engram.lab.run.Job;
import engram.lab.store.FinishedReplicate;
import engram.lab.store.RunFolder;
import engram.lab.store.RunPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// A selection made ready: each experiment has a job, or a reason why it is not run here.
///
/// @param selection what was asked
/// @param request how
/// @param parts one an experiment, in order
public record Checkup(Selection selection, Request request, List<Part> parts) {
  /// One experiment.
  ///
  /// @param experiment the experiment
  /// @param claims the claims that were asked for
  /// @param job what is run; empty if it is not run
  /// @param needs what one replicate needs
  /// @param whyNot why it is not run, with what would help; empty if it is
  public record Part(
      Experiment<?> experiment,
      List<Claim> claims,
      Optional<Job<?>> job,
      Needs needs,
      String whyNot) {
    /// The verdicts of claims whose experiment is not run.
    public List<Verdict> untested() {
      return claims.stream().map(c -> notTested(c, whyNot)).toList();
    }
  }

  /// Copies.
  public Checkup {
    parts = List.copyOf(parts);
  }

  /// Makes a selection ready.
  ///
  /// @throws UsageException if a parameter is unknown or its value is refused
  public static Checkup prepare(Selection selection, Request request, DataSets data) {
    requireParameters(selection, request);
    List<Part> parts = new ArrayList<>();
    for (Experiment<?> experiment : selection.experiments()) {
      parts.add(part(experiment, selection, request, data));
    }
    return new Checkup(selection, request, parts);
  }

  /// The checkup that a run folder holds: its experiments with its parameters, and all of their
  /// claims.
  ///
  /// @throws UsageException if the study no longer has an experiment of the run
  public static Checkup restore(RunFolder folder, Study study, int workers) {
    return restore(folder, folder.plan().experiments(), study, workers, OptionalInt.empty());
  }

  /// The checkup that does again what a run has finished: of each experiment the replicates up to
  /// the last finished one, and no experiment that has none.
  ///
  /// @throws UsageException if nothing is finished, or as [#restore] does
  public static Checkup again(RunFolder folder, Study study, int workers) {
    List<RunPlan.Planned> finished = new ArrayList<>();
    Set<Integer> counts = new LinkedHashSet<>();
    for (RunPlan.Planned planned : folder.plan().experiments()) {
      List<FinishedReplicate> done = folder.finished(planned.id());
      if (!done.isEmpty()) {
        int count = done.getLast().replicate().index() + 1;
        counts.add(count);
        finished.add(new RunPlan.Planned(planned.id(), count, planned.parameters()));
      }
    }
    if (finished.isEmpty()) {
      throw new UsageException(
          "run "
              + folder.id()
              + " has no finished replicate to do again: ./engram runs resume "
              + folder.id());
    }
    OptionalInt replicates =
        counts.size() == 1 ? OptionalInt.of(counts.iterator().next()) : OptionalInt.empty();
    return restore(folder, finished, study, workers, replicates);
  }

  private static Checkup restore(
      RunFolder folder,
      List<RunPlan.Planned> chosen,
      Study study,
      int workers,
      OptionalInt replicates) {
    RunPlan plan = folder.plan();
    List<Part> parts = new ArrayList<>();
    List<Experiment<?>> experiments = new ArrayList<>();
    for (RunPlan.Planned planned : chosen) {
      Experiment<?> experiment =
          study.experiments().stream()
              .filter(e -> e.id().equals(planned.id()))
              .findFirst()
              .orElseThrow(() ->
                  new UsageException(
                      "run "
                          + folder.id()
                          + " has an experiment that "
                          + plan.slug()
                          + " no longer has: "
                          + planned.id()));
      experiments.add(experiment);
      parts.add(restored(experiment, plan, planned));
    }
    Request request = new Request(plan.scale(), plan.seed(), replicates, plan.overrides(), workers);
    return new Checkup(
        new Selection(study, experiments, Optional.empty(), plan.source()), request, parts);
  }

  private static <P extends Record> Part restored(
      Experiment<P> experiment, RunPlan plan, RunPlan.Planned planned) {
    Job<P> job;
    try {
      job = Job.restore(experiment, plan.scale(), planned);
    } catch (IllegalArgumentException e) {
      UsageException usage =
          new UsageException(
              "the parameters of " + planned.id() + " no longer fit: " + e.getMessage());
      usage.initCause(e);
      throw usage;
    }
    return new Part(
        experiment, experiment.claims(), Optional.of(job), experiment.needs(job.parameters()), "");
  }

  private static <P extends Record> Part part(
      Experiment<P> experiment, Selection selection, Request request, DataSets data) {
    List<Claim> claims = selection.claims(experiment);
    Optional<P> usual = experiment.at(request.scale());
    if (usual.isEmpty()) {
      return new Part(
          experiment,
          claims,
          Optional.empty(),
          Needs.cpuSeconds(0),
          "no scale " + Words.lower(request.scale()) + " here");
    }
    Map<String, String> mine = new LinkedHashMap<>(request.overrides());
    mine.keySet().retainAll(Parameters.values(usual.get()).keySet());
    P parameters = UsageException.unlessRefused(() -> Parameters.with(usual.get(), mine));
    Needs needs = UsageException.unlessRefused(() -> experiment.needs(parameters));
    int replicates =
        request.replicates().orElse(claims.stream().mapToInt(Claim::replicates).max().orElse(1));
    String whyNot = whyNot(needs, data);
    return new Part(
        experiment,
        claims,
        whyNot.isEmpty()
            ? Optional.of(new Job<>(experiment, parameters, replicates))
            : Optional.empty(),
        needs,
        whyNot);
  }

  private static String whyNot(Needs needs, DataSets data) {
    for (String set : needs.dataSets()) {
      if (!data.isPresent(set)) {
        return "data set " + set + " is missing: engram data path " + set;
      }
    }
    long present = Runtime.getRuntime().maxMemory();
    return needs.memoryBytes() > present
        ? "needs "
            + (needs.memoryBytes() >> 20)
            + " MiB of memory, Java has "
            + (present >> 20)
            + " MiB"
        : "";
  }

  private static void requireParameters(Selection selection, Request request) {
    Set<String> known = new LinkedHashSet<>();
    for (Experiment<?> experiment : selection.experiments()) {
      Parameters.describe(experiment.parameters()).forEach(d -> known.add(d.name()));
    }
    for (String name : request.overrides().keySet()) {
      if (!known.contains(name)) {
        throw new UsageException(
            selection.target()
                + " has no parameter "
                + name
                + Near.hint(name, known)
                + " (has "
                + String.join(", ", known)
                + ")");
      }
    }
  }

  /// The command that does this again.
  public String command() {
    return "./engram check " + selection.target() + request.options();
  }

  /// Where the same seed gives the same bits: anywhere, unless a part needs this machine.
  public Needs.Repeat repeat() {
    return parts.stream()
            .filter(p -> p.job().isPresent())
            .allMatch(p -> p.needs().repeat() == Needs.Repeat.ANYWHERE)
        ? Needs.Repeat.ANYWHERE
        : Needs.Repeat.THIS_MACHINE;
  }

  /// The jobs, in order.
  public List<Job<?>> jobs() {
    List<Job<?>> jobs = new ArrayList<>();
    parts.forEach(p -> p.job().ifPresent(jobs::add));
    return jobs;
  }

  /// About how long it takes, in seconds.
  public double seconds() {
    return parts.stream()
            .filter(p -> p.job().isPresent())
            .mapToDouble(p -> p.needs().cpuSeconds() * p.job().orElseThrow().replicates())
            .sum()
        / request.workers();
  }

  /// The checksums of the data sets that are used.
  ///
  /// @throws DataMissingException if a set vanished meanwhile
  public Map<String, String> checksums(DataSets data) {
    Map<String, String> sums = new LinkedHashMap<>();
    for (Part part : parts) {
      if (part.job().isPresent()) {
        for (String set : part.needs().dataSets()) {
          data.named(set).files().forEach(f -> sums.put(set + "/" + f.name(), f.sha256()));
        }
      }
    }
    return sums;
  }

  static Verdict notTested(Claim claim, String why) {
    return new Verdict(
        claim,
        Outcome.NOT_TESTED,
        List.of(),
        claim.controls().stream()
            .map(c -> new Verdict.ControlFinding(c, Outcome.NOT_TESTED, List.of()))
            .toList(),
        0,
        why);
  }
}
