// SPDX-License-Identifier: Apache-2.0
package engram.flow.patch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import engram.source.FromPaper;
import org.junit.jupiter.api.Test;

@FromPaper(value = "benign-oscillation", at = "spec: model")
final class ActivationTest {
  @Test
  void slopesAreTheFiniteDifferencesOfTheValues() {
    double h = 1e-6;
    for (Activation activation : Activation.values()) {
      for (double z : new double[] {-2, -0.3, 0.4, 1.7}) {
        double difference = (activation.value(z + h) - activation.value(z - h)) / (2 * h);
        assertEquals(difference, activation.slope(z), 1e-8, activation + " at " + z);
      }
    }
  }

  @Test
  void nothingMovesAtTheKink() {
    for (Activation activation : Activation.values()) {
      assertEquals(0, activation.value(0));
      assertEquals(0, activation.slope(0));
    }
  }
}
