// SPDX-License-Identifier: Apache-2.0
package engram.lab.compare;

import engram.lab.claim.Scale;
import engram.lab.judge.Wording;
import engram.lab.measure.At;
import engram.lab.measure.Results;
import engram.lab.store.Provenance;
import engram.lab.store.RunFolder;
import engram.lab.store.RunPlan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Two runs of one paper: what was set differently, what they were run with, and how far the
/// measures moved, the clearest first. Replicates of one number draw from the same streams where
/// the seed is the same, whatever else was set, and are then taken in pairs, as many as both have;
/// otherwise the interval is Welch's [1].
///
/// @param parameters what was set differently
/// @param provenance what was run with something else
/// @param measures what both measured, the clearest difference first
/// @param onlyLeft keys of the first run alone
/// @param onlyRight keys of the second run alone
/// @param sameness whether the replicates that both have are equal to the last bit
///
///   References: see the package, [1].
public record Comparison(
    List<Changed> parameters,
    List<Changed> provenance,
    List<Moved> measures,
    List<String> onlyLeft,
    List<String> onlyRight,
    Sameness sameness) {
  /// Copies.
  public Comparison {
    parameters = List.copyOf(parameters);
    provenance = List.copyOf(provenance);
    measures = List.copyOf(measures);
    onlyLeft = List.copyOf(onlyLeft);
    onlyRight = List.copyOf(onlyRight);
  }

  /// Compares two runs.
  ///
  /// @throws IllegalArgumentException if they are of different papers
  public static Comparison of(RunFolder left, RunFolder right) {
    RunPlan a = left.plan();
    RunPlan b = right.plan();
    if (!a.slug().equals(b.slug())) {
      throw new IllegalArgumentException(
          "runs must be of one paper, was " + a.slug() + " and " + b.slug());
    }
    boolean oneSeed = a.seed() == b.seed();
    List<Moved> moved = new ArrayList<>();
    List<String> onlyLeft = new ArrayList<>();
    List<String> onlyRight = new ArrayList<>();
    for (String experiment : experiments(a, b)) {
      Results mine = results(left, experiment);
      Results other = results(right, experiment);
      Set<At> keys = new LinkedHashSet<>(mine.keys());
      keys.addAll(other.keys());
      for (At key : keys) {
        if (!other.keys().contains(key)) {
          onlyLeft.add(experiment + ": " + Wording.of(key));
        } else if (!mine.keys().contains(key)) {
          onlyRight.add(experiment + ": " + Wording.of(key));
        } else {
          Optional<Moved> both = Moved.of(experiment, key, mine, other, oneSeed);
          both.ifPresent(moved::add);
          if (both.isEmpty()) {
            onlyLeft.add(experiment + ": " + Wording.of(key) + " (at no x of the other)");
          }
        }
      }
    }
    moved.sort(Comparator.comparingDouble(Moved::size).reversed());
    return new Comparison(
        settings(a, b),
        provenance(a.provenance(), b.provenance()),
        moved,
        onlyLeft,
        onlyRight,
        Sameness.of(left, right));
  }

  private static Set<String> experiments(RunPlan a, RunPlan b) {
    Set<String> ids = new LinkedHashSet<>();
    a.experiments().forEach(e -> ids.add(e.id()));
    b.experiments().forEach(e -> ids.add(e.id()));
    return ids;
  }

  private static Results results(RunFolder run, String experiment) {
    boolean planned = run.plan().experiments().stream().anyMatch(p -> p.id().equals(experiment));
    return planned ? run.results(experiment) : new Results(List.of());
  }

  /// What two runs were told differently: scale, seed, and the parameters of each experiment.
  public static List<Changed> settings(RunPlan a, RunPlan b) {
    List<Changed> changed = new ArrayList<>();
    add(changed, "scale", scale(a.scale()), scale(b.scale()));
    add(changed, "seed", Long.toString(a.seed()), Long.toString(b.seed()));
    for (String experiment : experiments(a, b)) {
      Map<String, String> mine = parameters(a, experiment);
      Map<String, String> other = parameters(b, experiment);
      Set<String> names = new LinkedHashSet<>(mine.keySet());
      names.addAll(other.keySet());
      for (String name : names) {
        add(
            changed,
            experiment + ": " + name,
            mine.getOrDefault(name, "none"),
            other.getOrDefault(name, "none"));
      }
    }
    return changed;
  }

  private static String scale(Scale scale) {
    return Wording.of(scale);
  }

  private static Map<String, String> parameters(RunPlan plan, String experiment) {
    return plan.experiments().stream()
        .filter(p -> p.id().equals(experiment))
        .findFirst()
        .map(RunPlan.Planned::parameters)
        .orElse(Map.of());
  }

  /// What two runs were made with that is not the same.
  public static List<Changed> provenance(Provenance a, Provenance b) {
    List<Changed> changed = new ArrayList<>();
    add(changed, "version", a.version(), b.version());
    add(changed, "commit", a.commit(), b.commit());
    add(changed, "claims.lock", a.claimsDigest(), b.claimsDigest());
    add(changed, "JDK", a.computer().java(), b.computer().java());
    add(changed, "CPU", a.computer().cpu(), b.computer().cpu());
    add(changed, "system", a.computer().system(), b.computer().system());
    add(changed, "kernel", a.computer().kernel(), b.computer().kernel());
    both(changed, "data ", a.dataChecksums(), b.dataChecksums());
    both(changed, "sources of ", a.sources(), b.sources());
    return changed;
  }

  private static void both(
      List<Changed> changed, String what, Map<String, String> a, Map<String, String> b) {
    Map<String, String> names = new LinkedHashMap<>(a);
    names.putAll(b);
    for (String name : names.keySet()) {
      add(changed, what + name, a.getOrDefault(name, "none"), b.getOrDefault(name, "none"));
    }
  }

  private static void add(List<Changed> changed, String name, String left, String right) {
    if (!Objects.equals(left, right)) {
      changed.add(
          new Changed(
              name, left.isEmpty() ? "unknown" : left, right.isEmpty() ? "unknown" : right));
    }
  }
}
