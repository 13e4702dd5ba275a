// SPDX-License-Identifier: Apache-2.0
package engram.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.verify.Engram.Did;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `runs rerun` and `runs compare` as a person meets them: a run that repeats, one that does not,
/// two settings side by side, and everything that can no longer be done again.
final class RunsAgainTest {
  private static final String OTHER_COIN =
      "trial.out().value(HEADS.in(\"coin\"), share(p.bias(), trial, \"another\"));";

  @TempDir Path folder;

  private Engram engram = Engram.alone(Path.of("home"));

  @BeforeEach
  void ownHome() {
    engram = Engram.alone(folder.resolve("home"));
  }

  private Set<String> ids() throws Exception {
    Set<String> ids = new HashSet<>();
    Path runs = folder.resolve("home/runs");
    if (Files.isDirectory(runs)) {
      try (var all = Files.list(runs)) {
        all.forEach(p -> ids.add(p.getFileName().toString().replaceFirst("^.*-", "")));
      }
    }
    return ids;
  }

  /// Checks a file and answers the id of its run.
  private String check(Path file, String... options) throws Exception {
    Set<String> before = ids();
    String[] words = {"check", file.toString(), "--quiet"};
    String[] all = Arrays.copyOf(words, words.length + options.length);
    System.arraycopy(options, 0, all, words.length, options.length);
    Did did = engram.run(all);
    assertEquals(0, did.code(), did::toString);
    Set<String> after = ids();
    after.removeAll(before);
    assertEquals(1, after.size());
    return after.iterator().next();
  }

  private Path run(String id) throws Exception {
    try (var all = Files.list(folder.resolve("home/runs"))) {
      return all.filter(p -> p.toString().endsWith(id)).findFirst().orElseThrow();
    }
  }

  private static void says(int code, String text, Did did) {
    assertEquals(code, did.code(), did::toString);
    assertTrue((did.out() + did.err()).contains(text), () -> "sought: " + text + "\n" + did);
    assertFalse(did.err().contains("    at "), () -> "no trace\n" + did);
  }

  private static void refused(int code, String text, Did did) {
    says(code, text, did);
    assertEquals(1, did.err().lines().count(), did::toString);
  }

  @Test
  void runRepeatsToTheLastBit() throws Exception {
    String id = check(OwnFile.good(folder), "--seed", "7");
    Did did = engram.run("runs", "rerun", id, "--workers", "1", "--require", "same");
    says(
        0,
        "same     as run " + id + ": 16 measurements of 8 replicates are equal to the last bit",
        did);
    Did json = engram.run("runs", "rerun", id, "--json");
    JsonNode document = JsonMapper.builder().build().readTree(json.out());
    assertTrue(document.at("/same").asBoolean(false), json::toString);
    assertEquals(16, document.at("/measurements").asInt(0));
    assertEquals(3, ids().size());
  }

  @Test
  void whatDiffersFirstIsNamed() throws Exception {
    String id = check(OwnFile.good(folder));
    OwnFile.write(folder, "Coin", OwnFile.CONTROL, OTHER_COIN);
    Did did = engram.run("runs", "rerun", id);
    says(0, "first    coin, replicate 0, heads@coin: 0.", did);
    assertTrue(did.out().contains(" of 16 measurements of 8 replicates"), did::toString);
    assertEquals(10, engram.run("runs", "rerun", id, "--require", "same").code());
    refused(
        2,
        "--require must be same, was equal",
        engram.run("runs", "rerun", id, "--require", "equal"));
  }

  @Test
  void onlyWhatWasFinishedIsDoneAgain() throws Exception {
    String id = check(OwnFile.good(folder));
    Path last = run(id).resolve("coin/007.jsonl");
    byte[] bytes = Files.readAllBytes(last);
    Files.write(last, Arrays.copyOf(bytes, bytes.length / 2));
    says(
        0,
        "14 measurements of 7 replicates are equal to the last bit",
        engram.run("runs", "rerun", id));
  }

  @Test
  void whatCannotBeDoneAgainIsSaidInOneLine() throws Exception {
    Path file = OwnFile.good(folder);
    String id = check(file);
    String text = Files.readString(file);
    refused(2, "leave them out", engram.run("runs", "rerun", id, "--seed", "3"));
    String near = (id.charAt(0) == 'f' ? "0" : "f") + id.substring(1);
    refused(2, "did you mean " + id + "?", engram.run("runs", "rerun", near));
    Files.writeString(file, text.replace("\"coin\"; }", "\"dice\"; }"));
    refused(2, "no longer has: coin", engram.run("runs", "rerun", id));
    Files.writeString(
        file, text.replace("double bias) {}", "double tilt) {}").replace("p.bias", "p.tilt"));
    Path run = run(id);
    Path json = run.resolve("run.json");
    String stored = Files.readString(json);
    refused(
        2,
        "the parameters of coin no longer fit: parameter must be one of tilt, was bias",
        engram.run("runs", "rerun", id));
    Files.delete(file);
    refused(2, "no file " + file, engram.run("runs", "rerun", id));
    Files.writeString(json, stored.replace("\"engram\" : 1", "\"engram\" : 99"));
    refused(50, "newer Engram", engram.run("runs", "rerun", id));
    refused(50, "newer Engram", engram.run("runs", "compare", id, id));
  }

  @Test
  void changedReplicateIsNotRepeated() throws Exception {
    String id = check(OwnFile.good(folder));
    Path replicate = run(id).resolve("coin/003.jsonl");
    String text = Files.readString(replicate);
    Files.writeString(replicate, text.replaceFirst("0\\.[78]", "0.9"));
    refused(50, "003.jsonl", engram.run("runs", "rerun", id));
    assertEquals(Set.of(id), ids());
  }

  @Test
  void twoSettingsStandSideBySide() throws Exception {
    Path file = OwnFile.good(folder);
    String a = check(file);
    String b = check(file, "--set", "bias=0.5");
    Did did = engram.run("runs", "compare", a, b);
    says(0, "parameters  coin: bias: 0.8 -> 0.5", did);
    assertTrue(did.out().contains("1 of 2 moved clearly"), did::toString);
    assertTrue(did.out().contains("n=8 pairs"), did::toString);
    assertTrue(did.out().contains("equal to the last bit: 1 measure"), did::toString);
    assertTrue(did.out().contains("coin-is-biased: holds -> fails"), did::toString);
    Files.delete(file);
    says(0, "verdicts are not compared: no file", engram.run("runs", "compare", a, b));
    says(0, "nothing differs", engram.run("runs", "compare", a, a));
    JsonNode itself =
        JsonMapper.builder().build().readTree(engram.run("runs", "compare", a, a, "--json").out());
    assertTrue(itself.at("/same").asBoolean(false), itself::toString);
  }

  @Test
  void twoSeedsAreComparedWithoutPairs() throws Exception {
    Path file = OwnFile.good(folder);
    String a = check(file);
    String b = check(file, "--seed", "43", "--replicates", "9");
    says(0, "n=8 and 9, unpaired", engram.run("runs", "compare", a, b));
    String dice = check(OwnFile.write(folder, "Dice", OwnFile.CONTROL, OwnFile.COIN));
    refused(
        2, "runs must be of one paper, was coin and dice", engram.run("runs", "compare", a, dice));
  }
}
