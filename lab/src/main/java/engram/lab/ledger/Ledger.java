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
import java.util.stream.Collectors;
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

  private static final int MOST_NAMED = 3;

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
      List<String> changed =
          kept.map(k -> sources(experiment).differences(k.sources())).orElse(List.of());
      for (Claim claim : experiment.claims()) {
        Verdict verdict =
            kept.map(k -> verdict(claim, k)).orElse(notTested(claim, "no committed result"));
        List<String> stale = kept.map(k -> stale(k, experiment, claim, changed)).orElse(List.of());
        rows.add(new LedgerRow(study.paper(), experiment, claim, verdict, kept, changed, stale));
      }
    }
    return rows;
  }

  private static Verdict verdict(Claim claim, KeptResult kept) {
    try {
      return Judge.judge(claim, kept.results(), Scale.SMALL);
    } catch (IllegalStateException e) {
      return notTested(claim, String.valueOf(e.getMessage()));
    }
  }

  private static Verdict notTested(Claim claim, String why) {
    return new Verdict(claim, Outcome.NOT_TESTED, List.of(), List.of(), 0, why);
  }

  private static List<String> stale(
      KeptResult kept, Experiment<?> experiment, Claim claim, List<String> changed) {
    List<String> reasons = new ArrayList<>();
    if (!changed.isEmpty()) {
      reasons.add(named(changed) + " changed");
    }
    if (!small(experiment).equals(kept.parameters())) {
      reasons.add("parameters changed");
    }
    String then = kept.claims().getOrDefault(claim.id(), "");
    if (!then.equals(ClaimsLock.digest(kept.slug(), claim))) {
      reasons.add("the claim was " + (then.isEmpty() ? "added" : "amended"));
    }
    return reasons;
  }

  /// `Doubles, LogSpace, Philox and 4 more`.
  private static String named(List<String> files) {
    String first =
        files.stream()
            .limit(MOST_NAMED)
            .map(f -> f.replaceFirst(".*/", "").replace(".java", ""))
            .collect(Collectors.joining(", "));
    int more = files.size() - MOST_NAMED;
    return more > 0 ? first + " and " + more + " more" : first;
  }

  /// Whether a study is one of the checkout's own, so that its claims have rows.
  public boolean has(Study study) {
    return tree.has(study.getClass());
  }

  /// What an experiment's numbers come from, as it is now.
  public Sources sources(Experiment<?> experiment) {
    return tree.of(experiment.getClass());
  }

  /// Where one of an experiment's sources lies in the checkout.
  String place(String source) {
    return tree.place(source);
  }

  private static <P extends Record> Map<String, String> small(Experiment<P> experiment) {
    return experiment.at(Scale.SMALL).map(Parameters::values).orElse(Map.of());
  }
}
