// SPDX-License-Identifier: Apache-2.0
package engram.lab.compare;

import engram.lab.measure.Entry;
import engram.lab.store.FinishedReplicate;
import engram.lab.store.RunFolder;
import engram.lab.store.RunPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whether two runs measured the same, to the last bit: entry by entry over the replicates that
/// both have finished.
///
/// @param replicates how many replicates both have
/// @param entries how many entries the first run has in them
/// @param differing how many of those the second has otherwise, or not at all, and how many only
///   the second has
/// @param first the first that differs, in the order of the first run; empty if none does
public record Sameness(int replicates, int entries, int differing, Optional<Difference> first) {
  /// An entry that differs.
  ///
  /// @param experiment the experiment's id
  /// @param replicate its number
  /// @param key what was written: a measure with its arm, a point of a series, a row of a table
  /// @param left what the first run has; `nothing` if it has none
  /// @param right what the second has
  public record Difference(
      String experiment, int replicate, String key, String left, String right) {
    @Override
    public String toString() {
      return experiment + ", replicate " + replicate + ", " + key + ": " + left + " and " + right;
    }
  }

  /// Whether nothing differs and there was something to compare.
  public boolean same() {
    return differing == 0 && replicates > 0;
  }

  /// Compares two runs.
  public static Sameness of(RunFolder left, RunFolder right) {
    int replicates = 0;
    int entries = 0;
    List<Difference> differences = new ArrayList<>();
    for (RunPlan.Planned planned : left.plan().experiments()) {
      Map<Integer, FinishedReplicate> others = finished(right, planned.id());
      for (FinishedReplicate mine : left.finished(planned.id())) {
        FinishedReplicate other = others.get(mine.replicate().index());
        if (other != null) {
          replicates++;
          entries += mine.replicate().entries().size();
          if (!mine.digest().equals(other.digest())) {
            differences.addAll(differences(planned.id(), mine, other));
          }
        }
      }
    }
    return new Sameness(replicates, entries, differences.size(), differences.stream().findFirst());
  }

  private static Map<Integer, FinishedReplicate> finished(RunFolder run, String experiment) {
    Map<Integer, FinishedReplicate> finished = new HashMap<>();
    if (run.plan().experiments().stream().anyMatch(p -> p.id().equals(experiment))) {
      run.finished(experiment).forEach(f -> finished.put(f.replicate().index(), f));
    }
    return finished;
  }

  private static List<Difference> differences(
      String experiment, FinishedReplicate left, FinishedReplicate right) {
    Map<String, Entry> others = keyed(right.replicate().entries());
    List<Difference> differences = new ArrayList<>();
    int index = left.replicate().index();
    for (Map.Entry<String, Entry> mine : keyed(left.replicate().entries()).entrySet()) {
      Entry other = others.remove(mine.getKey());
      if (other == null || !mine.getValue().canonical().equals(other.canonical())) {
        String there = other == null ? "nothing" : text(other);
        differences.add(
            new Difference(experiment, index, mine.getKey(), text(mine.getValue()), there));
      }
    }
    others.forEach((key, other) ->
        differences.add(new Difference(experiment, index, key, "nothing", text(other))));
    if (differences.isEmpty()) {
      differences.add(new Difference(experiment, index, "the order of entries", "one", "another"));
    }
    return differences;
  }

  /// Entries by what they are of; what is written twice is numbered.
  private static Map<String, Entry> keyed(List<Entry> entries) {
    Map<String, Entry> keyed = new LinkedHashMap<>();
    Map<String, Integer> times = new HashMap<>();
    for (Entry entry : entries) {
      String key = key(entry);
      int time = times.merge(key, 1, Integer::sum);
      keyed.put(time == 1 ? key : key + ", number " + time, entry);
    }
    return keyed;
  }

  private static String key(Entry entry) {
    return switch (entry) {
      case Entry.Value value -> value.key().key();
      case Entry.Point point -> point.key().key() + " at x = " + point.x();
      case Entry.Diverged diverged -> diverged.key().key();
      case Entry.Row row -> "row of " + row.table();
    };
  }

  private static String text(Entry entry) {
    return switch (entry) {
      case Entry.Value value -> Double.toString(value.value());
      case Entry.Point point -> Double.toString(point.y());
      case Entry.Diverged diverged -> "diverged (" + diverged.why() + ")";
      case Entry.Row row -> row.cells().toString();
    };
  }
}
