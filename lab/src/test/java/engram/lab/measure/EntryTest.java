// SPDX-License-Identifier: Apache-2.0
package engram.lab.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Entries that differ have canonical texts that differ, each on one line.
final class EntryTest {
  private static final Measure ACCURACY = Measure.of("accuracy", "share that is right");

  @Test
  void aNumberAndItsTextDiffer() {
    assertNotEquals(row("1").canonical(), row(1L).canonical());
    assertNotEquals(row("true").canonical(), row(true).canonical());
    assertNotEquals(row(1.0).canonical(), row(1L).canonical());
  }

  @Test
  void separatorsInTextsAreEscaped() {
    Entry one = row("a\tb=\"c\"\n\\");
    assertEquals(1, one.canonical().lines().count());
    Entry split = new Entry.Row("t", Map.of("column", "a", "b", "c"));
    assertNotEquals(one.canonical(), split.canonical());
  }

  @Test
  void armAndReasonCannotRunIntoEachOther() {
    assertNotEquals(
        new Entry.Diverged(ACCURACY.in("large step"), "at 7").canonical(),
        new Entry.Diverged(ACCURACY.in("large"), "step at 7").canonical());
  }

  @Test
  void everyBitOfANumberCounts() {
    assertNotEquals(
        new Entry.Value(ACCURACY.plain(), 0.0).canonical(),
        new Entry.Value(ACCURACY.plain(), -0.0).canonical());
    assertEquals(
        new Replicate(0, List.of(new Entry.Value(ACCURACY.plain(), 0.1))).digest(),
        new Replicate(5, List.of(new Entry.Value(ACCURACY.plain(), 0.1))).digest());
  }

  private static Entry row(Object cell) {
    return new Entry.Row("t", Map.of("column", cell));
  }
}
