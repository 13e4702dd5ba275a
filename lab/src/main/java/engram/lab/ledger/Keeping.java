// SPDX-License-Identifier: Apache-2.0
package engram.lab.ledger;

import engram.error.RunFolderException;
import engram.lab.Experiment;
import engram.lab.Study;
import engram.lab.claim.Claim;
import engram.lab.claim.Control;
import engram.lab.claim.PassLine;
import engram.lab.claim.Scale;
import engram.lab.judge.ClaimsLock;
import engram.lab.measure.At;
import engram.lab.parameter.Parameters;
import engram.lab.store.FinishedReplicate;
import engram.lab.store.RunFolder;
import engram.lab.store.RunPlan;
import engram.state.AtomicFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Keeps what a finished run measured among a checkout's committed results. Refused is whatever
/// would make a row that means something else than its neighbours: another scale, changed
/// parameters, an unfinished experiment, a study from elsewhere, sources that have changed since or
/// that its commit has not, claims that its commit does not have frozen.
public final class Keeping {
  private static final String LOCK = "papers/claims.lock";

  private final Path checkout;
  private final Committed committed;
  private final RunFolder run;
  private final Study study;

  /// @param checkout the root of the checkout that the run was made from
  /// @param committed the checkout's history
  /// @param study the run's
  public Keeping(Path checkout, Committed committed, RunFolder run, Study study) {
    this.checkout = checkout;
    this.committed = committed;
    this.run = run;
    this.study = study;
  }

  /// Writes a file for each experiment of the run, in place of an older one.
  ///
  /// @return the files
  /// @throws IllegalArgumentException if the run may not be kept, with the reason; then nothing is
  ///   written
  public List<Path> keep() {
    requireKind();
    Ledger ledger = Ledger.read(checkout);
    List<KeptResult> results = new ArrayList<>();
    for (RunPlan.Planned planned : run.plan().experiments()) {
      results.add(result(ledger, planned, experiment(planned.id())));
    }
    return results.stream().map(this::write).toList();
  }

  private void requireKind() {
    RunPlan plan = run.plan();
    require(plan.source().isEmpty(), "be of a paper of this checkout", "of " + plan.source());
    require(plan.scale() == Scale.SMALL, "be at scale small", "at " + plan.scale());
    require(plan.overrides().isEmpty(), "have the usual parameters", "with " + plan.overrides());
    require(!commit().isEmpty(), "know its commit", "made outside a git checkout");
  }

  private Experiment<?> experiment(String id) {
    return study.experiments().stream()
        .filter(e -> e.id().equals(id))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "run " + run.id() + " must have experiments of the paper, was " + id));
  }

  private KeptResult result(Ledger ledger, RunPlan.Planned planned, Experiment<?> experiment) {
    Sources now = ledger.sources(experiment);
    String then = run.plan().provenance().sources().getOrDefault(experiment.id(), "unknown");
    require(
        now.digest().equals(then),
        "be of the sources that are here now (" + now.digest() + "): run it again",
        "of " + then);
    requireCommitted(ledger, now);
    requireParameters(planned, experiment);
    List<FinishedReplicate> finished = run.finished(experiment.id());
    int needed = experiment.claims().stream().mapToInt(Claim::replicates).max().orElse(1);
    require(
        finished.size() >= Math.max(needed, planned.replicates()),
        "have all of its replicates (engram runs resume " + run.id() + ")",
        experiment.id() + " with " + finished.size());
    return new KeptResult(
        run.plan().slug(),
        experiment.id(),
        run.id(),
        run.began(),
        run.plan().seed(),
        planned.parameters(),
        run.plan().provenance(),
        claims(experiment),
        now,
        kept(finished, experiment));
  }

  /// So that whoever takes the row's commit has the code that its numbers come from.
  private void requireCommitted(Ledger ledger, Sources now) {
    List<String> unlike = new ArrayList<>();
    now.files()
        .forEach((name, digest) -> {
          Optional<byte[]> then = committed.content(commit(), ledger.place(name));
          if (!then.map(c -> SourceTree.digest(name, c)).equals(Optional.of(digest))) {
            unlike.add(name);
          }
        });
    require(
        unlike.isEmpty(),
        "be of committed sources",
        "with " + String.join(", ", unlike) + " unlike commit " + commit());
  }

  private String commit() {
    return run.plan().provenance().commit();
  }

  private <P extends Record> void requireParameters(
      RunPlan.Planned planned, Experiment<P> experiment) {
    Map<String, String> usual = experiment.at(Scale.SMALL).map(Parameters::values).orElse(Map.of());
    require(
        planned.parameters().equals(usual),
        "have the parameters of scale small",
        experiment.id() + " with " + planned.parameters());
  }

  private Map<String, String> claims(Experiment<?> experiment) {
    List<String> lock =
        committed
            .content(commit(), LOCK)
            .map(c -> new String(c, StandardCharsets.UTF_8).lines().toList())
            .orElse(List.of());
    Map<String, String> digests = new LinkedHashMap<>();
    for (Claim claim : experiment.claims()) {
      String name = run.plan().slug() + "/" + claim.id();
      String digest = ClaimsLock.digest(run.plan().slug(), claim);
      String last =
          lock.stream().filter(l -> l.startsWith(name + " ")).reduce("", (_, line) -> line);
      require(
          last.startsWith(name + " " + digest + " "),
          "have frozen claims",
          name + " not in claims.lock of commit " + commit());
      digests.put(claim.id(), digest);
    }
    return digests;
  }

  private static List<KeptResult.KeptReplicate> kept(
      List<FinishedReplicate> finished, Experiment<?> experiment) {
    Set<At> judged = new LinkedHashSet<>();
    for (Claim claim : experiment.claims()) {
      series(claim.line(), judged);
      claim.controls().stream().map(Control::line).forEach(line -> series(line, judged));
    }
    return finished.stream()
        .map(f ->
            new KeptResult.KeptReplicate(
                KeptFile.thinned(f.replicate(), judged), f.digest(), f.seconds()))
        .toList();
  }

  private static void series(PassLine line, Set<At> judged) {
    switch (line) {
      case PassLine.Rising rising -> judged.add(rising.series());
      case PassLine.All all -> all.parts().forEach(part -> series(part, judged));
      case PassLine.Between _,
          PassLine.Near _,
          PassLine.Gain _,
          PassLine.Count _,
          PassLine.Same _ -> {}
    }
  }

  private Path write(KeptResult result) {
    Path file = Ledger.place(checkout, result.slug(), result.experiment());
    byte[] bytes = KeptFile.write(result).getBytes(StandardCharsets.UTF_8);
    try {
      Files.createDirectories(file.getParent());
      AtomicFile.replace(file, channel -> channel.write(ByteBuffer.wrap(bytes)));
    } catch (IOException e) {
      throw new RunFolderException(file + " cannot be written: " + e.getMessage(), e);
    }
    return file;
  }

  private void require(boolean holds, String rule, String was) {
    if (!holds) {
      throw new IllegalArgumentException(
          "run " + run.id() + " must " + rule + " to be kept, was " + was);
    }
  }
}
