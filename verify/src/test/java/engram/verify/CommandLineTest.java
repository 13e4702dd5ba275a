// SPDX-License-Identifier: Apache-2.0
package engram.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.lab.store.RunFolder;
import engram.verify.Engram.Did;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The command line as a person meets it: what is asked for wrongly is refused in one line that
/// says what would be right, with an exit code that a script can read.
final class CommandLineTest {
  private static final String CLAIM = "sdr/false-positive-law";

  @TempDir Path folder;

  private Engram engram = Engram.alone(Path.of("home"));

  @BeforeEach
  void ownHome() {
    engram = Engram.alone(folder.resolve("home"));
  }

  private static Did refused(int code, String message, Did did) {
    assertEquals(code, did.code(), did::toString);
    assertTrue(did.err().contains(message), () -> "sought: " + message + "\n" + did);
    assertFalse(did.err().contains("    at "), () -> "no trace\n" + did);
    return did;
  }

  @Test
  void unknownNamesAreAnsweredWithTheNearest() {
    refused(2, "no paper is called sdrr; did you mean sdr?", engram.run("check", "sdrr"));
    refused(
        2,
        "sdr has no claim or experiment false-positive-lav; did you mean false-positive-law?",
        engram.run("check", "sdr/false-positive-lav"));
    refused(2, "has no parameter", engram.run("check", CLAIM, "--set", "nonsense=1"));
    refused(2, "did you mean sdr?", engram.run("use", "sdrx"));
    refused(2, "did you mean check?", engram.run("chek", "sdr"));
    refused(2, "did you mean ledger?", engram.run("leger"));
    refused(2, "did you mean --seed?", engram.run("check", CLAIM, "--sed", "1"));
    refused(2, "no paper is called", engram.run("show", "zzzzzzzzzzzzzzzz"));
  }

  @Test
  void valuesOutOfRangeAreRefusedByTheRange() {
    Path coin = OwnFile.good(folder);
    refused(
        2,
        "bias must be in [0, 1], was 2",
        engram.run("check", coin.toString(), "--set", "bias=2"));
    refused(2, "bias must be", engram.run("check", coin.toString(), "--set", "bias=often"));
    refused(
        2,
        "--replicates must be in [1, 100000], was 0",
        engram.run("check", CLAIM, "--replicates", "0"));
    refused(
        2, "--workers must be in [1, 1024], was 0", engram.run("check", CLAIM, "--workers", "0"));
    refused(2, "--seed", engram.run("check", CLAIM, "--seed", "many"));
    refused(
        2,
        "--require must be holds or ledger, was fails",
        engram.run("check", CLAIM, "--require", "fails"));
    refused(
        2,
        "--scale must be one of smoke, small, full, was huge",
        engram.run("check", CLAIM, "--scale", "huge"));
    refused(
        2,
        "active must be in [0, population = 2000], was -1",
        engram.run("use", "sdr", "--active", "-1"));
  }

  @Test
  void missingDataIsARowOfACheckAndACodeOfItsOwn() throws Exception {
    String empty = Files.createDirectories(folder.resolve("empty")).toString();
    Did check = engram.run("check", "ska/mnist-collapse", "--data", empty, "--scale", "small");
    assertEquals(0, check.code(), check::toString);
    assertTrue(check.out().contains("not tested"), check::toString);
    assertTrue(check.out().contains("data set mnist is missing: engram"), check::toString);
    refused(20, "mnist", engram.run("data", "path", "mnist", "--data", empty));
    refused(2, "mnits", engram.run("data", "path", "mnits"));
  }

