// SPDX-License-Identifier: Apache-2.0
package engram.sequence.htm.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.random.RandomStream;
import engram.random.Seeds;
import engram.sequence.sdr.Sdr;
import engram.source.FromPaper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The fast memory against its definition on random streams of all kinds: same anomaly at each
/// step, same state to the last permanence and draw.
@FromPaper(value = "htm", at = "spec temporal memory")
final class PlainTemporalMemoryTest {
  private static final int STEPS = 250;

  private long segments;
  private int surpriseless;

  @Test
  void theFastFormIsTheDefinition() {
    for (long seed = 1; seed <= 40; seed++) {
      agree(seed);
    }
    // The streams ask for segments, and some of what they bring is expected.
    assertTrue(segments > 1000, "segments " + segments);
    assertTrue(surpriseless > 500, "steps without surprise " + surpriseless);
  }

  private void agree(long seed) {
    RandomStream random = Seeds.of(seed).stream("stream");
    MemorySettings settings = settings(random);
    TemporalMemory fast = new TemporalMemory(settings, Seeds.of(seed));
    PlainTemporalMemory plain = new PlainTemporalMemory(settings, Seeds.of(seed));
    List<Sdr> symbols = new ArrayList<>();
    for (int i = random.nextInt(2, 8); i >= 0; i--) {
      symbols.add(Sdr.random(settings.columns(), random.nextInt(settings.columns()), random));
    }
    int next = 0;
    for (int step = 0; step < STEPS; step++) {
      String where = "seed " + seed + ", step " + step + ", " + settings;
      next =
          random.nextDouble() < 0.8 ? (next + 1) % symbols.size() : random.nextInt(symbols.size());
      double anomaly = plain.step(symbols.get(next));
      assertEquals(anomaly, fast.step(symbols.get(next)), where);
      surpriseless += anomaly == 0 ? 1 : 0;
      disturb(random, settings, fast, plain);
      if (step % 25 == 0) {
        assertEquals(plain.snapshot(), fast.snapshot(), where);
      }
    }
    assertEquals(plain.snapshot(), fast.snapshot(), "seed " + seed + ", " + settings);
    segments += fast.segments();
  }

  private static void disturb(
      RandomStream random,
      MemorySettings settings,
      TemporalMemory fast,
      PlainTemporalMemory plain) {
    int kind = random.nextInt(100);
    if (kind < 3) {
      fast.reset();
      plain.reset();
    } else if (kind < 6) {
      fast.setLearning(kind == 3);
      plain.setLearning(kind == 3);
    } else if (kind < 8) {
      fast.setLearning(true);
      plain.setLearning(true);
    } else if (kind == 8) {
      Sdr dead = Sdr.random(settings.cells(), random.nextInt(2), random);
      fast.kill(dead);
      plain.kill(dead);
    }
  }

  private static MemorySettings settings(RandomStream random) {
    int activation = random.nextInt(1, 5);
    var dendrites =
        new MemorySettings.Dendrites(
            activation,
            random.nextInt(1, activation + 1),
            random.nextInt(1, 8),
            random.nextInt(1, 5),
            random.nextInt(4, 12));
    var plasticity =
        new MemorySettings.Plasticity(
            random.nextInt(1, 7) / 10.0,
            0.5,
            random.nextInt(0, 2000) / 10_000.0,
            random.nextInt(0, 1000) / 10_000.0,
            random.nextInt(3) * 0.01);
    return new MemorySettings(random.nextInt(6, 25), random.nextInt(1, 5), dendrites, plasticity);
  }
}
