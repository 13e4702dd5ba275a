// SPDX-License-Identifier: Apache-2.0
package engram.lab.ledger;

import engram.error.DataCorruptException;
import engram.lab.Experiment;
import engram.lab.Study;
import engram.lab.claim.Claim;
import engram.lab.claim.Outcome;
import engram.lab.claim.Scale;
import engram.lab.judge.ClaimsLock;
import engram.lab.judge.Judge;
import engram.lab.judge.Verdict;
import engram.lab.parameter.Parameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The committed results of a checkout, and what each claim comes to by them.
///
///     ledger/<slug>/<experiment>.jsonl     the newest kept run of an experiment at scale small
///
/// Verdicts are nowhere stored: the judge gives them anew from the measurements. A row is stale
/// where the sources that its numbers come from, its parameters or its claim have changed since.
public final class Ledger {
  /// The folder of a checkout that holds it.
  public static final String FOLDER = "ledger";

  private final Path checkout;
  private final Map<String, KeptResult> results = new TreeMap<>();
  private final SourceTree tree;

  private Ledger(Path checkout) {
    this.checkout = checkout;
    this.tree = new SourceTree(checkout);
  }

  /// Reads all committed results.
  ///
  /// @throws DataCorruptException if a file is not as it was written, or lies in another's place
  public static Ledger read(Path checkout) {
    Ledger ledger = new Ledger(checkout);
    Path folder = checkout.resolve(FOLDER);
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        files.filter(f -> f.toString().endsWith(".jsonl")).sorted().forEach(ledger::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return ledger;
  }

  private void add(Path file) {
    KeptResult result = KeptFile.read(file);
    Path place = place(checkout, result.slug(), result.experiment());
    if (!file.equals(place)) {
      throw new DataCorruptException(
          file + " is the result of " + place + ": move it back or remove it");
    }
    results.put(key(result.slug(), result.experiment()), result);
  }

  private static String key(String slug, String experiment) {
    return slug + "/" + experiment;
  }

  static Path place(Path checkout, String slug, String experiment) {
    return checkout.resolve(FOLDER).resolve(slug).resolve(experiment + ".jsonl");
  }

  /// The committed result of an experiment.
  public Optional<KeptResult> result(String slug, String experiment) {
    return Optional.ofNullable(results.get(key(slug, experiment)));
  }

  /// Committed results that no study asks for, as `paper/experiment`.
  public List<String> unknown(List<Study> studies) {
    List<String> names = new ArrayList<>(results.keySet());
    for (Study study : studies) {
      study.experiments().forEach(e -> names.remove(key(study.paper().slug(), e.id())));
    }
    return names;
  }

  /// A row for each claim of a study, in the order of its experiments.
  public List<LedgerRow> rows(Study study) {
    List<LedgerRow> rows = new ArrayList<>();
    for (Experiment<?> experiment : study.experiments()) {
      Optional<KeptResult> kept = result(study.paper().slug(), experiment.id());
      List<String> changes = kept.map(k -> changes(k, experiment)).orElse(List.of());
      for (Claim claim : experiment.claims()) {
        rows.add(row(study, experiment, claim, kept, changes));
      }
    }
    return rows;
  }

  private LedgerRow row(
      Study study,
      Experiment<?> experiment,
      Claim claim,
      Optional<KeptResult> kept,
      List<String> changes) {
    if (kept.isEmpty()) {
      Verdict none = notTested(claim, "no committed result");
      return new LedgerRow(study.paper(), experiment, claim, none, kept, List.of());
    }
    List<String> stale = new ArrayList<>(changes);
    String digest = ClaimsLock.digest(study.paper().slug(), claim);
    if (!digest.equals(kept.get().claims().get(claim.id()))) {
      stale.add(
          "the claim was " + (kept.get().claims().containsKey(claim.id()) ? "amended" : "added"));
    }
    Verdict verdict;
    try {
      verdict = Judge.judge(claim, kept.get().results(), Scale.SMALL);
    } catch (IllegalStateException e) {
      verdict = notTested(claim, String.valueOf(e.getMessage()));
    }
    return new LedgerRow(study.paper(), experiment, claim, verdict, kept, stale);
  }

  private static Verdict notTested(Claim claim, String why) {
    return new Verdict(claim, Outcome.NOT_TESTED, List.of(), List.of(), 0, why);
  }

  private List<String> changes(KeptResult kept, Experiment<?> experiment) {
    List<String> changes = new ArrayList<>();
    List<String> files = sources(experiment).differences(kept.sources());
    if (!files.isEmpty()) {
      String first = files.getFirst().replaceFirst(".*/", "").replace(".java", "");
      changes.add(
          first + (files.size() > 1 ? " and " + (files.size() - 1) + " more" : "") + " changed");
    }
    if (!small(experiment).equals(kept.parameters())) {
      changes.add("parameters changed");
    }
    return changes;
  }

  /// Whether a study is one of the checkout's own, so that its claims have rows.
  public boolean has(Study study) {
    return tree.has(study.getClass());
  }

  /// What an experiment's numbers come from, as it is now.
  public Sources sources(Experiment<?> experiment) {
    return tree.of(experiment.getClass());
  }

  private static <P extends Record> Map<String, String> small(Experiment<P> experiment) {
    return experiment.at(Scale.SMALL).map(Parameters::values).orElse(Map.of());
  }
}
