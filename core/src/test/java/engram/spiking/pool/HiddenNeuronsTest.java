// SPDX-License-Identifier: Apache-2.0
package engram.spiking.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.random.Seeds;
import engram.signal.spike.SpikeRaster;
import engram.source.FromPaper;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/// What is hidden is not read and not changed, and still takes part.
@FromPaper(value = "pspm", at = "spec: partial observation")
final class HiddenNeuronsTest {
  private static final int N = 40;
  private static final int[] EVEN = IntStream.range(0, N).filter(i -> i % 2 == 0).toArray();

  private static PspmTrainer trainer(Scene scene, PspmRule rule) {
    return new PspmTrainer(scene.net(), rule, SynapseMask.allToAll(N), Seeds.of(7));
  }

  private static PspmTraining train(Scene scene, PspmTrainer trainer, SpikeRaster target) {
    PspmTraining training = trainer.begin(scene.first(), scene.input(), target);
    training.run(30);
    return training;
  }

  @Test
  void hiddenRowsAreNeitherReadNorChanged() {
    Scene scene = Scene.of(N, 300, 0.05, 81);
    SpikeRaster other = scene.target().copy();
    for (int i = 1; i < N; i += 2) {
      for (int t = 0; t < 300; t += 3) {
        other.set(i, t);
      }
    }
    for (PspmRule rule : new PspmRule[] {PspmRule.local(), PspmRule.both()}) {
      PspmTraining known = train(scene, trainer(scene, rule).seeing(EVEN), scene.target());
      PspmTraining garbled = train(scene, trainer(scene, rule).seeing(EVEN), other);
      assertEquals(known.last(), garbled.last());
      assertEquals(known.bestSimilarity(), garbled.bestSimilarity());
      for (int i = 0; i < N; i++) {
        double moved = 0;
        for (int j = 0; j < N; j++) {
          moved += Math.abs(known.last().weight(i, j) - scene.first().weight(i, j));
        }
        assertTrue(i % 2 == 0 ? moved > 0 : moved == 0, "neuron " + i + " moved by " + moved);
      }
    }
  }

  @Test
  void seeingAllIsTheRuleItself() {
    Scene scene = Scene.of(N, 300, 0.05, 82);
    int[] all = IntStream.range(0, N).toArray();
    PspmTrainer plain = trainer(scene, PspmRule.local()).accepting();
    PspmTraining without = train(scene, plain, scene.target());
    PspmTraining with = train(scene, plain.seeing(all), scene.target());
    assertEquals(without.last(), with.last());
    assertEquals(without.bestSimilarity(), with.bestSimilarity());
  }

  @Test
  void hiddenNeuronsTakePartInPools() {
    Scene scene = Scene.of(N, 300, 0.05, 83);
    PspmTraining training =
        train(scene, trainer(scene, PspmRule.local()).seeing(EVEN), scene.target());
    assertNotEquals(scene.first().weight(0, 1), training.last().weight(0, 1));
  }

  /// Similarity is that of seen neurons, and it rises.
  @Test
  void seenNeuronsBecomeAlike() {
    Scene scene = Scene.of(N, 300, 0.05, 84);
    PspmTraining training =
        trainer(scene, PspmRule.local())
            .seeing(EVEN)
            .begin(scene.first(), scene.input(), scene.target());
    PspmTraining.Epoch first = training.run(1);
    long wanted = IntStream.of(EVEN).mapToLong(scene.target()::count).sum();
    assertEquals(wanted, first.matches().targetCount());
    training.run(100);
    assertTrue(training.bestSimilarity() > first.matches().f1() + 0.1);
  }

  @Test
  void refusesWhatIsNoPartOfANet() {
    Scene scene = Scene.of(N, 50, 0.05, 85);
    PspmTrainer trainer = trainer(scene, PspmRule.local());
    refuses("neurons must be 1 or more, was none", trainer::seeing);
    refuses("neurons must ascend in [0, 39], was [3, 3]", () -> trainer.seeing(3, 3));
    refuses("neurons must ascend in [0, 39], was [40]", () -> trainer.seeing(40));
    PspmTrainer taught = trainer(scene, PspmRule.local().with(PspmRule.Drive.TEACHER));
    refuses("drive must be FREE where neurons are hidden, was TEACHER", () -> taught.seeing(1));
  }

  private static void refuses(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
