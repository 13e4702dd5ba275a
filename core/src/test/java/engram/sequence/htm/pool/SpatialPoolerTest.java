// SPDX-License-Identifier: Apache-2.0
package engram.sequence.htm.pool;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.random.RandomStream;
import engram.random.Seeds;
import engram.sequence.sdr.Sdr;
import engram.sequence.sdr.SdrNoise;
import engram.source.FromPaper;
import engram.state.MachineContract;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The pooler against its definition, and by the properties it is there for.
@FromPaper(value = "htm", at = "spec spatial pooler")
final class SpatialPoolerTest {
  private static PoolerSettings global(int inputs, int columns, int active, double boost) {
    return new PoolerSettings(
        inputs,
        columns,
        new PoolerSettings.Pool(inputs, 0.8),
        new PoolerSettings.Competition(true, active, 0),
        new PoolerSettings.Plasticity(0.2, 0.03, 0.005),
        new PoolerSettings.Balance(boost, 0.001, 100, 50));
  }

  private static PoolerSettings drawn(RandomStream random) {
    int inputs = random.nextInt(20, 60);
    int columns = random.nextInt(2, 50);
    return new PoolerSettings(
        inputs,
        columns,
        new PoolerSettings.Pool(random.nextInt(2, 40), random.nextDouble(0.3, 1)),
        new PoolerSettings.Competition(
            random.nextBoolean(), random.nextInt(1, columns + 1), random.nextInt(2)),
        new PoolerSettings.Plasticity(
            0.1 + 0.1 * random.nextInt(4), 0.01 * random.nextInt(10), 0.01 * random.nextInt(10)),
        new PoolerSettings.Balance(
            random.nextBoolean() ? 0 : random.nextDouble(0, 10),
            random.nextDouble(0, 1),
            random.nextInt(1, 50),
            random.nextInt(1, 20)));
  }

  @Test
  void theFastFormIsTheDefinition() {
    for (long seed = 1; seed <= 40; seed++) {
      RandomStream random = Seeds.of(seed).stream("stream");
      PoolerSettings settings = drawn(random);
      SpatialPooler fast = new SpatialPooler(settings, Seeds.of(seed));
      PlainSpatialPooler plain = new PlainSpatialPooler(settings, Seeds.of(seed));
      for (int step = 0; step < 120; step++) {
        int active = random.nextInt(settings.inputs() / 2);
        Sdr input = Sdr.random(settings.inputs(), active, random);
        String where = "seed " + seed + ", step " + step + ", " + settings;
        assertEquals(plain.step(input), fast.step(input), where);
        if (step % 30 == 29) {
          assertEquals(plain.snapshot(), fast.snapshot(), where);
          boolean learning = random.nextInt(4) > 0;
          fast.setLearning(learning);
          plain.setLearning(learning);
        }
      }
    }
  }

  @Test
  void overlapsBeyondAByteAreCounted() {
    PoolerSettings settings = global(700, 64, 8, 0);
    SpatialPooler fast = new SpatialPooler(settings, Seeds.of(5));
    PlainSpatialPooler plain = new PlainSpatialPooler(settings, Seeds.of(5));
    RandomStream random = Seeds.of(5).stream("inputs");
    for (int step = 0; step < 20; step++) {
      Sdr input = Sdr.random(700, 650, random);
      assertEquals(plain.step(input), fast.step(input));
    }
    assertEquals(plain.snapshot(), fast.snapshot());
  }

  @Test
  void sparsityIsExactWhateverTheInput() {
    SpatialPooler pooler = new SpatialPooler(global(200, 512, 10, 0), Seeds.of(1));
    RandomStream random = Seeds.of(1).stream("inputs");
    for (int active : new int[] {0, 1, 5, 40, 100, 199, 200}) {
      assertEquals(10, pooler.step(Sdr.random(200, active, random)).size(), "active " + active);
    }
    assertEquals(
        256,
        new SpatialPooler(global(200, 512, 500, 0), Seeds.of(1))
            .step(Sdr.random(200, 20, random))
            .size());
  }

