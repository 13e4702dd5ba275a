// SPDX-License-Identifier: Apache-2.0
package engram.spiking.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.random.Seeds;
import engram.source.FromPaper;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/// Correlations of weights, and the laws that weights are drawn from.
@FromPaper(value = "pspm", at = "spec: weight measures")
final class WeightComparisonTest {
  private static final ReferenceWeights LAW = new ReferenceWeights(60, 0.1);

  @Test
  void equalWeightsAgreeInEverything() {
    RecurrentWeights truth = LAW.draw(Seeds.of(1).stream("truth"));
    WeightComparison same = WeightComparison.of(truth.times(3), truth, LAW.excitatory());
    assertEquals(1, same.all(), 1e-12);
    assertEquals(1, same.excitatory(), 1e-12);
    assertEquals(1, same.inhibitory(), 1e-12);
    assertEquals(1, same.cosine(), 1e-12);
    assertEquals(1, same.inputSums(), 1e-12);
    assertEquals(-1, WeightComparison.of(truth.times(-2), truth, 48).all(), 1e-12);
  }

  /// The trap that the class tells apart: independent draws agree at `between / (between +
  /// within)`, 1 / (1 + (1/12)(.8 + .2 16) / (.16 (1/2 + 2)^2)) = .75.
  @Test
  void independentWeightsOfOneLawAgreeAlthoughNothingIsShared() {
    RecurrentWeights truth = LAW.draw(Seeds.of(1).stream("truth"));
    RecurrentWeights other = LAW.draw(Seeds.of(2).stream("truth"));
    WeightComparison apart = WeightComparison.of(other, truth, LAW.excitatory());
    assertEquals(0.75, apart.all(), 0.02);
    assertEquals(0, apart.excitatory(), 4 / Math.sqrt(59 * 48));
    assertEquals(0, apart.inhibitory(), 4 / Math.sqrt(59 * 12));
  }

  @Test
  void shuffledWeightsKeepTheirDistributionAndNothingElse() {
    RecurrentWeights truth = LAW.draw(Seeds.of(1).stream("truth"));
    RecurrentWeights mixed = LAW.shuffled(truth, Seeds.of(3).stream("shuffle"));
    for (int half = 0; half < 2; half++) {
      int from = half == 0 ? 0 : LAW.excitatory();
      int to = half == 0 ? LAW.excitatory() : 60;
      assertTrue(Arrays.equals(sorted(truth, from, to), sorted(mixed, from, to)));
    }
    WeightComparison apart = WeightComparison.of(mixed, truth, LAW.excitatory());
    assertEquals(0, apart.excitatory(), 4 / Math.sqrt(59 * 48));
    for (int i = 0; i < 60; i++) {
      assertEquals(0, mixed.weight(i, i));
    }
  }

  private static double[] sorted(RecurrentWeights weights, int from, int to) {
    double[] all = new double[60 * (to - from)];
    for (int j = from; j < to; j++) {
      for (int i = 0; i < 60; i++) {
        all[(j - from) * 60 + i] = weights.weight(i, j);
      }
    }
    Arrays.sort(all);
    return all;
  }

  @Test
  void weightsThatDoNotVaryCorrelateWithNothing() {
    RecurrentWeights truth = LAW.draw(Seeds.of(1).stream("truth"));
    WeightComparison none = WeightComparison.of(RecurrentWeights.none(60), truth, 48);
    assertEquals(new WeightComparison(0, 0, 0, 0, 0), none);
  }

  @Test
  void refusesWhatCannotBeCompared() {
    RecurrentWeights truth = RecurrentWeights.none(3);
    refuses(
        "weights must be of 3 neurons, was 2",
        () -> WeightComparison.of(RecurrentWeights.none(2), truth, 1));
    refuses("excitatory must be in [0, 3], was 4", () -> WeightComparison.of(truth, truth, 4));
    refuses("neurons must be 2 or more, was 1", () -> new ReferenceWeights(1, 0.1));
    refuses("strength must be above 0 and finite, was 0.0", () -> new ReferenceWeights(5, 0));
  }

  private static void refuses(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
