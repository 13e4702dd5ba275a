// SPDX-License-Identifier: Apache-2.0
package engram.memory.dense;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.random.RandomStream;
import engram.random.Seeds;
import engram.source.FromPaper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/// The memory as a person uses it.
@FromPaper(value = "dense-hebbian", at = "spec: energy")
final class DenseHebbianMemoryTest {
  @Test
  void recallsAPatternFromADamagedCue() {
    RandomStream random = Seeds.of(42).stream("memory");
    Patterns patterns = Patterns.random(200, 64, random);
    DenseHebbianMemory memory = DenseHebbianMemory.ofBodies(4, 64);
    for (int mu = 0; mu < patterns.count(); mu++) {
      memory.store(patterns.row(mu));
    }
    byte[] cue = patterns.flipped(7, 0.15, random);
    DenseHebbianMemory.Recall recall = memory.recall(cue);
    assertArrayEquals(patterns.row(7), recall.state());
    assertEquals(7, recall.nearest());
    assertEquals(1, recall.overlaps()[7]);
    assertTrue(recall.settled() && recall.sweeps() >= 2);
    assertTrue(recall.energy() < memory.energy(cue));
    assertEquals(1 - 2 * 10 / 64.0, memory.overlaps(cue)[7]);
  }

  @Test
  void refusesWhatItCannotAnswer() {
    DenseHebbianMemory memory = DenseHebbianMemory.ofBodies(3, 4);
    assertEquals(
        "memory must hold a pattern before it is asked, was empty",
        assertThrows(IllegalStateException.class, () -> memory.recall(new byte[] {1, 1, 1, 1}))
            .getMessage());
    memory.store(new byte[] {1, -1, 1, -1});
    refuses(
        "length of cue must be the number of spins, 4, was 3",
        () -> memory.recall(new byte[] {1, 1, 1}));
    refuses("cue at place 2 must be +1 or -1, was 0", () -> memory.recall(new byte[] {1, 1, 0, 1}));
    refuses(
        "pattern at place 0 must be +1 or -1, was 2", () -> memory.store(new byte[] {2, 1, 1, 1}));
    refuses(
        "bodies must be in [2, 10] and at most the 4 spins, was 5",
        () -> DenseHebbianMemory.ofBodies(5, 4));
  }

  private static void refuses(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