  @Test
  void learningMakesColumnsRobustAgainstNoise() {
    RandomStream random = Seeds.of(2).stream("inputs");
    List<Sdr> inputs = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      inputs.add(Sdr.random(400, 40, random));
    }
    SpatialPooler pooler = new SpatialPooler(global(400, 1024, 20, 0), Seeds.of(2));
    double before = noisyOverlap(pooler, inputs);
    for (int pass = 0; pass < 40; pass++) {
      inputs.forEach(pooler::step);
    }
    double after = noisyOverlap(pooler, inputs);
    assertTrue(after > before + 0.1 && after > 0.9, before + " before, " + after + " after");
    // Unlike inputs keep unlike columns: by chance 20 of 1024 columns share 0.4.
    pooler.setLearning(false);
    int shared = pooler.step(inputs.get(0)).overlap(pooler.step(inputs.get(1)));
    assertTrue(shared <= 10, "shared " + shared);
  }

  private static double noisyOverlap(SpatialPooler pooler, List<Sdr> inputs) {
    RandomStream random = Seeds.of(3).stream("noise");
    pooler.setLearning(false);
    double sum = 0;
    for (Sdr input : inputs) {
      sum += pooler.step(input).overlap(pooler.step(SdrNoise.move(input, 0.2, random))) / 20.0;
    }
    pooler.setLearning(true);
    return sum / inputs.size();
  }

  @Test
  void boostingBringsIdleColumnsIn() {
    RandomStream random = Seeds.of(4).stream("inputs");
    List<Sdr> inputs = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      inputs.add(Sdr.random(200, 20, random));
    }
    int[] used = new int[2];
    for (int boosted = 0; boosted < 2; boosted++) {
      SpatialPooler pooler = new SpatialPooler(global(200, 256, 5, 20.0 * boosted), Seeds.of(4));
      boolean[] active = new boolean[256];
      for (int step = 0; step < 600; step++) {
        for (int column : pooler.step(inputs.get(step % 30)).cells()) {
          active[column] = true;
        }
      }
      for (boolean was : active) {
        used[boosted] += was ? 1 : 0;
      }
    }
    assertTrue(used[1] > 1.3 * used[0], used[0] + " without, " + used[1] + " with");
  }

  @Test
  void aColumnAtItsTargetIsNotBoosted() {
    // 2 of 4 columns win; those that always do have duty 1, the others 0, the target is 1/2.
    SpatialPooler pooler = new SpatialPooler(global(20, 4, 2, 3), Seeds.of(6));
    pooler.step(Sdr.of(20, 1, 2, 3));
    double[] duties = pooler.snapshot().doubles("active-duties");
    double[] boosts = pooler.snapshot().doubles("boosts");
    assertEquals(2, Arrays.stream(duties).sum());
    for (int i = 0; i < 4; i++) {
      assertEquals(Math.exp(3 * (0.5 - duties[i])), boosts[i], 1e-15 * Math.exp(1.5));
    }
  }

  @Test
  void withoutLearningNoPermanenceChanges() {
    SpatialPooler pooler = new SpatialPooler(global(100, 64, 4, 2), Seeds.of(7));
    RandomStream random = Seeds.of(7).stream("inputs");
    pooler.step(Sdr.random(100, 10, random));
    int[] before = pooler.snapshot().ints("permanences");
    pooler.setLearning(false);
    Sdr input = Sdr.random(100, 10, random);
    assertEquals(pooler.step(input), pooler.step(input));
    assertArrayEquals(before, pooler.snapshot().ints("permanences"));
  }

  @Test
  void keepsTheContractOfMachines() {
    RandomStream random = Seeds.of(8).stream("inputs");
    List<Sdr> inputs = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      inputs.add(Sdr.random(40, 6, random));
    }
    var local =
        new PoolerSettings(
            40,
            30,
            new PoolerSettings.Pool(6, 0.7),
            new PoolerSettings.Competition(false, 3, 1),
            new PoolerSettings.Plasticity(0.2, 0.03, 0.005),
            new PoolerSettings.Balance(2, 0.01, 20, 7));
    MachineContract.check(() -> new SpatialPooler(local, Seeds.of(8)), inputs);
    MachineContract.check(() -> new SpatialPooler(global(40, 30, 3, 0), Seeds.of(8)), inputs);
  }

  @Test
  void refusesBadInput() {
    SpatialPooler pooler = new SpatialPooler(global(40, 30, 3, 0), Seeds.of(9));
    refused("population of the input must be 40, was 41", () -> pooler.step(Sdr.of(41, 0)));
    refused("inputs must be 1 or more, was 0", () -> global(0, 30, 3, 0));
    refused("columns must be 1 or more, was 0", () -> global(40, 0, 3, 0));
    refused("active must be at most columns 30, was 31", () -> global(40, 30, 31, 0));
    refused("share must be in (0, 1], was 0.0", () -> new PoolerSettings.Pool(3, 0));
    refused(
        "pool must hold 1 or more inputs and at least stimulusThreshold 9, was 8",
        () ->
            new PoolerSettings(
                10,
                5,
                new PoolerSettings.Pool(10, 0.8),
                new PoolerSettings.Competition(true, 2, 9),
                new PoolerSettings.Plasticity(0.2, 0.03, 0.005),
                PoolerSettings.Balance.PUBLISHED));
    refused(
        "increment must be a multiple of 0.000001 in [0, 1], was -0.1",
        () -> new PoolerSettings.Plasticity(0.2, -0.1, 0.005));
  }

  private static void refused(String message, Runnable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }
}
