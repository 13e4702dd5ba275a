// SPDX-License-Identifier: Apache-2.0
package engram.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.lab.Study;
import engram.verify.Engram.Did;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// From a run to a row of the ledger as a person goes it, in a small checkout of the test's own;
/// and what is planted there is found.
final class LedgerJourneyTest {
  private static final String CLAIM = "sdr/threshold-eight";
  private static final String KEPT = "ledger/sdr/thresholds.jsonl";
  private static final String SOURCE = "papers/src/main/java/engram/paper/sdr/Thresholds.java";

  @TempDir Path root;
  @TempDir Path home;

  private Engram engram = Engram.alone(Path.of("home"));

  @BeforeEach
  void checkout() throws Exception {
    for (String part : List.of("core/src/main", "papers/src/main", "papers/claims.lock")) {
      copy(House.root().resolve(part), root.resolve(part));
    }
    git("init", "--quiet");
    commit();
    engram = new Engram(home, Optional.of(root));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }

  private void commit() throws Exception {
    git("add", "--all");
    git("-c", "user.name=n", "-c", "user.email=n@example.org", "commit", "--quiet", "-m", "All");
  }

  private void git(String... words) throws Exception {
    List<String> command = Stream.concat(Stream.of("git"), Stream.of(words)).toList();
    Process git = new ProcessBuilder(command).directory(root.toFile()).inheritIO().start();
    assertEquals(0, git.waitFor(), command.toString());
  }

  private Did did(int code, String... words) {
    Did did = engram.run(words);
    assertEquals(code, did.code(), did::toString);
    assertFalse(did.err().contains("    at "), did::toString);
    return did;
  }

  /// The id of a new run.
  private String checked(String... more) throws IOException {
    Set<String> before = runs();
    Stream<String> words = Stream.of("check", CLAIM, "--scale", "small", "--quiet");
    did(0, Stream.concat(words, Stream.of(more)).toArray(String[]::new));
    Set<String> after = runs();
    after.removeAll(before);
    assertEquals(1, after.size(), after::toString);
    return after.iterator().next();
  }

  private Set<String> runs() throws IOException {
    Set<String> ids = new TreeSet<>();
    if (Files.exists(home.resolve("runs"))) {
      try (Stream<Path> runs = Files.list(home.resolve("runs"))) {
        runs.filter(Files::isDirectory)
            .forEach(run -> ids.add(run.getFileName().toString().replaceFirst("^.*-", "")));
      }
    }
    return ids;
  }

  private void keep() throws IOException {
    assertEquals(KEPT, did(0, "ledger", "keep", checked()).out().strip());
    did(0, "ledger", "write");
  }

  private List<String> problems() {
    return LedgerProblems.of(root, LedgerProblems.studies(root));
  }

  private void edit(String file, String old, String other) throws IOException {
    String text = Files.readString(root.resolve(file));
    assertTrue(text.contains(old), file + " has " + old);
    Files.writeString(root.resolve(file), text.replace(old, other));
  }

  private JsonNode row() {
    String text = did(0, "ledger", CLAIM, "--json").out();
    return JsonMapper.shared().readTree(text).at("/rows/0");
  }

  @Test
  void aRunBecomesARowThatAFurtherRunRepeats() throws Exception {
    assertTrue(did(0, "ledger", CLAIM).out().contains("no committed result"), "before");
    did(10, "check", CLAIM, "--scale", "small", "--quiet", "--require", "ledger");
    keep();
    assertEquals(List.of(), problems());
    Did table = did(0, "ledger", "sdr");
    assertTrue(table.out().contains("threshold-eight"), table::toString);
    assertTrue(table.out().contains("seed 42 commit "), table::toString);
    assertTrue(table.out().contains("8 claims: 0 hold, 1 but explained"), table::toString);
    JsonNode row = row();
    assertEquals("sdr", row.path("paper").asString(""));
    assertTrue(row.path("fresh").asBoolean(false), row::toString);
    assertEquals("holds, but", row.path("verdictWord").asString(""));
    assertTrue(row.path("sources").asString("").matches("[0-9a-f]{12}"), row::toString);
    did(0, "check", CLAIM, "--scale", "small", "--quiet", "--require", "ledger");
    Did other = did(10, "check", CLAIM, "--set", "negligible=1e-3", "--require", "ledger");
    assertTrue(
        other.err().contains(CLAIM + ": fails here, holds, but in the ledger"), other::toString);
  }

