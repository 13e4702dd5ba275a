// SPDX-License-Identifier: Apache-2.0
package engram.flow.patch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.random.Seeds;
import engram.source.FromPaper;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

@FromPaper(value = "benign-oscillation", at = "spec: data model")
final class FeatureNoiseTest {
  @Test
  void refusesWhatNoLawCanBe() {
    FeatureNoise law = FeatureNoise.standard();
    refuses("dimension must be 3 or more, was 2", () -> new FeatureNoise(2, 40, 0.9, 0.2, 1, 1));
    refuses("examples must be 1 or more, was 0", () -> law.withExamples(0));
    refuses("strongShare must be inside [0, 1], was 1.01", () -> law.withStrongShare(1.01));
    refuses("strongShare must be inside [0, 1], was NaN", () -> law.withStrongShare(Double.NaN));
    refuses("weakNorm must be finite and 0 or more, was -0.1", () -> law.withWeakNorm(-0.1));
    refuses("strongNorm must be finite and above 0, was 0.0", () -> law.withStrongNorm(0));
    refuses(
        "noiseNorm must be finite and 0 or more, was Infinity",
        () -> law.withNoiseNorm(Double.POSITIVE_INFINITY));
    refuses(
        "strongShare * examples must leave both kinds, was 40 strong of 40",
        () -> law.withStrongShare(0.99).requireBothKinds());
    refuses(
        "strongShare * examples must leave both kinds, was 0 strong of 40",
        () -> law.withStrongShare(0).requireBothKinds());
    assertEquals(law, law.requireBothKinds());
  }

  @Test
  void warnsOfAWeakFeatureThatIsTheStrongerOne() {
    assertEquals(Optional.empty(), FeatureNoise.standard().warning());
    assertEquals(
        Optional.of("weakNorm should be at most strongNorm, was 1.5 > 1.0"),
        FeatureNoise.standard().withWeakNorm(1.5).warning());
  }

  @Test
  void drawsExactlyTheShareAndPatchesOfTheGivenLengths() {
    FeatureNoise law = FeatureNoise.standard();
    FeatureNoiseData data = law.draw(Seeds.of(7));
    int strong = 0;
    double meanSquare = 0;
    for (int i = 0; i < data.count(); i++) {
      double y = data.label(i);
      assertEquals(1, Math.abs(y));
      assertEquals(y * 0.2, data.weak(i));
      assertEquals(data.isStrong(i) ? y : 0, data.strong(i));
      strong += data.isStrong(i) ? 1 : 0;
      assertEquals(0, data.noise(i)[0]);
      assertEquals(0, data.noise(i)[1]);
      meanSquare += data.noiseLength(i) * data.noiseLength(i) / data.count();
    }
    assertEquals(36, strong);
    // The mean of 40 * 398 squares has the standard error sqrt(2 / 15920) = 0.011.
    assertEquals(1, meanSquare, 0.05, "seed 7");
  }

  @Test
  void oneSeedGivesOneSetAndAnotherGivesAnother() {
    FeatureNoise law = FeatureNoise.standard();
    assertEquals(law.draw(Seeds.of(1)).noise(3)[5], law.draw(Seeds.of(1)).noise(3)[5]);
    assertNotEquals(law.draw(Seeds.of(1)).noise(3)[5], law.draw(Seeds.of(2)).noise(3)[5]);
  }

  @Test
  void labelsAreFair() {
    FeatureNoiseData data = FeatureNoise.standard().withExamples(1000).draw(Seeds.of(11));
    double sum = 0;
    for (int i = 0; i < data.count(); i++) {
      sum += data.label(i);
    }
    assertTrue(Math.abs(sum) < 4 * Math.sqrt(1000), "seed 11, sum of labels " + sum);
  }

  private static void refuses(String message, Executable executable) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, executable).getMessage());
  }
}
