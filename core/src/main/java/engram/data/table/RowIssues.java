// SPDX-License-Identifier: Apache-2.0
package engram.data.table;

import engram.error.DataCorruptException;
import engram.state.Snapshot;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// How often each [RowIssue] was met, and on which line first.
public final class RowIssues {
  private static final String FORMAT = "row-issues";
  private static final int VERSION = 1;
  private static final Met NEVER = new Met(0, 0);

  private final Map<RowIssue, Met> met = new EnumMap<>(RowIssue.class);

  RowIssues() {}

  private record Met(long count, long firstLine) {}

  void add(RowIssue issue, long line) {
    Met before = met.getOrDefault(issue, NEVER);
    met.put(issue, new Met(before.count + 1, before.count == 0 ? line : before.firstLine));
  }

  /// How often it was met.
  public long count(RowIssue issue) {
    return met.getOrDefault(issue, NEVER).count;
  }

  /// The line on which it was met first, from 1; 0 if never.
  public long firstLine(RowIssue issue) {
    return met.getOrDefault(issue, NEVER).firstLine;
  }

  /// A sentence for each that was met.
  public List<String> says() {
    List<String> says = new ArrayList<>();
    met.forEach((issue, seen) -> {
      boolean one = seen.count == 1;
      says.add(
          seen.count
              + (one ? " row " : " rows ")
              + issue.words()
              + " (line "
              + seen.firstLine
              + (one ? ")" : " first)"));
    });
    return says;
  }

  Snapshot snapshot() {
    Snapshot.Builder builder = Snapshot.named(FORMAT, VERSION);
    met.forEach(
        (issue, seen) -> builder.longs(issue.name(), "1", new long[] {seen.count, seen.firstLine}));
    return builder.build();
  }

  void restore(Snapshot snapshot) {
    snapshot.require(FORMAT, VERSION);
    Map<RowIssue, Met> restored = new EnumMap<>(RowIssue.class);
    for (RowIssue issue : RowIssue.values()) {
      if (snapshot.names().contains(issue.name())) {
        long[] seen = snapshot.longs(issue.name());
        if (seen.length != 2) {
          throw new DataCorruptException(
              "issue " + issue + " must have a count and a line, had " + seen.length + " values");
        }
        restored.put(issue, new Met(seen[0], seen[1]));
      }
    }
    met.clear();
    met.putAll(restored);
  }
}
