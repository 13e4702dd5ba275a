// SPDX-License-Identifier: Apache-2.0
package engram.lab.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/// What an experiment measured: its finished replicates, read by key. The judge, the figures and
/// the report see nothing else.
public final class Results {
  private final List<Replicate> replicates;
  private final List<Map<String, Double>> values = new ArrayList<>();
  private final List<Map<String, List<Entry.Point>>> series = new ArrayList<>();
  private final List<Map<String, String>> divergences = new ArrayList<>();
  private final Set<At> keys = new LinkedHashSet<>();

  /// @param replicates finished replicates, in the order of their numbers
  public Results(List<Replicate> replicates) {
    this.replicates = List.copyOf(replicates);
    for (Replicate replicate : replicates) {
      index(replicate);
    }
  }

  /// The finished replicates, in the order of their numbers.
  public List<Replicate> replicates() {
    return replicates;
  }

  /// How many replicates are finished.
  public int count() {
    return replicates.size();
  }

  /// Every key under which any replicate wrote a value, a series or a divergence, in the order of
  /// first writing.
  public Set<At> keys() {
    return keys;
  }

  /// The value that the i-th of the finished replicates wrote under the key; empty if it wrote
  /// none.
  public OptionalDouble value(int i, At key) {
    Double value = values.get(i).get(key.key());
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /// The values under a key of all replicates that wrote one, in order.
  public List<Double> values(At key) {
    return values.stream()
        .filter(m -> m.containsKey(key.key()))
        .map(m -> m.get(key.key()))
        .toList();
  }

  /// The points that the i-th replicate wrote under the key, in order of writing; empty if none.
  public List<Entry.Point> series(int i, At key) {
    return series.get(i).getOrDefault(key.key(), List.of());
  }

  /// Why the i-th replicate has no value under the key, where it diverged; empty text where it did
  /// not.
  public String divergence(int i, At key) {
    return divergences.get(i).getOrDefault(key.key(), "");
  }

  /// The rows of a table over all replicates, in order.
  public List<Map<String, Object>> rows(String table) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Replicate replicate : replicates) {
      for (Entry entry : replicate.entries()) {
        if (entry instanceof Entry.Row row && row.table().equals(table)) {
          rows.add(row.cells());
        }
      }
    }
    return rows;
  }

  private void index(Replicate replicate) {
    Map<String, Double> value = new LinkedHashMap<>();
    Map<String, List<Entry.Point>> points = new LinkedHashMap<>();
    Map<String, String> diverged = new LinkedHashMap<>();
    for (Entry entry : replicate.entries()) {
      switch (entry) {
        case Entry.Value v -> {
          keys.add(v.key());
          value.put(v.key().key(), v.value());
        }
        case Entry.Point p -> {
          keys.add(p.key());
          points.computeIfAbsent(p.key().key(), _ -> new ArrayList<>()).add(p);
        }
        case Entry.Diverged d -> {
          keys.add(d.key());
          diverged.put(d.key().key(), d.why());
        }
        case Entry.Row _ -> {}
      }
    }
    values.add(value);
    series.add(points);
    divergences.add(diverged);
  }
}
