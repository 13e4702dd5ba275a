// SPDX-License-Identifier: Apache-2.0
package engram.lab.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.error.DataCorruptException;
import engram.lab.claim.Claim;
import engram.lab.claim.Control;
import engram.lab.claim.Evidence;
import engram.lab.claim.Known;
import engram.lab.claim.Origin;
import engram.lab.claim.PassLine;
import engram.lab.claim.Scale;
import engram.lab.judge.ClaimsLock.Problem;
import engram.lab.measure.Measure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClaimsLockTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);
  private static final Measure ACCURACY = Measure.of("accuracy", "share that is right");

  @TempDir Path folder;

  private static Claim claim(Consumer<Claim.Builder> change) {
    Claim.Builder builder =
        Claim.named("learned")
            .says("It \"learns\".")
            .published("0.95", "fig. 3", Known.READ)
            .expected("0.97, by hand")
            .passes(PassLine.atLeast(ACCURACY.in("large step"), 0.95), Origin.PAPER)
            .evidence(Evidence.PUBLISHED_NUMBER)
            .control(Control.rival("small step", PassLine.atMost(ACCURACY.in("small step"), 0.62)));
    change.accept(builder);
    return builder.build();
  }

  private static final Claim CLAIM = claim(_ -> {});

  private static List<engram.lab.Study> study(Claim... claims) {
    return List.of(new LabStudy("paper", List.of(claims)));
  }

  @Test
  void canonicalTextHoldsEveryComponent() throws Exception {
    String text =
        """
        engram-claim/1
        claim "paper/learned"
        says "It \\"learns\\"."
        published "0.95" at "fig. 3" known READ
        expected "0.97, by hand"
        passes (between "accuracy@large step" in "1" from 0.95 to Infinity) line PAPER
        evidence PUBLISHED_NUMBER
        replicates 8
        least-scale SMALL
        control RIVAL "small step" (between "accuracy@small step" in "1" from -Infinity to 0.62)
        """;
    assertEquals(text, ClaimsLock.canonical("paper", CLAIM));
    byte[] sha = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    assertEquals("sha256:" + HexFormat.of().formatHex(sha), ClaimsLock.digest("paper", CLAIM));
  }

  @Test
  void everyChangeChangesTheDigest() {
    PassLine line = PassLine.atLeast(ACCURACY.in("large step"), 0.95);
    PassLine[] lines = {
      PassLine.atLeast(ACCURACY.in("large step"), Math.nextDown(0.95)),
      PassLine.between(ACCURACY.in("large step"), 0.95, 1),
      PassLine.atLeast(ACCURACY.plain(), 0.95),
      PassLine.atLeast(new Measure("accuracy", "%", "m").in("large step"), 0.95),
      PassLine.near(ACCURACY.plain(), 0.95, 0.1),
      PassLine.near(ACCURACY.plain(), 0.95, 0.2),
      PassLine.gain(ACCURACY.in("a"), ACCURACY.in("b"), 0.95),
      PassLine.gain(ACCURACY.in("b"), ACCURACY.in("a"), 0.95),
      PassLine.rising(ACCURACY.plain(), 0.9),
      PassLine.rising(ACCURACY.plain(), 0.8),
      PassLine.count(ACCURACY.plain(), 0, 1, 0.9),
      PassLine.count(ACCURACY.plain(), 0, 1, 0.8),
      PassLine.same(ACCURACY.in("a"), ACCURACY.in("b"), 0),
      PassLine.same(ACCURACY.in("a"), ACCURACY.in("b"), 1e-9),
      PassLine.all(line),
      PassLine.all(line, line),
    };
    Set<String> digests = new HashSet<>();
    digests.add(ClaimsLock.digest("paper", CLAIM));
    for (PassLine other : lines) {
      digests.add(ClaimsLock.digest("paper", claim(b -> b.passes(other, Origin.PAPER))));
    }
    List<Consumer<Claim.Builder>> changes =
        List.of(
            b -> b.passes(line, Origin.OURS),
            b -> b.says("It learns."),
            b -> b.published("0.96", "fig. 3", Known.READ),
            b -> b.published("0.95", "fig. 4", Known.READ),
            b -> b.published("0.95", "fig. 3", Known.RECALLED),
            b -> b.expected("0.98, by hand"),
            b -> b.evidence(Evidence.THEORY),
            b -> b.replicates(9),
            b -> b.leastScale(Scale.FULL),
            b -> b.control(Control.nothing("small step", line)));
    changes.forEach(change -> digests.add(ClaimsLock.digest("paper", claim(change))));
    digests.add(ClaimsLock.digest("other", CLAIM));
    assertEquals(1 + lines.length + changes.size() + 1, digests.size());
  }

  @Test
  void meaningOfMeasureIsNotPartOfTheClaim() {
    Measure reworded = Measure.of("accuracy", "right answers by answers");
    Claim same =
        claim(b -> b.passes(PassLine.atLeast(reworded.in("large step"), 0.95), Origin.PAPER));
    assertEquals(ClaimsLock.digest("paper", CLAIM), ClaimsLock.digest("paper", same));
  }

  @Test
  void freezesOnceAndAppends() throws IOException {
    Path lock = folder.resolve("claims.lock");
    Files.writeString(lock, "# header without an end of line");
    ClaimsLock.freeze(lock, study(CLAIM), MONDAY);
    String first = Files.readString(lock);
    assertEquals(List.of(), ClaimsLock.freeze(lock, study(CLAIM), TUESDAY));
    assertEquals(first, Files.readString(lock));
    assertEquals(List.of(), check(lock, Amendments.NONE, CLAIM));
    assertTrue(first.startsWith("# header without an end of line\npaper/learned sha256:"), first);
    assertTrue(first.endsWith(" frozen 2026-11-23\n"), first);
  }

  @Test
  void missingClaimIsNamedWithItsLine() {
    Problem problem = check(folder.resolve("none"), Amendments.NONE, CLAIM).getFirst();
    assertEquals(Problem.Kind.MISSING, problem.kind());
    String line = "paper/learned " + ClaimsLock.digest("paper", CLAIM) + " frozen 2026-11-24";
    assertTrue(problem.message().contains(line), problem.message());
  }

  @Test
  void changedClaimIsCaughtUntilAmended() throws IOException {
    Path lock = folder.resolve("claims.lock");
    ClaimsLock.freeze(lock, study(CLAIM), MONDAY);
    String before = Files.readString(lock);
    Claim moved = claim(b -> b.expected("what came out"));
    Problem problem = check(lock, Amendments.NONE, moved).getFirst();
    assertEquals(Problem.Kind.CHANGED, problem.kind());
    var refused =
        assertThrows(
            IllegalStateException.class, () -> ClaimsLock.freeze(lock, study(moved), TUESDAY));
    assertEquals(problem.message(), refused.getMessage());
    assertEquals(before, Files.readString(lock));

    // What the message says to add, added as it stands, sets it right.
    String entry = problem.message().substring(problem.message().indexOf("## "));
    String[] parts = entry.split("\n  and\n", -1);
    Amendments amendments = Amendments.parse(parts[0].lines().map(String::strip).toList(), "test");
    assertEquals(
        List.of(Problem.Kind.CHANGED),
        check(lock, amendments, moved).stream().map(Problem::kind).toList());
    ClaimsLock.freeze(lock, study(moved), TUESDAY, amendments);
    assertTrue(Files.readString(lock).startsWith(before));
    String last = Files.readAllLines(lock).getLast();
    assertTrue(parts[1].contains(last), parts[1]);
    assertTrue(last.endsWith(" amended 2026-11-24"), last);
    assertEquals(List.of(), check(lock, amendments, moved));
  }

  @Test
  void secondLineWithoutAmendmentIsUnexplained() throws IOException {
    Path lock = folder.resolve("claims.lock");
    ClaimsLock.freeze(lock, study(claim(b -> b.replicates(20))), MONDAY);
    String digest = ClaimsLock.digest("paper", CLAIM);
    Files.writeString(
        lock, Files.readString(lock) + "paper/learned " + digest + " amended 2026-11-24\n");
    List<Problem> problems = check(lock, Amendments.NONE, CLAIM);
    assertEquals(List.of(Problem.Kind.UNEXPLAINED), problems.stream().map(Problem::kind).toList());
  }

  @Test
  void claimThatDisappearsIsStaleUntilWithdrawn() {
    Path lock = folder.resolve("claims.lock");
    ClaimsLock.freeze(lock, study(CLAIM), MONDAY);
    Problem problem = check(lock, Amendments.NONE).getFirst();
    assertEquals(Problem.Kind.STALE, problem.kind());
    String entry = problem.message().substring(problem.message().indexOf("## "));
    Amendments amendments = Amendments.parse(entry.lines().map(String::strip).toList(), "test");
    assertEquals(List.of(), check(lock, amendments));
  }

  @Test
  void claimDeclaredTwiceIsRefused() {
    var refused =
        assertThrows(
            IllegalStateException.class,
            () -> check(folder.resolve("none"), Amendments.NONE, CLAIM, CLAIM));
    assertEquals("claim paper/learned must be declared once, was twice", refused.getMessage());
  }

  @Test
  void damagedLineIsRefusedWithItsNumber() throws IOException {
    Path lock = folder.resolve("claims.lock");
    Files.writeString(lock, "# header\npaper/learned sha256:12 frozen 2026-11-24\n");
    var refused = assertThrows(DataCorruptException.class, () -> ClaimsLock.read(lock));
    String message = String.valueOf(refused.getMessage());
    assertTrue(message.startsWith("line 2 of "), message);
    assertTrue(message.endsWith("was 'paper/learned sha256:12 frozen 2026-11-24'"), message);
  }

  @Test
  void amendmentWithoutReasonIsRefused() {
    String digest = ClaimsLock.digest("paper", CLAIM);
    List<String> lines =
        List.of("## 2026-11-24 paper/learned", "- before: " + digest, "- after: withdrawn");
    var refused = assertThrows(DataCorruptException.class, () -> Amendments.parse(lines, "a.md"));
    assertEquals(
        "entry at line 1 of a.md must have the points [before, after, why, results seen by],"
            + " was [before, after]",
        refused.getMessage());
  }

  @Test
  void fencedExampleIsNoAmendment() {
    List<String> lines = List.of("# Amendments", "```", "## 2026-11-24 a/b", "```", "No more.");
    assertEquals(Amendments.NONE, Amendments.parse(lines, "a.md"));
    assertFalse(Amendments.NONE.allow("a/b", "x", "y"));
  }

  private static List<Problem> check(Path lock, Amendments amendments, Claim... claims) {
    return ClaimsLock.read(lock).check(study(claims), amendments, TUESDAY);
  }
}
