// SPDX-License-Identifier: Apache-2.0
package engram.cli.words;

import java.util.Collection;
import java.util.Comparator;

/// The nearest name to what a person typed.
public final class Near {
  private Near() {}

  /// `; did you mean sdr?`, or the empty text if nothing is near.
  public static String hint(String typed, Collection<String> names) {
    return names.stream()
        .min(Comparator.comparingInt(name -> distance(typed, name)))
        .filter(name -> distance(typed, name) <= Math.max(2, name.length() / 2))
        .map(name -> "; did you mean " + name + "?")
        .orElse("");
  }

  /// Levenshtein's distance: how many letters must be put in, taken out or changed.
  public static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
