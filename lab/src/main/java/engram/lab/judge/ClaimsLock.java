// SPDX-License-Identifier: Apache-2.0
package engram.lab.judge;

import engram.error.DataCorruptException;
import engram.lab.Experiment;
import engram.lab.Study;
import engram.lab.claim.Claim;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The frozen claims: for each a digest of its whole text, written down before its first run, so
/// that no pass line can move once results are known.
///
/// The file `papers/claims.lock` has one line a claim and is only ever appended to:
///
/// ```
/// sdr/false-positive-law sha256:(64 hexadecimal digits) frozen 2026-11-24
/// ```
///
/// A frozen claim may change by an entry in `docs/amendments.md` ([Amendments]) that names its
/// digest before and after; then a further line of the same claim, `amended` instead of `frozen`,
/// follows, and the last line of a claim counts. Nothing but [#freeze] writes the file: running,
/// judging or breaking a claim leaves it alone.
///
/// @param lines the lines, in the order of the file
public record ClaimsLock(List<Line> lines) {
  private static final Pattern LINE =
      Pattern.compile(
          "([a-z0-9-]+/[a-z0-9-]+) (sha256:[0-9a-f]{64}) (frozen|amended) (\\d{4}-\\d{2}-\\d{2})");

  /// A claim was frozen, or changed, on a day.
  ///
  /// @param claim the claim, `slug/claim-id`
  /// @param digest its digest from that day on
  /// @param event `frozen`, or `amended` where the claim was frozen before
  /// @param date the day
  public record Line(String claim, String digest, String event, LocalDate date) {
    @Override
    public String toString() {
      return claim + " " + digest + " " + event + " " + date;
    }
  }

  /// What is wrong with a claim or a line, and the line that would set it right.
  ///
  /// @param claim the claim, `slug/claim-id`
  /// @param kind what is wrong
  /// @param message what is wrong and what to do, with the exact lines to add
  public record Problem(String claim, Kind kind, String message) {
    /// What can be wrong.
    public enum Kind {
      /// A claim of a study has no line.
      MISSING,
      /// A claim of a study differs from its last line.
      CHANGED,
      /// A line's claim is in no study.
      STALE,
      /// Two lines of a claim follow each other without an amendment.
      UNEXPLAINED
    }
  }

  /// Copies.
  public ClaimsLock {
    lines = List.copyOf(lines);
  }

  /// The digest of a claim: `sha256:` and 64 hexadecimal digits over [#canonical].
  public static String digest(String slug, Claim claim) {
    return CanonicalClaim.digest(slug, claim);
  }

  /// The text that stands for a claim: every component, independent of where the code lies.
  public static String canonical(String slug, Claim claim) {
    return CanonicalClaim.text(slug, claim);
  }

  /// Reads the file; one that is not there has no lines. Empty lines and lines that begin with `#`
  /// are passed over.
  ///
  /// @throws DataCorruptException if a line has another form
  public static ClaimsLock read(Path lock) {
    try {
      return Files.exists(lock)
          ? parse(Files.readAllLines(lock), lock.toString())
          : new ClaimsLock(List.of());
    } catch (IOException e) {
      throw new UncheckedIOException("lock " + lock + " cannot be read", e);
    }
  }

  private static ClaimsLock parse(List<String> texts, String name) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(i).strip();
      if (text.isEmpty() || text.startsWith("#")) {
        continue;
      }
      Matcher line = LINE.matcher(text);
      if (!line.matches()) {
        throw new DataCorruptException(
            "line "
                + (i + 1)
                + " of "
                + name
                + " must be 'slug/claim-id sha256:DIGEST frozen|amended DATE', was '"
                + text
                + "'");
      }
      lines.add(
          new Line(line.group(1), line.group(2), line.group(3), LocalDate.parse(line.group(4))));
    }
    return new ClaimsLock(lines);
  }

  /// Everything that is wrong; empty if every claim of the studies is frozen as it stands, every
  /// change is explained, and no line is left over.
  ///
  /// @param studies all studies: a line whose claim is in none of them is stale
  /// @param today the day that stands in the lines which messages print
  public List<Problem> check(List<Study> studies, Amendments amendments, LocalDate today) {
    Map<String, Line> last = new LinkedHashMap<>();
    List<Problem> problems = new ArrayList<>();
    for (Line line : lines) {
      Line before = last.put(line.claim(), line);
      if (before != null && !amendments.allow(line.claim(), before.digest(), line.digest())) {
        problems.add(LockProblems.unexplained(before, line));
      }
    }
    Map<String, String> digests = digests(studies);
    digests.forEach((claim, digest) -> {
      Line line = last.get(claim);
      if (line == null) {
        problems.add(LockProblems.missing(next(claim, digest, null, today)));
      } else if (!line.digest().equals(digest)) {
        boolean allowed = amendments.allow(claim, line.digest(), digest);
        problems.add(LockProblems.changed(line, next(claim, digest, line, today), allowed));
      }
    });
    last.forEach((claim, line) -> {
      boolean withdrawn = amendments.allow(claim, line.digest(), Amendments.WITHDRAWN);
      if (!digests.containsKey(claim) && !withdrawn) {
        problems.add(LockProblems.stale(line, today));
      }
    });
    return problems;
  }

  /// Appends a line for every claim of the studies that has none, and returns the new lines.
  ///
  /// @throws IllegalStateException if a frozen claim was changed; then nothing is written
  public static List<Line> freeze(Path lock, List<Study> studies, LocalDate today) {
    return freeze(lock, studies, today, Amendments.NONE);
  }

  /// Appends a line for every claim of the studies that has none, or that an amendment changed, and
  /// returns the new lines.
  ///
  /// @throws IllegalStateException if a frozen claim was changed and no amendment says so; then
  ///   nothing is written
  public static List<Line> freeze(
      Path lock, List<Study> studies, LocalDate today, Amendments amendments) {
    Map<String, Line> last = new LinkedHashMap<>();
    read(lock).lines().forEach(line -> last.put(line.claim(), line));
    List<Line> added = new ArrayList<>();
    digests(studies)
        .forEach((claim, digest) -> {
          Line line = last.get(claim);
          if (line != null && line.digest().equals(digest)) {
            return;
          }
          Line next = next(claim, digest, line, today);
          if (line != null && !amendments.allow(claim, line.digest(), digest)) {
            throw new IllegalStateException(LockProblems.changed(line, next, false).message());
          }
          added.add(next);
        });
    append(lock, added);
    return added;
  }

  private static Line next(String claim, String digest, @Nullable Line before, LocalDate today) {
    return new Line(claim, digest, before == null ? "frozen" : "amended", today);
  }

  private static void append(Path lock, List<Line> added) {
    if (added.isEmpty()) {
      return;
    }
    try {
      boolean open = Files.exists(lock) && !Files.readString(lock).endsWith("\n");
      StringBuilder text = new StringBuilder(open && Files.size(lock) > 0 ? "\n" : "");
      added.forEach(line -> text.append(line).append('\n'));
      Files.writeString(lock, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("lock " + lock + " cannot be written", e);
    }
  }

  private static Map<String, String> digests(List<Study> studies) {
    Map<String, String> digests = new LinkedHashMap<>();
    for (Study study : studies) {
      String slug = study.paper().slug();
      for (Experiment<?> experiment : study.experiments()) {
        for (Claim claim : experiment.claims()) {
          String id = slug + "/" + claim.id();
          if (digests.put(id, digest(slug, claim)) != null) {
            throw new IllegalStateException("claim " + id + " must be declared once, was twice");
          }
        }
      }
    }
    return digests;
  }
}
