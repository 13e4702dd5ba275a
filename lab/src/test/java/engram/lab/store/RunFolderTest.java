// SPDX-License-Identifier: Apache-2.0
package engram.lab.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.error.RunFolderException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
  @TempDir Path home;

  @Test
  void writesThePlanFirstAndWhole() throws IOException {
    RunFolder folder = Fixture.folder(home);
    String name = folder.path().getFileName().toString();
    assertTrue(name.matches("2026-11-24T181204Z-probe-[0-9a-f]{6}"), name);
    RunFolder again = RunFolder.open(folder.path());
    assertEquals(folder.plan(), again.plan());
    assertEquals("2026-11-24T18:12:04.500Z", again.began());
    assertEquals(
        List.of("load", "cells"),
        List.copyOf(again.plan().experiment("first").parameters().keySet()));
    String json = Files.readString(folder.path().resolve("run.json"));
    for (String part :
        List.of(
            "\"engram\" : 1",
            "\"commit\" : \"abc\"",
            "\"claimsDigest\" : \"sha256:1\"",
            "\"seed\" : 7",
            "\"scale\" : \"SMOKE\"",
            "\"digits\" : \"sha256:2\"",
            "\"java\"",
            "\"cpu\"",
            "\"kernel\" : \"scalar\"",
            "\"command\" : \"check probe\"")) {
      assertTrue(json.contains(part), part + " in " + json);
    }
  }

  @Test
  void knowsHowFarEachReplicateIs() {
    RunFolder folder = Fixture.folder(home);
    try (Owner owner = folder.own()) {
      Fixture.finish(owner, "first", 0, 3);
      owner.take("first", 1).orElseThrow().close();
    }
    assertEquals(ReplicateState.FINISHED, folder.state("first", 0));
    assertEquals(ReplicateState.OPEN, folder.state("first", 1));
    assertEquals(ReplicateState.ABSENT, folder.state("first", 2));
    assertEquals(1, folder.results("first").count());
    assertEquals(1.5, folder.finished("first").getFirst().seconds());
    assertThrows(IllegalArgumentException.class, () -> folder.state("third", 0));
  }

  @Test
  void digestsWhatWasMeasuredAndWithWhatSettings() {
    RunFolder one = Fixture.folder(home);
    RunFolder two = Fixture.folder(home);
    assertNotEquals(one.id(), two.id());
    try (Owner a = one.own();
        Owner b = two.own()) {
      Fixture.finish(a, "first", 0, 3);
      Fixture.finish(a, "first", 1, 4);
      Fixture.finish(b, "first", 1, 4);
      assertNotEquals(one.digest(), two.digest());
      Fixture.finish(b, "first", 0, 3);
    }
    assertEquals(one.digest(), two.digest());
    assertEquals(one.digest("second"), two.digest("second"));
    assertNotEquals(one.digest("first"), one.digest("second"));
  }

  @Test
  void refusesAReplicateEditedByHand() throws IOException {
    RunFolder folder = Fixture.folder(home);
    try (Owner owner = folder.own()) {
      Fixture.finish(owner, "first", 0, 3);
    }
    String before = folder.finished("first").getFirst().digest();
    Path file = folder.file("first", 0);
    Files.writeString(file, Files.readString(file).replace("\"x\":2.0", "\"x\":2.5"));
    String message = refused(() -> folder.results("first"));
    assertTrue(message.startsWith(file + " was changed after it was finished"), message);
    assertTrue(message.contains(before), message);
    assertEquals(2, message.split("[0-9a-f]{64}", -1).length - 1, message);
  }

  @Test
  void refusesDamageInOneLine() throws IOException {
    RunFolder folder = Fixture.folder(home);
    try (Owner owner = folder.own()) {
      Fixture.finish(owner, "first", 0, 3);
    }
    Path file = folder.file("first", 0);
    String whole = Files.readString(file);
    Files.writeString(file, whole + "{\"of\"");
    assertTrue(refused(() -> folder.results("first")).contains("nothing must follow the end line"));
    Files.writeString(file, whole.replaceFirst("\\{\"of\"", "{of"));
    assertTrue(refused(() -> folder.results("first")).contains("line must be a JSON object"));
    Files.writeString(file, whole.replace("\"replicate\":0", "\"replicate\":4"));
    assertTrue(refused(() -> folder.results("first")).contains("head must name"));
    Files.writeString(file, whole.replace("{\"engram\":1", "{\"engram\":2"));
    assertTrue(refused(() -> folder.results("first")).contains("is of format 2, newer than 1"));
  }

  @Test
  void takesAFileThatWasCutAnywhereForOpen() throws IOException {
    RunFolder folder = Fixture.folder(home);
    try (Owner owner = folder.own()) {
      Fixture.finish(owner, "first", 0, 3);
    }
    String digest = folder.digest();
    Path file = folder.file("first", 0);
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertEquals(ReplicateState.OPEN, folder.state("first", 0), "cut at " + length);
    }
    for (int length = 0; length < whole.length; length += 29) {
      Files.write(file, Arrays.copyOf(whole, length));
      try (Owner owner = folder.own()) {
        Fixture.finish(owner, "first", 0, 3);
      }
      assertEquals(digest, folder.digest(), "cut at " + length);
    }
  }

  @Test
  void refusesANewerFormatAndListsItWithItsProblem() throws IOException {
    RunFolder old = Fixture.folder(home);
    RunFolder newer = Fixture.folder(home);
    Path json = newer.path().resolve("run.json");
    Files.writeString(
        json, Files.readString(json).replace("\"engram\" : 1", "\"engram\" : 2, \"more\" : {}"));
    String message = refused(() -> RunFolder.open(newer.path()));
    assertEquals(
        newer.path()
            + " is of format 2, newer than 1: a newer Engram reads it; nothing was changed",
        message);
    List<Runs.Listed> listed = Runs.list(home);
    assertEquals(2, listed.size());
    for (Runs.Listed each : listed) {
      assertEquals(each.path().equals(old.path()), each.run().isPresent());
      assertEquals(each.path().equals(old.path()) ? "" : message, each.problem());
    }
  }

  @Test
  void refusesADamagedOrChangedPlan() throws IOException {
    RunFolder folder = Fixture.folder(home);
    Path params = folder.path().resolve("first/params.json");
    String sound = Files.readString(params);
    Files.writeString(params, sound.replace("0.5", "0.6"));
    assertTrue(refused(() -> RunFolder.open(folder.path())).contains("params.json was changed"));
    Files.writeString(params, sound);
    Path json = folder.path().resolve("run.json");
    String whole = Files.readString(json);
    for (String bad :
        List.of(
            "",
            "{",
            "[]",
            "{\"engram\":1}",
            whole.replace("\"seed\" : 7", "\"seed\" : \"x\""),
            whole.replace("\"slug\" : \"probe\"", "\"slug\" : \"../x\""),
            whole.substring(0, whole.length() / 2))) {
      Files.writeString(json, bad);
      String message = refused(() -> RunFolder.open(folder.path()));
      assertTrue(message.startsWith(json + " is damaged: "), message);
    }
  }

  @Test
  void findsARunByTheBeginningOfItsId() {
    assertEquals(
        "run must be the id of one run, or its beginning (there are no runs), was 7f",
        assertThrows(IllegalArgumentException.class, () -> Runs.find(home, "7f")).getMessage());
    RunFolder folder = Fixture.folder(home);
    assertEquals(folder.path(), Runs.find(home, folder.id()).path());
    assertEquals(folder.path(), Runs.find(home, folder.id().substring(0, 3)).path());
    assertEquals(folder.path(), Runs.find(home, folder.path().getFileName().toString()).path());
    assertEquals(
        "run must be the id of one run, or its beginning, such as " + folder.id() + ", was zz",
        assertThrows(IllegalArgumentException.class, () -> Runs.find(home, "zz")).getMessage());
  }

  @Test
  void removesARunInWhichNobodyWorks() {
    RunFolder folder = Fixture.folder(home);
    try (Owner owner = folder.own()) {
      Fixture.finish(owner, "first", 0, 3);
      assertTrue(refused(folder::remove).contains("is at work"));
    }
    folder.remove();
    assertFalse(Files.exists(folder.path()));
    assertEquals(List.of(), Runs.list(home));
  }

  @Test
  void saysWhatAFullDiskKept() {
    for (int room = 1500; room < 6000; room += 211) {
      Fixture.FullDisk disk = new Fixture.FullDisk(room);
      try {
        RunFolder folder = Fixture.folder(home.resolve("room" + room), disk);
        int kept = 0;
        try (Owner owner = folder.own()) {
          for (; kept < 3; kept++) {
            Fixture.finish(owner, "first", kept, 10);
          }
        } catch (RunFolderException e) {
          String message = String.valueOf(e.getMessage());
          assertTrue(message.contains("cannot be written: No space left on device; "), message);
          assertTrue(message.contains(kept + " finished replicate"), message);
          assertFalse(message.contains("\n"), message);
        }
        assertEquals(kept, RunFolder.open(folder.path()).results("first").count());
      } catch (RunFolderException e) {
        String message = String.valueOf(e.getMessage());
        assertTrue(message.endsWith("No space left on device; choose another --home"), message);
        assertEquals(List.of(), Runs.list(home.resolve("room" + room)));
      }
    }
  }

  @Test
  void refusesAHomeThatCannotBeWritten() throws IOException {
    Path file = Files.writeString(home.resolve("file"), "x");
    String message = refused(() -> Fixture.folder(file));
    assertTrue(message.startsWith("no run can be kept in " + file.resolve("runs")), message);
    assertTrue(message.endsWith("choose another --home"), message);
    Path runs = Files.writeString(home.resolve("runs"), "x");
    assertTrue(
        refused(() -> Fixture.folder(home)).startsWith("no run can be kept in " + runs + ": "));
  }

  @Test
  void mergesByCopyingFiles() throws IOException {
    RunFolder here = Fixture.folder(home);
    Path there = home.resolve("stick");
    try (Stream<Path> tree = Files.walk(here.path())) {
      for (Path each : tree.toList()) {
        Files.copy(each, there.resolve(here.path().relativize(each).toString()));
      }
    }
    RunFolder other = RunFolder.open(there);
    try (Owner a = here.own();
        Owner b = other.own()) {
      Fixture.finish(a, "first", 0, 3);
      Fixture.finish(b, "first", 1, 4);
      Fixture.finish(b, "first", 2, 5);
    }
    for (int i = 1; i < 3; i++) {
      Files.copy(other.file("first", i), here.file("first", i));
    }
    assertEquals(3, here.results("first").count());
    RunFolder stranger = Fixture.folder(home);
    Files.copy(other.file("first", 1), stranger.file("first", 1));
    assertTrue(refused(() -> stranger.results("first")).contains("head must name"));
  }

  private static String refused(Executable work) {
    return String.valueOf(assertThrows(RunFolderException.class, work).getMessage());
  }
}
