// SPDX-License-Identifier: Apache-2.0
package engram.lab.ledger;

import engram.state.Sha256;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// The sources that an experiment's numbers come from: a digest by file, comments and layout apart.
///
/// @param files the first 12 hexadecimal digits of SHA-256 over a file's tokens, by its place below
///   the source folders: `engram/kernel/Doubles.java`
public record Sources(SortedMap<String, String> files) {
  /// Copies.
  public Sources {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /// Sources as they were kept.
  static Sources of(Map<String, String> files) {
    return new Sources(new TreeMap<>(files));
  }

  /// One digest over all: equal if and only if names and tokens are.
  public String digest() {
    StringBuilder all = new StringBuilder("engram-sources/1\n");
    files.forEach((name, digest) -> all.append(name).append(' ').append(digest).append('\n'));
    return Sha256.hex(all.toString()).substring(0, Sha256.SHORT);
  }

  /// The files that differ, are new, or are gone, by name.
  public List<String> differences(Sources other) {
    TreeSet<String> names = new TreeSet<>(files.keySet());
    names.addAll(other.files.keySet());
    names.removeIf(name -> Objects.equals(files.get(name), other.files.get(name)));
    return List.copyOf(names);
  }
}
