// SPDX-License-Identifier: Apache-2.0
package engram.memory.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.source.FromPaper;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

@FromPaper(value = "dense-hebbian", at = "spec: one step")
final class OneStepTest {
  @Test
  void unlabelledExamplesCountByThePowerOfTheirQuality() {
    assertEquals(
        OneStep.datasetEntropy(0.5, 20 * 100) * (1 - Math.pow(0.5, 6)) / (1 - 0.25) * 16,
        OneStep.unlabelledEntropy(3, 0.5, 20 * 100),
        1e-12);
    double labelled = OneStep.supervised(3, 0.2, OneStep.datasetEntropy(0.4, 50));
    double unlabelled = OneStep.unsupervised(3, 0.2, 0.4, 50);
    assertTrue(unlabelled < labelled - 0.1, labelled + " and " + unlabelled);
    assertEquals(
        OneStep.supervised(3, 0.2, 0),
        OneStep.unsupervised(3, 0.2, 1, 5),
        1e-15,
        "perfect examples");
  }

  @Test
  void minimalExamplesAreTheFirstThatSuffice() {
    for (double quality : new double[] {0.1, 0.5, 0.9}) {
      int enough = OneStep.minimalExamples(3, 0.1, quality, 1.5).orElseThrow();
      double threshold = 1 / (1.5 * 1.5);
      assertTrue(noise(OneStep.datasetEntropy(quality, enough)) < threshold);
      assertTrue(enough == 1 || noise(OneStep.datasetEntropy(quality, enough - 1)) >= threshold);
    }
    assertEquals(OptionalInt.of(1), OneStep.minimalExamples(3, 0.1, 1, 1));
    assertEquals(OptionalInt.empty(), OneStep.minimalExamples(3, 2, 0.5, 1));
  }

  private static double noise(double entropy) {
    return entropy + 0.2 / 3 * ControlPoint.power(1 + entropy, 3);
  }

  @Test
  void refusals() {
    refused("quality must be in (0, 1], was 0.0", () -> OneStep.datasetEntropy(0, 3));
    refused("quality must be in (0, 1], was NaN", () -> OneStep.datasetEntropy(Double.NaN, 3));
    refused("examples must be 1 or more, was -2", () -> OneStep.datasetEntropy(0.5, -2));
    refused("confidence must be above 0, was 0.0", () -> OneStep.minimalExamples(3, 0.1, 0.5, 0));
  }

  private static void refused(String message, Runnable act) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, act::run).getMessage());
  }
}