  @Test
  void homeThatCannotBeWrittenIsSaid() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "not a folder");
    Path coin = OwnFile.good(folder);
    String inside = file.resolve("home").toString();
    refused(50, "choose another --home", engram.run("check", coin.toString(), "--home", inside));
    assertEquals(50, engram.run("doctor", "--home", inside).code());
  }

  @Test
  void runOfANewerFormatIsLeftAlone() throws Exception {
    Path run = finishedRun();
    Path json = run.resolve("run.json");
    String text = Files.readString(json);
    Files.writeString(json, text.replace("\"engram\" : 1", "\"engram\" : 99"));
    assertFalse(Files.readString(json).equals(text), text);
    String id = run.getFileName().toString().replaceFirst("^.*-", "");
    Did listed = engram.run("runs", "list");
    assertEquals(0, listed.code(), listed::toString);
    assertTrue(listed.out().contains("a newer Engram reads it"), listed::toString);
    Did shown = engram.run("report", id);
    assertTrue(shown.code() == 50 || shown.code() == 2, shown::toString);
    assertEquals(1, shown.err().lines().count(), shown::toString);
  }

  @Test
  void cutReplicateIsDoneAgainToTheSameDigest() throws Exception {
    Path run = finishedRun();
    String before = digest(run);
    Path replicate = run.resolve("coin/003.jsonl");
    byte[] bytes = Files.readAllBytes(replicate);
    Files.write(replicate, Arrays.copyOf(bytes, bytes.length / 2));
    String id = run.getFileName().toString().replaceFirst("^.*-", "");
    Did list = engram.run("runs", "list");
    assertTrue(list.out().contains("7 of 8 replicates, open"), list::toString);
    Did resumed = engram.run("runs", "resume", id);
    assertEquals(0, resumed.code(), resumed::toString);
    assertEquals(before, digest(run));
  }

  @Test
  void changedReplicateIsRefused() throws Exception {
    Path run = finishedRun();
    Path replicate = run.resolve("coin/003.jsonl");
    String text = Files.readString(replicate);
    Files.writeString(replicate, text.replaceFirst("0\\.[78]", "0.9"));
    assertFalse(Files.readString(replicate).equals(text), text);
    String id = run.getFileName().toString().replaceFirst("^.*-", "");
    refused(50, "003.jsonl", engram.run("runs", "show", id));
  }

  @Test
  void fileThatDoesNotCompileIsAnsweredByTheCompiler() {
    Path file = OwnFile.write(folder, "Broken", OwnFile.CONTROL, "int heads = \"many\";");
    Did did = engram.run("check", file.toString());
    refused(2, file + ":23:17: incompatible types", did);
    refused(2, "no file", engram.run("check", folder.resolve("None.java").toString()));
    Path empty = OwnFile.text(folder, "Empty", "public class Empty {}");
    refused(2, "holds no public class", engram.run("check", empty.toString()));
  }

  @Test
  void claimThatIsNoneIsRefused() {
    Path without = OwnFile.write(folder, "Without", "", OwnFile.COIN);
    refused(
        2,
        "claim coin-is-biased must have a control, was without",
        engram.run("check", without.toString()));
    Path three = OwnFile.write(folder, "Three", OwnFile.CONTROL + ".replicates(3)", OwnFile.COIN);
    refused(
        2,
        "replicates of claim coin-is-biased must be 8 or more",
        engram.run("check", three.toString()));
    Path never = OwnFile.write(folder, "Never", OwnFile.CONTROL, "");
    refused(2, "heads@coin", engram.run("check", never.toString()));
  }

  @Test
  void experimentThatGoesWrongIsNamed() {
    Path nan =
        OwnFile.write(
            folder, "Nan", OwnFile.CONTROL, "trial.out().value(HEADS.in(\"coin\"), 0.0 / 0);");
    refused(40, "heads@coin must be finite, was NaN", engram.run("check", nan.toString()));
    Path throwing =
        OwnFile.write(
            folder,
            "Throwing",
            OwnFile.CONTROL,
            "throw new IllegalStateException(\"rolled away\");");
    Did did = engram.run("check", throwing.toString());
    assertTrue(did.code() == 70 || did.code() == 2, did::toString);
    assertTrue(did.err().contains("rolled away"), did::toString);
  }

  @Test
  void jsonIsOneDocumentAndNothingElse() {
    Path coin = OwnFile.good(folder);
    Did did = engram.run("check", coin.toString(), "--json");
    assertEquals(0, did.code(), did::toString);
    JsonNode document = JsonMapper.builder().build().readTree(did.out());
    assertEquals(
        "HOLDS",
        document.at("/verdicts/0/outcome").asString("").toUpperCase(Locale.ROOT),
        did::toString);
    assertTrue(did.out().stripTrailing().endsWith("}"), did::toString);
    for (List<String> words :
        List.of(
            List.of("list", "--json"),
            List.of("runs", "list", "--json"),
            List.of("use", "sdr", "--json"))) {
      Did other = engram.run(words.toArray(String[]::new));
      assertEquals(0, other.code(), other::toString);
      assertTrue(JsonMapper.builder().build().readTree(other.out()).isObject(), other::toString);
    }
  }

  @Test
  void eventsAreLinesOfJson() {
    Did did = engram.run("check", OwnFile.good(folder).toString(), "--events");
    assertEquals(0, did.code(), did::toString);
    did.out()
        .lines()
        .forEach(l -> assertTrue(JsonMapper.builder().build().readTree(l).isObject(), l));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tour",
        "check",
        "list",
        "show",
        "use",
        "use sdr",
        "use anomaly",
        "use forecast",
        "use rules",
        "use spikes",
        "runs",
        "runs list",
        "runs show",
        "runs resume",
        "runs rerun",
        "runs compare",
        "runs rm",
        "report",
        "ledger",
        "ledger keep",
        "ledger write",
        "ledger site",
        "data",
        "data list",
        "data path",
        "data verify",
        "doctor",
        "claims",
        "claims freeze"
      })
  void everyVerbHelps(String verb) {
    PrintStream before = System.err;
    ByteArrayOutputStream warned = new ByteArrayOutputStream();
    Did did;
    try {
      System.setErr(new PrintStream(warned, true, StandardCharsets.UTF_8));
      did = engram.run((verb + " --help").strip().split(" "));
    } finally {
      System.setErr(before);
    }
    assertEquals("", warned.toString(StandardCharsets.UTF_8), "what a library says past us");
    assertEquals(0, did.code(), did::toString);
    assertTrue(did.out().startsWith("Usage: engram"), did::toString);
    assertEquals("", did.err());
  }

  @Test
  void nothingIsColouredWithoutATerminal() {
    Did did = engram.run("check", OwnFile.good(folder).toString());
    assertTrue(did.out().contains("holds "), did::toString);
    assertFalse((did.out() + did.err()).contains("\u001b"), did::toString);
  }

  @Test
  void plainCallShowsTheFirstScreen() {
    Did did = engram.run();
    assertEquals(0, did.code());
    assertTrue(did.out().contains("Start here:   ./engram tour"), did::toString);
    assertTrue(did.out().contains("tour  check  list  show  ledger"), did::toString);
  }

  private Path finishedRun() throws Exception {
    Did did = engram.run("check", OwnFile.good(folder).toString(), "--quiet");
    assertEquals(0, did.code(), did::toString);
    try (var runs = Files.list(folder.resolve("home/runs"))) {
      return runs.filter(Files::isDirectory).findFirst().orElseThrow();
    }
  }

  private static String digest(Path run) {
    return RunFolder.open(run).digest();
  }
}
