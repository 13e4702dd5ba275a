// SPDX-License-Identifier: Apache-2.0
package engram.spiking.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import engram.random.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class RecurrentWeightsTest {
  @Test
  void weightsBySourceAreTheSameWeights() {
    RecurrentWeights weights = new ReferenceWeights(7, 1).draw(Seeds.of(3).stream("w"));
    double[] outgoing = weights.bySource();
    assertEquals(weights.weight(2, 5), outgoing[5 * 7 + 2]);
    assertEquals(weights, RecurrentWeights.bySource(7, outgoing));
    outgoing[5 * 7 + 2] = Double.NaN;
    refuses("weight 2, 5 must be finite, was NaN", () -> RecurrentWeights.bySource(7, outgoing));
    refuses(
        "outgoing must have 9 values, was 8", () -> RecurrentWeights.bySource(3, new double[8]));
  }

  @Test
  void refusesWhatAreNoWeights() {
    refuses("neurons must be 1 or more, was 0", () -> RecurrentWeights.none(0));
    refuses(
        "row 1 of weights must have 2 values, was 1",
        () -> RecurrentWeights.of(new double[][] {{0, 0}, {0}}));
    refuses(
        "weight 0, 0 must be finite, was NaN",
        () -> RecurrentWeights.of(new double[][] {{Double.NaN}}));
    RecurrentWeights none = RecurrentWeights.none(7);
    refuses("factor must be finite, was NaN", () -> none.times(Double.NaN));
    RecurrentWeights other = RecurrentWeights.none(6);
    refuses("weights must be of 7 neurons, was 6", () -> none.takeRow(0, other));
  }

  private static void refuses(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
