// SPDX-License-Identifier: Apache-2.0
package engram.spiking.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.random.RandomStream;
import engram.random.Seeds;
import engram.signal.spike.SpikeRaster;
import engram.source.FromPaper;
import engram.spiking.replay.RecurrentWeights;
import engram.spiking.replay.ReferenceWeights;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The fast form against the definition, bit for bit, over random rasters and all options.
@FromPaper(value = "pspm", at = "spec: fast form")
final class PoolKernelTest {
  private static final long SEED = 20261128;

  private static List<PspmRule> rules() {
    List<PspmRule> rules = new ArrayList<>();
    for (PspmRule.Drive drive : PspmRule.Drive.values()) {
      for (PspmRule.Credit credit : PspmRule.Credit.values()) {
        for (PspmRule.Timing timing : PspmRule.Timing.values()) {
          for (boolean relative : new boolean[] {false, true}) {
            for (boolean dale : new boolean[] {false, true}) {
              rules.add(
                  PspmRule.both()
                      .with(drive)
                      .with(credit)
                      .with(timing)
                      .with(new PspmRule.Step(0.5, 0.05, 1, relative))
                      .with(new PspmRule.Bounds(dale, dale ? 0.12 : Double.POSITIVE_INFINITY)));
            }
          }
        }
      }
    }
    return rules;
  }

  @Test
  void kernelEqualsDefinition() {
    RandomStream random = Seeds.of(SEED).stream("rasters");
    int changes = 0;
    for (int trial = 0; trial < 60; trial++) {
      int n = 2 + random.nextInt(70);
      int steps = 1 + random.nextInt(200);
      SpikeRaster model = Scene.noise(n, steps, 0.05, random);
      SpikeRaster target = Scene.noise(n, steps, 0.05, random);
      RecurrentWeights first = new ReferenceWeights(n, 0.1).draw(random);
      SynapseMask mask = SynapseMask.allToAll(n);
      PspmRule.Window window = new PspmRule.Window(random.nextInt(4), 1 + random.nextInt(6));
      PspmRule rule = rules().get(trial % rules().size()).with(window);
      WeightLimits limits = new WeightLimits(rule.bounds(), first);
      String name = "seed " + SEED + " trial " + trial + " " + rule;
      changes +=
          equal(
              name,
              new PlainPspm(rule, mask, limits).judge(model, target),
              new PoolKernel(rule, mask, limits).judge(model, target),
              first,
              trial,
              steps);
    }
    assertTrue(changes > 50, "only " + changes + " trials changed anything");
  }

  private static int equal(
      String name,
      PoolUpdate.Judged plain,
      PoolUpdate.Judged fast,
      RecurrentWeights first,
      int trial,
      int steps) {
    int n = first.neurons();
    int[] labels = new int[n];
    for (int i = 0; i < n; i++) {
      labels[i] = i;
    }
    PoolDraws draws = new PoolDraws(Seeds.of(trial), 3, labels, steps);
    RecurrentWeights left = first.copy();
    RecurrentWeights right = first.copy();
    for (int i = 0; i < n; i++) {
      assertEquals(plain.missed(i), fast.missed(i), name);
      assertEquals(plain.spurious(i), fast.spurious(i), name);
      plain.change(left, i, 0.05, draws);
    }
    for (int i = n - 1; i >= 0; i--) {
      fast.change(right, i, 0.05, draws);
    }
    assertEquals(left, right, name);
    return left.equals(first) ? 0 : 1;
  }

  /// Spikes of the target at 10 and 30, of the model at 13 and 32: with D 2 one is missed, one
  /// spurious; with D 3 none.
  @Test
  void windowIncludesItsEnds() {
    SpikeRaster target = Scene.raster(1, 40, 0, 10, 0, 30);
    SpikeRaster model = Scene.raster(1, 40, 0, 13, 0, 32);
    for (int d = 0; d < 5; d++) {
      PspmRule rule = PspmRule.local().with(new PspmRule.Window(d, 1));
      PoolUpdate.Judged judged = kernel(rule, 1).judge(model, target);
      int expected = d < 2 ? 2 : d < 3 ? 1 : 0;
      assertEquals(expected, judged.missed(0));
      assertEquals(expected, judged.spurious(0));
    }
  }

  @Test
  void toleranceOfTheWholeRunMissesNothingUnlessTheTrainIsEmpty() {
    PspmRule rule = PspmRule.local().with(new PspmRule.Window(50, 1));
    SpikeRaster target = Scene.raster(2, 50, 0, 0, 1, 20);
    PoolUpdate.Judged judged = kernel(rule, 2).judge(Scene.raster(2, 50, 0, 49), target);
    assertEquals(0, judged.missed(0));
    assertEquals(0, judged.spurious(0));
    assertEquals(1, judged.missed(1));
  }

  private static PoolKernel kernel(PspmRule rule, int n) {
    return new PoolKernel(
        rule,
        SynapseMask.allToAll(n),
        new WeightLimits(PspmRule.Bounds.NONE, RecurrentWeights.none(n)));
  }
}