  @Test
  void changedSourcesMakeARowStaleAndCommentsDoNot() throws Exception {
    String run = checked();
    did(0, "ledger", "keep", run);
    did(0, "ledger", "write");
    edit(SOURCE, "NONE = 25;", "NONE = /* said better */ 25;");
    assertEquals(List.of(), problems());
    edit(SOURCE, "25;", "20 + 5;");
    assertFalse(row().path("fresh").asBoolean(true), "stale");
    assertEquals("engram/paper/sdr/Thresholds.java", row().at("/changed/0").asString(""));
    assertTrue(did(0, "ledger", "--stale").out().contains("stale: Thresholds changed"), "named");
    assertEquals(List.of("docs/claims.md is another: ./engram ledger write"), problems());
    did(0, "ledger", "write");
    assertEquals(List.of(), problems());
    assertTrue(House.text(root.resolve("docs/claims.md")).contains("**stale**"), "marked");
    Did refused = did(2, "ledger", "keep", run);
    assertTrue(
        refused.err().contains("must be of the sources that are here now"), refused::toString);
    Did dirty = did(2, "ledger", "keep", checked());
    assertTrue(dirty.err().contains("Thresholds.java unlike commit"), dirty::toString);
    commit();
    did(0, "ledger", "keep", checked());
    assertTrue(row().path("fresh").asBoolean(false), "fresh again");
  }

  @Test
  void whatIsPlantedIsFound() throws Exception {
    keep();
    Path page = root.resolve("docs/claims.md");
    String was = House.text(page);
    Files.writeString(page, was.replace("| `threshold-eight`: ", "| `threshold-nine`: "));
    assertEquals(
        List.of(
            "no row: sdr/threshold-eight",
            "no claim: sdr/threshold-nine",
            "docs/claims.md is another: ./engram ledger write"),
        problems());
    Files.writeString(page, was.replace("holds, but", "holds"));
    assertEquals(List.of("docs/claims.md is another: ./engram ledger write"), problems());
    Files.writeString(page, was);
    List<Study> others =
        LedgerProblems.studies(root).stream().filter(s -> !s.paper().slug().equals("sdr")).toList();
    List<String> without = LedgerProblems.of(root, others);
    assertTrue(without.contains("no experiment is sdr/thresholds"), without::toString);
    assertTrue(without.contains("no claim: sdr/threshold-eight"), without::toString);
    edit(KEPT, "\"seed\":42", "\"seed\":43");
    Did edited = did(21, "ledger");
    assertTrue(edited.err().contains("thresholds.jsonl is no kept result"), edited::toString);
  }

  @Test
  void whatMayNotBeKeptIsRefusedInALine() throws Exception {
    did(2, "ledger", "keep", "none");
    String seeded = checked("--set", "negligible=1e-6");
    Did changed = did(2, "ledger", "keep", seeded);
    assertTrue(changed.err().contains("must have the usual parameters"), changed::toString);
    Did near = did(2, "ledger", "sdrr");
    assertTrue(near.err().contains("did you mean sdr?"), near::toString);
    Did alone = Engram.alone(home).run("ledger");
    assertEquals(2, alone.code(), alone::toString);
    assertTrue(alone.err().contains("lies in a checkout"), alone::toString);
    assertFalse(Files.exists(root.resolve("ledger")), "nothing was written");
  }

  @Test
  void theSiteIsWellFormedAndTheSameEachTime() throws Exception {
    keep();
    Path site = home.resolve("site");
    did(0, "ledger", "site", site.toString());
    String index = House.text(site.resolve("index.html"));
    String paper = House.text(site.resolve("sdr.html"));
    HtmlTags.requireClosed(index);
    HtmlTags.requireClosed(paper);
    assertTrue(index.contains("8, but explained away"), "what was expected");
    assertTrue(paper.contains("<svg"), "a figure");
    did(0, "ledger", "site", site.toString());
    assertEquals(
        index + paper,
        House.text(site.resolve("index.html")) + House.text(site.resolve("sdr.html")));
  }
}
