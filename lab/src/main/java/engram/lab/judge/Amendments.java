// SPDX-License-Identifier: Apache-2.0
package engram.lab.judge;

import engram.error.DataCorruptException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Changes of frozen claims, each with its reason: what `docs/amendments.md` says.
///
/// An entry is a heading and four points; what follows the digests on their lines is the same
/// change in words, for people:
///
/// ```
/// ## 2026-11-30 sdr/false-positive-law
/// - before: sha256:(64 hexadecimal digits) within 10 % of the law
/// - after: sha256:(64 hexadecimal digits) within 5 % of the law
/// - why: the paper's own tolerance was found in its supplement
/// - results seen by: nobody
/// ```
///
/// A claim that is given up has `- after: withdrawn`. Text outside of entries and fenced blocks is
/// free.
///
/// @param entries the changes, in the order of the file
public record Amendments(List<Entry> entries) {
  /// No claim was ever changed.
  public static final Amendments NONE = new Amendments(List.of());

  /// Stands in place of the later digest of a claim that was given up.
  public static final String WITHDRAWN = "withdrawn";

  private static final Pattern HEADING =
      Pattern.compile("## (\\d{4}-\\d{2}-\\d{2}) ([a-z0-9-]+/[a-z0-9-]+)");
  private static final List<String> POINTS = List.of("before", "after", "why", "results seen by");
  private static final Pattern POINT = Pattern.compile("- ([a-z ]+): (.+)");
  private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");

  /// A change of one claim.
  ///
  /// @param date the day of the change
  /// @param claim the claim, `slug/claim-id`
  /// @param before its digest before
  /// @param after its digest after, or [#WITHDRAWN]
  /// @param why the reason
  /// @param seenBy who had seen which results when it was changed
  public record Entry(
      LocalDate date, String claim, String before, String after, String why, String seenBy) {}

  /// Copies.
  public Amendments {
    entries = List.copyOf(entries);
  }

  /// Whether an entry takes the claim from one digest to the other.
  boolean allow(String claim, String before, String after) {
    return entries.stream()
        .anyMatch(
            e -> e.claim().equals(claim) && e.before().equals(before) && e.after().equals(after));
  }

  /// Reads the file; one that is not there has no entries.
  ///
  /// @throws DataCorruptException if an entry lacks a point or has one that cannot be read
  public static Amendments read(Path file) {
    try {
      return Files.exists(file) ? parse(Files.readAllLines(file), file.toString()) : NONE;
    } catch (IOException e) {
      throw new UncheckedIOException("amendments " + file + " cannot be read", e);
    }
  }

  /// Reads lines.
  ///
  /// @param name the file's name, for messages
  static Amendments parse(List<String> lines, String name) {
    List<Entry> entries = new ArrayList<>();
    boolean fenced = false;
    for (int i = 0; i < lines.size(); i++) {
      fenced ^= lines.get(i).startsWith("```");
      if (!fenced && lines.get(i).startsWith("## ")) {
        entries.add(entry(lines, i, name));
      }
    }
    return new Amendments(entries);
  }

  private static Entry entry(List<String> lines, int at, String name) {
    Matcher heading = HEADING.matcher(lines.get(at).strip());
    if (!heading.matches()) {
      throw corrupt(name, at, "must be '## YEAR-MONTH-DAY slug/claim-id'", lines.get(at));
    }
    Map<String, String> points = new LinkedHashMap<>();
    for (int i = at + 1; i < lines.size() && !lines.get(i).startsWith("## "); i++) {
      Matcher point = POINT.matcher(lines.get(i).strip());
      if (point.matches()) {
        points.put(point.group(1), point.group(2));
      }
    }
    if (!points.keySet().containsAll(POINTS)) {
      throw corrupt(name, at, "must have the points " + POINTS, points.keySet().toString());
    }
    return new Entry(
        LocalDate.parse(heading.group(1)),
        heading.group(2),
        digest(points, "before", at, name),
        digest(points, "after", at, name),
        points.getOrDefault("why", ""),
        points.getOrDefault("results seen by", ""));
  }

  private static String digest(Map<String, String> points, String which, int at, String name) {
    String first = points.getOrDefault(which, "").split(" ", 2)[0];
    boolean known =
        DIGEST.matcher(first).matches() || (which.equals("after") && first.equals(WITHDRAWN));
    if (!known) {
      throw corrupt(name, at, "must begin '" + which + "' with sha256: and 64 digits", first);
    }
    return first;
  }

  private static DataCorruptException corrupt(String name, int at, String rule, String was) {
    return new DataCorruptException(
        "entry at line " + (at + 1) + " of " + name + " " + rule + ", was " + was);
  }
}
