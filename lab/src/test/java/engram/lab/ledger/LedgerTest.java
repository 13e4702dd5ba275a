// SPDX-License-Identifier: Apache-2.0
package engram.lab.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.error.DataCorruptException;
import engram.lab.claim.Outcome;
import engram.lab.claim.Scale;
import engram.lab.judge.Amendments;
import engram.lab.judge.ClaimsLock;
import engram.lab.run.Job;
import engram.lab.run.Runner;
import engram.lab.run.Setting;
import engram.lab.store.Provenance;
import engram.lab.store.RunFolder;
import engram.lab.store.RunPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LedgerTest {
  private static final ProbeStudy STUDY = new ProbeStudy();
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-24T18:12:04Z"));

  @TempDir Path home;
  @TempDir Path checkout;

  private String forgotten = "";

  @BeforeEach
  void checkout() throws IOException {
    Checkout.in(checkout);
    ClaimsLock.freeze(
        checkout.resolve("papers/claims.lock"),
        List.of(STUDY),
        LocalDate.of(2026, 11, 24),
        Amendments.NONE);
  }

  private RunFolder run(Scale scale, int replicates, Map<String, String> overrides) {
    return run(scale, replicates, overrides, "0123456789abcdef", "");
  }

  private RunFolder run(
      Scale scale, int replicates, Map<String, String> overrides, String commit, String source) {
    Job<?> job = Job.of(new ProbeStudy.Probe("x"), scale, overrides, replicates);
    String sources = new SourceTree(checkout).of(ProbeStudy.class).digest();
    Provenance provenance =
        new Provenance(
            "0",
            commit,
            "",
            "check probe",
            new Provenance.Computer("25", "a cpu", "an os", "scalar"),
            Map.of(),
            Map.of("probe", sources));
    RunPlan plan =
        new RunPlan("probe", source, scale, 42, overrides, List.of(job.planned()), provenance);
    RunFolder folder = RunFolder.create(home, plan, CLOCK);
    new Runner(folder, List.of(job), Setting.of(1, Path::of, CLOCK, _ -> {})).run();
    return folder;
  }

  private Path keep(RunFolder folder) {
    return new Keeping(checkout, this::committed, folder, STUDY).keep().getFirst();
  }

  /// As if everything were committed, but for what a test forgot.
  private Optional<byte[]> committed(String commit, String file) {
    try {
      return file.equals(forgotten)
          ? Optional.of("class Other {}".getBytes(StandardCharsets.UTF_8))
          : Optional.of(Files.readAllBytes(checkout.resolve(file)));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private LedgerRow row(ProbeStudy study) {
    return Ledger.read(checkout).rows(study).getFirst();
  }

  @Test
  void aClaimWithoutACommittedResultHasARow() {
    LedgerRow row = row(STUDY);
    assertEquals(Outcome.NOT_TESTED, row.verdict().outcome());
    assertEquals("no committed result", row.verdict().note());
    assertFalse(row.fresh());
  }

  @Test
  void aKeptRunIsJudgedAnewFromWhatItMeasured() {
    RunFolder folder = run(Scale.SMALL, 8, Map.of());
    assertEquals(checkout.resolve("ledger/probe/probe.jsonl"), keep(folder));
    LedgerRow row = row(STUDY);
    assertTrue(row.fresh());
    assertTrue(row.verdict().plainlyHolds(), row.verdict().toString());
    KeptResult kept = row.result().orElseThrow();
    assertEquals(42, kept.seed());
    assertEquals(Map.of("centre", "2.0"), kept.parameters());
    assertEquals(folder.finished("probe").getLast().digest(), kept.replicates().getLast().digest());
    assertEquals(
        folder.results("probe").values(ProbeStudy.GAIN.in("with")),
        kept.results().values(ProbeStudy.GAIN.in("with")));
    assertTrue(row.provenance().contains("a cpu"), row.provenance());
  }

  @Test
  void seriesAreThinnedButForThoseThatAreJudged() {
    keep(run(Scale.SMALL, 8, Map.of()));
    KeptResult kept = row(STUDY).result().orElseThrow();
    assertEquals(1000, kept.results().series(0, ProbeStudy.CLIMB.in("with")).size());
    var thin = kept.results().series(0, ProbeStudy.LEVEL.in("with"));
    assertTrue(thin.size() > 100 && thin.size() <= KeptFile.MOST_POINTS + 1, "" + thin.size());
    assertEquals(0, thin.getFirst().x());
    assertEquals(999, thin.getLast().x());
  }

  @Test
  void aRowIsStaleWhereItsSourcesChangedAndNotWhereTheirWordsDid() throws IOException {
    keep(run(Scale.SMALL, 8, Map.of()));
    Checkout.replace(checkout, Checkout.KERNEL, "class Doubles", "/* said better */ class Doubles");
    Checkout.replace(checkout, Checkout.UNUSED, "class Unused {}", "class Unused { int x; }");
    assertEquals(List.of(), row(STUDY).stale());
    Checkout.replace(checkout, Checkout.KERNEL, "ONE = 1", "ONE = 2");
    Checkout.replace(checkout, Checkout.MECHANISM, "double x", "double y");
    assertEquals(List.of("Doubles, Mechanism changed"), row(STUDY).stale());
    assertEquals(
        List.of("engram/kernel/Doubles.java", "engram/memory/probe/Mechanism.java"),
        row(STUDY).changed());
    assertTrue(row(STUDY).verdict().plainlyHolds(), "a stale verdict stays what it was");
  }

  @Test
  void aRowIsStaleWhereItsClaimWasAmended() {
    keep(run(Scale.SMALL, 8, Map.of()));
    assertEquals(List.of("the claim was amended"), row(new ProbeStudy("Nothing is lost.")).stale());
  }

  @Test
  void anEditedFileIsRefusedWithBothDigests() throws IOException {
    Path file = keep(run(Scale.SMALL, 8, Map.of()));
    String text = Files.readString(file);
    String digest = text.substring(text.lastIndexOf("{\"end\":\"") + 8).substring(0, 64);
    Files.writeString(file, text.replaceFirst("\"value\":2", "\"value\":3"));
    String message = refused(DataCorruptException.class, () -> Ledger.read(checkout));
    assertTrue(message.startsWith(file + " is no kept result: it was changed by hand"), message);
    assertTrue(message.contains(digest) && !message.endsWith(digest), message);
    Files.writeString(file, "");
    assertTrue(
        refused(DataCorruptException.class, () -> Ledger.read(checkout)).contains("0 lines"));
    Files.writeString(file, "binary\0\nrubbish\n");
    refused(DataCorruptException.class, () -> Ledger.read(checkout));
    Files.writeString(file, text.replaceFirst("\"engram\":1", "\"engram\":9"));
    assertTrue(refused(DataCorruptException.class, () -> Ledger.read(checkout)).contains("newer"));
  }

  @Test
  void aFileInAnothersPlaceIsRefused() throws IOException {
    Path file = keep(run(Scale.SMALL, 8, Map.of()));
    Files.move(file, file.resolveSibling("other.jsonl"));
    assertTrue(
        refused(DataCorruptException.class, () -> Ledger.read(checkout)).contains("move it back"));
  }

  @Test
  void whatNoStudyAsksForIsNamed() {
    keep(run(Scale.SMALL, 8, Map.of()));
    assertEquals(List.of(), Ledger.read(checkout).unknown(List.of(STUDY)));
    assertEquals(List.of("probe/probe"), Ledger.read(checkout).unknown(List.of()));
  }

  @Test
  void onlyWholeSmallRunsOfTheseSourcesAreKept() throws IOException {
    notKept("be at scale small to be kept, was at SMOKE", run(Scale.SMOKE, 8, Map.of()));
    notKept("have the usual parameters", run(Scale.SMALL, 8, Map.of("centre", "3")));
    notKept("have all of its replicates", run(Scale.SMALL, 7, Map.of()));
    notKept("know its commit", run(Scale.SMALL, 8, Map.of(), "", ""));
    notKept("be of a paper of this checkout", run(Scale.SMALL, 8, Map.of(), "abc", "My.java"));
    RunFolder folder = run(Scale.SMALL, 8, Map.of());
    Checkout.replace(checkout, Checkout.KERNEL, "ONE = 1", "ONE = 2");
    notKept("be of the sources that are here now", folder);
    RunFolder ahead = run(Scale.SMALL, 8, Map.of());
    forgotten = Checkout.MECHANISM;
    notKept("with engram/memory/probe/Mechanism.java unlike commit 0123456789abcdef", ahead);
    forgotten = "";
    RunFolder changed = run(Scale.SMALL, 8, Map.of());
    Files.writeString(checkout.resolve("papers/claims.lock"), "# none\n");
    notKept("have frozen claims to be kept, was probe/gains not in claims.lock", changed);
    assertFalse(Files.exists(checkout.resolve("ledger")), "something was written");
  }

  private void notKept(String why, RunFolder folder) {
    String message = refused(IllegalArgumentException.class, () -> keep(folder));
    assertTrue(message.contains(why), message);
  }

  @Test
  void thePageSaysAllThatARowHas() {
    keep(run(Scale.SMALL, 8, Map.of()));
    String page = ClaimsPage.markdown(Ledger.read(checkout).rows(STUDY));
    assertTrue(page.contains("1 claim: 1 holds"), page);
    assertTrue(
        page.contains(
            "| `gains`: Something is gained. | a gain \\| of two (paper read) | 2, by construction | 2.00"),
        page);
    assertTrue(page.contains("without: "), page);
    assertTrue(page.contains("seed 42, commit 01234567, a cpu"), page);
    assertEquals(page, ClaimsPage.markdown(Ledger.read(checkout).rows(STUDY)));
  }

  @Test
  void theSiteLeadsFromTheIndexToEachPaperAndBack() {
    keep(run(Scale.SMALL, 8, Map.of()));
    Map<String, String> files = LedgerSite.files(Ledger.read(checkout).rows(STUDY), _ -> List.of());
    assertEquals(List.of("index.html", "probe.html"), List.copyOf(files.keySet()));
    String index = String.valueOf(files.get("index.html"));
    String page = String.valueOf(files.get("probe.html"));
    assertTrue(index.contains("href=\"probe.html\""), index);
    assertTrue(index.contains("On Gains &lt;small&gt;"), index);
    assertTrue(index.contains("2, by construction"), index);
    assertTrue(page.contains("href=\"index.html\""), page);
    assertTrue(page.contains("<svg"), "the figure");
    assertFalse((index + page).contains("<script"), "no script");
  }

  @Test
  void theSiteSaysWhatIsStale() throws IOException {
    keep(run(Scale.SMALL, 8, Map.of()));
    Checkout.replace(checkout, Checkout.KERNEL, "ONE = 1", "ONE = 2");
    Map<String, String> files = LedgerSite.files(Ledger.read(checkout).rows(STUDY), _ -> List.of());
    String page = String.valueOf(files.get("probe.html"));
    assertTrue(page.contains("measured them: gains (Doubles changed)."), page);
    assertTrue(String.valueOf(files.get("index.html")).contains("stale: Doubles changed"), "index");
  }

  private static String refused(Class<? extends Exception> type, Runnable act) {
    return String.valueOf(assertThrows(type, act::run).getMessage());
  }
}
